import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startSegmentIndex } from '../../src/segment-index.ts';
import { feed } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';
import { ownServer } from '../support/own-server.ts';
import { differences } from '../support/same-segments.ts';
import { shopLines } from '../support/shop-lines.ts';

test('the database is killed and comes back while customers change: the index and the database agree on every customer', async () => {
  const server = await ownServer();
  const street = await openStreet({ database: { uri: server.uri('shop'), name: 'shop' } });
  const index = startSegmentIndex(street.app.store, (what, error) => street.troubles.push({ what, error }));
  onTestFinished(index.stop);
  const lines = shopLines({ seed: 9, lines: 900, customers: 80 });
  await feed(street.app, lines.slice(0, 300));
  await index.ready();
  expect(await differences(street.app, index)).toEqual([]);

  const feeding = feed(street.app, lines.slice(300), { speed: null });
  await sleep(300);
  await server.kill();
  await sleep(1500);
  await server.startAgain();
  await feeding;

  let different: unknown[] = [];
  for (let left = 300; left > 0; left -= 1) {
    different = await differences(street.app, index);
    if (different.length === 0) break;
    await sleep(100);
  }
  expect(different).toEqual([]);
});
