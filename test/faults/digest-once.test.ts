import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';
import type { OutboxRow } from '../../src/domain/notice.ts';
import { connect } from '../../src/store/connect.ts';
import { freshDatabase } from '../support/database.ts';
import { until } from '../support/home-process.ts';
import { type Running, startTagwise, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

const HOUR = 3_600_000;
const MANAGERS = Array.from({ length: 80 }, (_, i) => `m${i}`);

/** A minute ago, as the configuration writes a time of day. */
const aMinuteAgo = () =>
  Temporal.Now.zonedDateTimeISO('Asia/Shanghai').subtract({ minutes: 1 }).toPlainTime().toString({ smallestUnit: 'minute' });

const configText = (at: string) => `
installation: shop
quiet: off
digest: { at: "${at}" }
people:
${MANAGERS.map((id) => `  - { id: ${id}, name: Manager ${id}, role: manager }`).join('\n')}
`;

const digestsIn = (bots: readonly Running[]): string[] =>
  bots.flatMap((bot) => [...bot.stdout().matchAll(/^→ Manager (m\d+)$/gm)].map(([, id = '']) => id));

test('three processes at once, two of them killed in the middle: every manager has one digest, told once or, for a kill, once more', async () => {
  const { uri, name } = freshDatabase();
  const connection = await connect(uri, name);
  onTestFinished(() => connection.close());
  const text = configText(aMinuteAgo());
  const instance = () => {
    const home = temporaryHome();
    mkdirSync(dirname(home), { recursive: true });
    const config = join(dirname(home), 'shop.yaml');
    writeFileSync(config, text);
    return { home, config, env: { MONGODB_URI: uri, TAGWISE_PORT: '0' } };
  };
  const shops = [instance(), instance(), instance()];
  const [first] = shops as [ReturnType<typeof instance>];
  expect((await tagwise({ ...first, args: ['sample'] })).code).toBe(0);
  // The home has been live since this morning.
  await connection.collection<{ _id: string }>('meta').updateOne({ _id: 'clock' }, { $set: { since: Date.now() - 12 * HOUR } });

  const bots = shops.map((shop) => startTagwise({ ...shop, args: ['start'], input: null }));
  await until(() => digestsIn(bots).length >= 2, 60_000);
  const [speaker, other] = [...bots].sort((a, b) => digestsIn([b]).length - digestsIn([a]).length) as [Running, Running];
  // In the middle of it: most have not heard yet.
  expect(digestsIn(bots).length).toBeLessThan(MANAGERS.length);
  speaker.child.kill('SIGKILL');
  other.child.kill('SIGKILL');
  await Promise.all([speaker.ended, other.ended]);
  // A minute goes by: whatever the dead had in hand is free again.
  await connection.collection('mailboxes').updateMany({}, { $unset: { lease: 1 } });
  await connection.collection('outbox').updateMany({ state: 'waiting' }, { $set: { from: 0 } });
  bots.push(startTagwise({ ...first, args: ['start'], input: null }));
  await until(() => new Set(digestsIn(bots)).size === MANAGERS.length, 60_000);

  const told = digestsIn(bots);
  expect([...new Set(told)].sort()).toEqual([...MANAGERS].sort());
  expect(told.length).toBeLessThanOrEqual(MANAGERS.length + 2);
  const rows = await connection.collection<OutboxRow>('outbox').find({ 'body.kind': 'digest' }).toArray();
  expect(rows.map(({ to }) => to).sort()).toEqual([...MANAGERS].sort());
  await until(async () => (await connection.collection('outbox').countDocuments({ state: 'waiting' })) === 0, 10_000);
  expect(await connection.collection('claims').countDocuments({})).toBe(MANAGERS.length);
}, 180_000);
