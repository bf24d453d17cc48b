import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { arrivingLate, linesText, type ShopLine, shopLines } from '../support/shop-lines.ts';
import { exportedState, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

const HOUR = 3_600_000;

/** A home on a database that others may share, with a configuration that says whose it is. */
const instance = (uri: string) => {
  const home = temporaryHome();
  mkdirSync(dirname(home), { recursive: true });
  const config = join(dirname(home), 'shop.yaml');
  writeFileSync(config, 'installation: shop\n');
  return { home, env: { MONGODB_URI: uri }, config };
};

const replay = async (call: ReturnType<typeof instance>, lines: readonly ShopLine[]) => {
  const run = await tagwise({ ...call, args: ['replay', '-', '--json'], input: linesText(lines) });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(run.stdout) as Record<string, number>;
};

test('two processes of one installation, fed overlapping streams at the same time, make the state of one', async () => {
  const lines = shopLines({ seed: 8, lines: 2400, customers: 40, repeats: 0.15 });
  const alone = instance(freshDatabase().uri);
  await replay(alone, lines);
  const { uri } = freshDatabase();
  const [first, second] = [instance(uri), instance(uri)];
  const counts = await Promise.all([replay(first, lines.slice(0, 1600)), replay(second, lines.slice(800))]);
  const total = (field: string) => counts.reduce((sum, count) => sum + Number(count[field]), 0);
  expect(total('messages') + total('events') + total('duplicates')).toBe(3200);
  expect(await exportedState(first)).toBe(await exportedState(alone));
});

test('an instance of another installation is refused', async () => {
  const { uri } = freshDatabase();
  const ours = instance(uri);
  await replay(ours, shopLines({ seed: 1, lines: 5, customers: 2 }));
  const theirs = await tagwise({ home: temporaryHome(), env: { MONGODB_URI: uri }, args: ['tags', 'u1', '--json'] });
  expect(theirs.code).toBe(3);
  expect(JSON.parse(theirs.stdout)).toMatchObject({ error: { code: 'other_installation' } });
});

test.each([1, 2, 3])('lines that arrive up to an hour late make the state of the sorted ones (seed %i)', async (seed) => {
  // A busy day, so that an hour is many lines.
  const lines = shopLines({ seed: 100 + seed, lines: 1200, customers: 25, repeats: 0.1, days: 3 });
  const late = arrivingLate(lines, HOUR, seed);
  const overtaken = late.filter((line, place) => place > 0 && line.at < (late[place - 1]?.at ?? '')).length;
  expect(overtaken).toBeGreaterThan(300);
  const [sorted, shuffled] = [instance(freshDatabase().uri), instance(freshDatabase().uri)];
  await Promise.all([replay(sorted, lines), replay(shuffled, late)]);
  const [one, other] = await Promise.all([exportedState(shuffled), exportedState(sorted)]);
  expect(one).toBe(other);
});
