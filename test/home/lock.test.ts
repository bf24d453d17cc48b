import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Home, openHome } from '../../src/home/home.ts';
import { acquireLock, currentHolder } from '../../src/home/lock.ts';
import { type LockMode, sweepLocks } from '../../src/home/lock-dir.ts';
import { temporaryHome } from '../support/temporary-home.ts';

let home: Home;
let people: Map<number, string>;

beforeEach(() => {
  people = new Map();
  home = openHome({ dir: mkdtempSync(join(tmpdir(), 'tagwise-home-')) });
});
afterEach(() => rmSync(home.dir, { recursive: true, force: true }));

/** Processes of a small world of its own: who is in the map is alive. */
function take(pid: number, mode: LockMode, verb = mode as string, waitMs = 0) {
  if (!people.has(pid)) people.set(pid, `start-${pid}`);
  return acquireLock({ home, verb, mode, waitMs, pollMs: 1, pid, identify: (it) => people.get(it) ?? null });
}

async function owner(pid: number, mode: LockMode, verb?: string, waitMs?: number) {
  const lock = await take(pid, mode, verb, waitMs);
  if (lock.kind !== 'owner') throw new Error('a guest');
  return lock;
}

test('a verb that is held up says by whom', async () => {
  await owner(1, 'short', 'import');
  await expect(take(2, 'short')).rejects.toMatchObject({ code: 'home_busy', exit: 3, params: { verb: 'import', pid: 1 } });
});

test('a verb that waits gets its turn', async () => {
  const first = await owner(1, 'short');
  const second = owner(2, 'short', 'tags', 5_000);
  first.release();
  await expect(second).resolves.toMatchObject({ kind: 'owner' });
});

test('a verb joins a running start once it has told its address, and not before', async () => {
  const start = await owner(1, 'long', 'start');
  await expect(take(2, 'short')).rejects.toMatchObject({ code: 'home_busy' });
  start.publish('mongodb://here');
  await expect(take(2, 'short')).resolves.toEqual({ kind: 'guest', address: 'mongodb://here' });
  start.release();
  await expect(take(2, 'short')).resolves.toMatchObject({ kind: 'owner' });
});

test.each([
  ['replay', 'long', 'replay_beside'],
  ['replay', 'replay', 'replay_beside'],
  ['replay', 'short', 'home_busy'],
  ['long', 'long', 'home_running'],
  ['long', 'replay', 'home_busy'],
  ['long', 'short', 'home_busy'],
  ['short', 'replay', 'home_busy'],
] as const)('%s on a home held by %s: %s', async (wanted, held, code) => {
  await owner(1, held, 'holder');
  await expect(take(2, wanted)).rejects.toMatchObject({ code, exit: 3, params: { verb: 'holder', pid: 1 } });
});

test('what cannot run together is refused at once, whatever the patience', async () => {
  await owner(1, 'long', 'start');
  const began = performance.now();
  await expect(take(2, 'replay', 'replay', 20_000)).rejects.toMatchObject({ code: 'replay_beside' });
  await expect(take(2, 'long', 'start', 20_000)).rejects.toMatchObject({ code: 'home_running' });
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('the lock of a dead process is taken at once, with its address gone', async () => {
  const start = await owner(1, 'long', 'start');
  start.publish('mongodb://user:secret@gone');
  people.delete(1);
  await expect(take(2, 'long')).resolves.toMatchObject({ kind: 'owner' });
  const everything = readdirSync(home.dir, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  expect(everything.map((it) => readFileSync(join(it.parentPath, it.name), 'utf8')).join()).not.toContain('secret');
});

test('a later process under the pid of a dead holder is not taken for it', async () => {
  await owner(1, 'short');
  people.set(1, 'another start');
  await expect(take(2, 'short')).resolves.toMatchObject({ kind: 'owner' });
});

test('where nobody can tell when a process began its being there must do', async () => {
  const wanted = { verb: 'v', mode: 'short' as const, waitMs: 0, identify: () => null };
  await acquireLock({ ...wanted, home, pid: process.pid });
  await expect(acquireLock({ ...wanted, home, pid: 2 ** 22 + 1 })).rejects.toMatchObject({ code: 'home_busy' });
  const other = openHome({ dir: temporaryHome() });
  await acquireLock({ ...wanted, home: other, pid: 2 ** 22 + 1 });
  await expect(acquireLock({ ...wanted, home: other })).resolves.toMatchObject({ kind: 'owner' });
});

test.each(['', '{"token":1}', null])('a lock that a power cut left unreadable (%j) holds nobody up', async (content) => {
  mkdirSync(join(home.dir, 'lock'));
  if (content !== null) writeFileSync(join(home.dir, 'lock', 'holder.json'), content);
  await expect(take(1, 'short')).resolves.toMatchObject({ kind: 'owner' });
  await expect(take(2, 'short')).rejects.toMatchObject({ code: 'home_busy', params: { pid: 1 } });
});

test('a release that comes late takes nothing from the next owner', async () => {
  const first = await owner(1, 'short');
  people.delete(1);
  await owner(2, 'short', 'second');
  first.release();
  await expect(take(3, 'short')).rejects.toMatchObject({ code: 'home_busy', params: { verb: 'second' } });
});

test('a wait ends when the person loses patience', async () => {
  await owner(1, 'short');
  const signal = AbortSignal.timeout(20);
  const waiting = acquireLock({
    home,
    verb: 'v',
    mode: 'short',
    waitMs: 60_000,
    signal,
    pid: 2,
    identify: (it) => people.get(it) ?? null,
  });
  await expect(waiting).rejects.toThrow(expect.objectContaining({ name: expect.stringMatching(/Abort|Timeout/) }));
});

test('who asks is told the living holder, and nobody when there is none', async () => {
  const identify = (it: number) => people.get(it) ?? null;
  const start = await owner(1, 'long', 'start');
  expect(currentHolder(home.dir, identify)).toMatchObject({ verb: 'start', pid: 1, address: null });
  start.publish('mongodb://here');
  expect(currentHolder(home.dir, identify)).toMatchObject({ address: 'mongodb://here' });
  people.delete(1);
  expect(currentHolder(home.dir, identify)).toBeNull();
  start.release();
  expect(currentHolder(home.dir, identify)).toBeNull();
});

test('what removed locks leave behind is swept after ten minutes and not before', async () => {
  const lock = await owner(1, 'short');
  lock.release();
  const [past = ''] = readdirSync(join(home.dir, 'lock.past'));
  sweepLocks(home.dir, Date.now() + 500_000);
  expect(readdirSync(join(home.dir, 'lock.past'))).toEqual([past]);
  utimesSync(join(home.dir, 'lock.past', past), 0, 0);
  sweepLocks(home.dir, Date.now() + 601_000);
  expect(readdirSync(join(home.dir, 'lock.past'))).toEqual([]);
});

test('only the owner of the home can read who holds it', async () => {
  const lock = await owner(1, 'long');
  lock.publish('mongodb://here');
  if (process.platform === 'win32') return;
  expect(statSync(join(home.dir, 'lock')).mode & 0o777).toBe(0o700);
  expect(statSync(join(home.dir, 'lock', 'address.json')).mode & 0o777).toBe(0o600);
});
