import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCollections } from '../../src/store/collections.ts';
import { connect } from '../../src/store/connect.ts';
import { freshDatabase } from '../support/database.ts';
import { until } from '../support/home-process.ts';
import { DAY, iso, START, says } from '../support/lines.ts';
import { exportedState, startTagwise, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

const CUSTOMERS = 450;
const SECOND = 2;
const WORDS = ['这个多少钱？', '开个发票', '你好', '给我们报个价吧'];
const lines = [...Array(CUSTOMERS).keys()].flatMap((n) =>
  [0, 3, 6].map((day) => says(`c${n}`, WORDS[(n + day) % WORDS.length] ?? '', START + (day + (n % 5)) * DAY)),
);
const text = [...lines, { tick: iso(START + 20 * DAY) }].map((line) => `${JSON.stringify(line)}\n`).join('');

const FIRST = 'silence_days: 30\n';
const RULE = '- { id: hot, while: { all: [{ interactions: { days: 30, at_least: 3 } }, { silence: {} }] }, tag: 高潜力客户 }\n';

test('killed by -9 while everybody is folded by new rules, the next one goes on, and all end as if these had always been in force', async () => {
  const database = freshDatabase();
  const env = { MONGODB_URI: database.uri };
  const home = temporaryHome();
  const folder = dirname(home);
  mkdirSync(join(folder, 'rules'), { recursive: true });
  writeFileSync(join(folder, 'rules', 'own.yaml'), RULE);
  const [first, second] = [FIRST, 'silence_days: 5\nrules: [rules]\n'].map((config, n) => {
    const file = join(folder, `config-${n}.yaml`);
    writeFileSync(file, config);
    return file;
  }) as [string, string];
  expect((await tagwise({ home, env, config: first, args: ['replay', '-'], input: text })).code).toBe(0);

  const connection = await connect(database.uri, database.name);
  onTestFinished(() => connection.close());
  const { customers } = createCollections(connection);
  const folded = () => customers.countDocuments({ rulebookVersion: SECOND });
  const marked = () => customers.countDocuments({ stale: 'rules' });
  expect([await folded(), await customers.countDocuments()]).toEqual([0, CUSTOMERS]);

  const run = startTagwise({ home, env, config: second, args: ['replay', '-'] });
  expect(await until(async () => (await folded()) > 0, 60_000)).toBeLessThan(60_000);
  run.child.kill('SIGKILL');
  expect((await run.ended).signal).toBe('SIGKILL');
  const some = await folded();
  expect(some).toBeGreaterThan(0);
  expect(some + (await marked())).toBeLessThanOrEqual(CUSTOMERS);
  expect(some).toBeLessThan(CUSTOMERS);
  // Who only looks in between writes nothing.
  await exportedState({ home, env, config: second });
  expect(await folded()).toBe(some);

  // A server of its own lets go of what the killed one had begun only after a while.
  expect((await tagwise({ home, env, config: second, args: ['replay', '-'], input: '' })).code).toBe(0);
  expect([await folded(), await marked()]).toEqual([CUSTOMERS, 0]);
  const state = await exportedState({ home, env, config: second });
  const alone = temporaryHome();
  const other = { MONGODB_URI: freshDatabase().uri };
  expect((await tagwise({ home: alone, env: other, config: second, args: ['replay', '-'], input: text })).code).toBe(0);
  expect(state).toBe(await exportedState({ home: alone, env: other, config: second }));
  expect(state).toMatch(/"silent"/);
  expect(state).toMatch(/"high_potential"/);
  // Each was told once.
  const ledger = connection.collection('ledger');
  const told = await ledger.countDocuments({ tag: 'silent', reason: 'rules' });
  expect(told).toBe(CUSTOMERS);
});
