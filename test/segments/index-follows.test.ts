// The index of one process follows what it writes itself and what another process writes.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { askSegment } from '../../src/commands/ask-segment.ts';
import type { Context } from '../../src/commands/command.ts';
import { segment } from '../../src/commands/segment.ts';
import { loadSample } from '../../src/sample/load-sample.ts';
import { type SegmentIndex, startSegmentIndex } from '../../src/segment-index.ts';
import { DAY, feed, START } from '../support/lines.ts';
import { openStreet, type Street } from '../support/open-street.ts';
import { differences } from '../support/same-segments.ts';
import { shopLines } from '../support/shop-lines.ts';

const follow = async ({ app, troubles }: Street): Promise<SegmentIndex> => {
  const index = startSegmentIndex(app.store, (what, error) => troubles.push({ what, error }));
  onTestFinished(index.stop);
  await index.ready();
  return index;
};

const agrees = async (street: Street, index: SegmentIndex): Promise<void> => {
  let different: unknown[] = [];
  for (let left = 200; left > 0; left -= 1) {
    different = await differences(street.app, index);
    if (different.length === 0) return;
    await sleep(50);
  }
  expect(different).toEqual([]);
};

const lines = shopLines({ seed: 3, lines: 600, customers: 60, repeats: 0.1 });

test('customers who are there before, who come and change while it runs, and who go', async () => {
  const writer = await openStreet();
  await feed(writer.app, lines.slice(0, 300));
  const reader = await writer.another();
  const index = await follow(reader);
  expect(await differences(reader.app, index)).toEqual([]);

  await feed(writer.app, lines.slice(300), { until: START + 400 * DAY });
  await loadSample(writer.app, '.');
  await agrees(writer, index);
  expect(await writer.app.store.sample.clear()).toBeGreaterThan(0);
  await agrees(writer, index);
  expect([...writer.troubles, ...reader.troubles]).toEqual([]);
});

test('what this process has written counts at once, and the bot answers from it', async () => {
  let index: SegmentIndex | undefined;
  const street = await openStreet({
    tell: (done) => index?.told(done),
    findSegment: (...asked) => index?.find(...asked) ?? null,
  });
  index = await follow(street);
  await feed(street.app, lines.slice(0, 200));
  // Nothing is waited for.
  expect(await differences(street.app, index)).toEqual([]);
  const asked = await askSegment(street.app, ['-VIP']);
  const found = street.app.findSegment(asked.bound, asked.moment, { after: null, limit: 3 });
  const context: Context = { app: street.app, actor: { id: 'local', name: 'local', role: 'admin' }, lang: 'zh', atHand: null };
  const reply = await segment.run(context, ['-VIP', '--limit', '3']);
  expect(reply).toMatchObject({ doc: { count: found?.count, exact: true, customers: found?.ids.map((id) => ({ id })) } });
});
