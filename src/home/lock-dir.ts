import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from './errno.ts';

// The lock is a directory, because renaming one directory onto another that is not empty fails everywhere: that gives an
// exclusive take (the new lock appears whole or not at all) and an exclusive removal. A lock with token T is only ever removed by
// renaming it to `lock.past/T`, which then exists; so whoever saw T and comes late can remove nothing, least of all a fresh lock.

export type LockMode = 'long' | 'short' | 'replay';

/** Who holds the lock. `started` tells this process from a later one of the same pid. */
export interface Holder {
  token: string;
  pid: number;
  started: string;
  verb: string;
  mode: LockMode;
}

const LOCK = 'lock';
/** Removed locks, and ones in the making. */
const PAST = 'lock.past';
const KEEP_PAST_MS = 600_000;

/** Windows says EPERM for a target that exists, and EBUSY while somebody reads a file inside. */
const NOT_NOW = ['ENOTEMPTY', 'EEXIST', 'ENOENT', ...(process.platform === 'win32' ? ['EPERM', 'EBUSY', 'EACCES'] : [])];

/** Takes the lock for `holder`; false when somebody has it. */
export function takeLock(home: string, holder: Holder): boolean {
  const draft = join(home, PAST, `new-${holder.token}`);
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(join(draft, 'holder.json'), JSON.stringify(holder), { mode: 0o600 });
  const taken = renameOnto(draft, join(home, LOCK));
  if (!taken) rmSync(draft, { recursive: true, force: true });
  return taken;
}

/** The holder that the lock names; null when the lock is free; a token alone when a power cut left it unreadable. */
export function readLock(home: string): Holder | { token: string; pid: null } | null {
  for (;;) {
    const before = statSync(join(home, LOCK), { throwIfNoEntry: false });
    const holder = readHolder(home);
    if (holder !== null) return holder;
    const after = statSync(join(home, LOCK), { throwIfNoEntry: false });
    if (after === undefined) return null;
    // Only if one and the same directory was there all the time is its holder unreadable; else it changed hands in between.
    if (before?.ino === after.ino) return { token: `unreadable-${after.ino}-${Math.round(after.birthtimeMs)}`, pid: null };
  }
}

function readHolder(home: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(join(home, LOCK, 'holder.json'), 'utf8'));
    return isHolder(holder) ? holder : null;
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Removes the lock that bears `token`. To be called in one go with the reading of that token, without an await between. */
export function removeLock(home: string, token: string): void {
  const gone = join(home, PAST, token);
  mkdirSync(join(home, PAST), { recursive: true, mode: 0o700 });
  if (token.startsWith('unreadable-')) fillEmpty(home);
  // The address may bear a password, so it does not outlive the holder.
  if (renameOnto(join(home, LOCK), gone)) rmSync(join(gone, 'address.json'), { force: true });
}

/** An empty directory could be renamed over, so what a power cut left empty gets a file before it is moved aside. */
function fillEmpty(home: string): void {
  try {
    writeFileSync(join(home, LOCK, 'unreadable'), '');
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

/** Writes the address of the holder's database into its lock, whole. */
export function writeAddress(home: string, token: string, address: string): void {
  const draft = join(home, LOCK, 'address.new');
  writeFileSync(draft, JSON.stringify({ token, address }), { mode: 0o600 });
  renameSync(draft, join(home, LOCK, 'address.json'));
}

/** The address that the holder of `token` wrote, or null when it has not yet. */
export function readAddress(home: string, token: string): string | null {
  try {
    const it = JSON.parse(readFileSync(join(home, LOCK, 'address.json'), 'utf8')) as { token: unknown; address: unknown };
    return it.token === token && typeof it.address === 'string' ? it.address : null;
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Sweeps what removed locks and killed takers left behind long ago. `now` in milliseconds since 1970. */
export function sweepLocks(home: string, now: number): void {
  const past = join(home, PAST);
  for (const name of readdirSync(past)) {
    const stat = statSync(join(past, name), { throwIfNoEntry: false });
    const old = stat !== undefined && now - Math.max(stat.mtimeMs, stat.ctimeMs) > KEEP_PAST_MS;
    if (old) rmSync(join(past, name), { recursive: true, force: true });
  }
}

/** False when the target exists, or the source does not. */
function renameOnto(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (NOT_NOW.includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

function isHolder(it: unknown): it is Holder {
  const holder = it as Partial<Holder> | null;
  return typeof holder?.token === 'string' && typeof holder.pid === 'number' && typeof holder.started === 'string';
}
