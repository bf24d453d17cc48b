import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SurroundingsError } from '../errors.ts';
import { errnoOf, onHome } from './errno.ts';
import type { Home } from './home.ts';
import { type Holder, type LockMode, readAddress, readLock, removeLock, sweepLocks, takeLock, writeAddress } from './lock-dir.ts';
import { processIdentity } from './process-identity.ts';

/** This process holds the home: `publish` tells where its database is, `release` gives the home back. */
export interface OwnerLock {
  kind: 'owner';
  publish: (address: string) => void;
  release: () => void;
}

/** A running `start` or `console` holds the home; its database is at `address`. */
export interface GuestLock {
  kind: 'guest';
  address: string;
}

type Identify = (pid: number) => string | null;

interface Wanted {
  home: Home;
  verb: string;
  /** `long`: start, console. `short`: a verb that answers and ends. `replay`: alone among long ones and other replays. */
  mode: LockMode;
  waitMs: number;
  signal?: AbortSignal | undefined;
  pid?: number;
  pollMs?: number;
  identify?: Identify;
}

const POLL_MS = 50;

/**
 * Takes the home's lock, waiting up to `waitMs` milliseconds for others to finish; a short verb joins a long holder instead.
 * Throws `replay_beside` or `home_running` at once where two cannot run together, `home_busy` when the wait is over.
 */
export async function acquireLock(wanted: Wanted): Promise<OwnerLock | GuestLock> {
  const { home, waitMs, signal, pollMs = POLL_MS, identify = (it) => processIdentity(it) } = wanted;
  const me = describeSelf(wanted, identify);
  const deadline = performance.now() + waitMs;
  for (;;) {
    signal?.throwIfAborted();
    const outcome = onHome(home.dir, () => tryLock(home.dir, me, identify));
    if (outcome.kind !== 'wait') return outcome;
    if (performance.now() >= deadline) throw new SurroundingsError('home_busy', outcome.holder);
    await sleep(pollMs, undefined, { signal });
  }
}

/** One turn, without an await: between judging a lock dead and removing it nothing else of this process runs. */
function tryLock(
  home: string,
  me: Holder,
  identify: Identify,
): OwnerLock | GuestLock | { kind: 'wait'; holder: { verb: string; pid: number } } {
  let holder = readLock(home);
  if (holder !== null && !isAlive(holder, identify)) {
    removeLock(home, holder.token);
    holder = null;
  }
  if (holder === null && takeLock(home, me)) return own(home, me.token);
  holder ??= readLock(home);
  if (holder === null || holder.pid === null) return { kind: 'wait', holder: { verb: '?', pid: 0 } };
  refuseBeside(me.mode, holder);
  const address = me.mode === 'short' && holder.mode === 'long' ? readAddress(home, holder.token) : null;
  return address === null ? { kind: 'wait', holder: nameOf(holder) } : { kind: 'guest', address };
}

/** Who holds the home now, or null; the lock of a dead process is left as it is. */
export function currentHolder(
  home: string,
  identify: Identify = (it) => processIdentity(it),
): (Holder & { address: string | null }) | null {
  const holder = readLock(home);
  if (holder === null || holder.pid === null || !isAlive(holder, identify)) return null;
  return { ...holder, address: readAddress(home, holder.token) };
}

function describeSelf({ verb, mode, pid = process.pid }: Wanted, identify: Identify): Holder {
  return { token: randomUUID(), pid, started: identify(pid) ?? '', verb, mode };
}

/** Where the system does not tell when a process started, its being there must do. */
function isAlive(holder: ReturnType<typeof readLock>, identify: Identify): boolean {
  if (holder === null || holder.pid === null || (identify(holder.pid) ?? '') !== holder.started) return false;
  return holder.started !== '' || exists(holder.pid);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

function own(home: string, token: string): OwnerLock {
  sweepLocks(home, Date.now());
  return {
    kind: 'owner',
    publish: (address) => writeAddress(home, token, address),
    release: () => {
      if (readLock(home)?.token === token) removeLock(home, token);
    },
  };
}

function refuseBeside(mode: LockMode, holder: Holder): void {
  if (mode === 'replay' && holder.mode !== 'short') throw new SurroundingsError('replay_beside', nameOf(holder));
  if (mode === 'long' && holder.mode === 'long') throw new SurroundingsError('home_running', nameOf(holder));
}

function nameOf(holder: Holder) {
  return { verb: holder.verb, pid: holder.pid };
}
