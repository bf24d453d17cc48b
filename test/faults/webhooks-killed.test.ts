import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from '../../src/store/connect.ts';
import { freshDatabase } from '../support/database.ts';
import { until } from '../support/home-process.ts';
import { startTagwise, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';
import { createReceiver, SECRET } from '../support/webhook-receiver.ts';

const CONFIG = `
installation: shop
webhooks: [{ name: crm, private: true, events: [tag.added], tags: [紧急] }]
`;
/** Attempts that a bot makes side by side: what it may have sent without having noted it when it dies. */
const SIDE_BY_SIDE = 4;

test('a bot killed while it sends: the next one sends all the rest, and at most what was in hand a second time', async () => {
  const { uri, name } = freshDatabase();
  const connection = await connect(uri, name);
  onTestFinished(() => connection.close());
  const receiver = await createReceiver();
  const home = temporaryHome();
  mkdirSync(dirname(home), { recursive: true });
  const config = join(dirname(home), 'shop.yaml');
  writeFileSync(config, CONFIG);
  const hook = { TAGWISE_WEBHOOK_CRM_URL: receiver.url, TAGWISE_WEBHOOK_CRM_SECRET: SECRET };
  const shop = { home, config, env: { MONGODB_URI: uri, TAGWISE_PORT: '0', ...hook } };
  const deliveries = connection.collection<{ _id: string; state: string }>('deliveries');

  const first = startTagwise({ ...shop, args: ['start', '--lang', 'en'], input: null });
  await first.wrote(({ stdout }) => /http:\/\//.test(stdout));
  // Some get through, then the receiver takes messages and says nothing of them.
  let taken = 0;
  receiver.answers((response) => {
    taken += 1;
    if (taken <= 3) response.writeHead(204).end();
  });
  const batch = await tagwise({ ...shop, args: ['tag', '@(-紧急)', '+紧急', '--yes'] });
  expect(batch.stderr).not.toMatch(/unforeseen/);
  expect(batch.code).toBe(0);
  const all = await deliveries.countDocuments({ state: { $ne: 'muted' } });
  expect(all).toBeGreaterThan(10);
  expect(await until(() => taken === 3 + SIDE_BY_SIDE, 30_000)).toBeLessThan(30_000);
  first.child.kill('SIGKILL');
  await first.ended;
  receiver.answers(204);

  // A minute goes by: whatever the dead had in hand is free again.
  await deliveries.updateMany({ state: 'waiting' }, { $set: { from: 0 } });
  const second = startTagwise({ ...shop, args: ['start'], input: null });
  expect(await until(async () => (await deliveries.countDocuments({ state: 'waiting' })) === 0, 60_000)).toBeLessThan(60_000);
  second.child.kill('SIGINT');
  expect((await second.ended).code).toBe(0);

  expect(receiver.received.every(receiver.isOurs)).toBe(true);
  const ids = receiver.received.map(({ id }) => id);
  // What the sample's past would have sent is muted.
  const rows = await deliveries.find({ state: { $ne: 'muted' } }).toArray();
  expect(rows.filter(({ state }) => state !== 'sent')).toEqual([]);
  expect([...new Set(ids)].sort()).toEqual(rows.map(({ _id }) => _id).sort());
  expect(ids.length - rows.length).toBeLessThanOrEqual(SIDE_BY_SIDE);
});
