import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../app.ts';
import type { Incoming } from '../domain/event.ts';
import { type Line, UnreadableLine } from '../domain/line.ts';
import type { Instant } from '../domain/time.ts';
import { UserError } from '../errors.ts';
import { isOutage } from '../store/faults.ts';
import { createOrdinals } from './ordinals.ts';

/** Lines on their way to disk at once; what has been kept and waits to be applied. Both bound memory. */
const IN_FLIGHT = 512;
const WAITING = 2048;
const CLOCK_EVERY = 1000;
/** How long a database may be away before the replay gives up, ms. */
const PATIENCE = 120_000;

export interface ReplayCounts {
  lines: number;
  messages: number;
  events: number;
  duplicates: number;
  unreadable: number;
}

export interface ReplayOptions {
  app: App;
  lines: AsyncIterable<{ number: number; line: Line | UnreadableLine }>;
  /** Runs the clock on to this time after the last line. */
  until: Instant | null;
  /** Times the data's own pace; null: as fast as it goes. */
  speed: number | null;
  /** Told of every time up to which due work has been run. */
  ran?: (at: Instant) => Promise<void>;
  signal: AbortSignal;
  /** Told of a line that was not taken: its field and the reason; or, when it could be read but not kept, the error. */
  unreadable: (line: number, field: string, reason: string, error?: UserError) => void;
}

/**
 * Feeds lines through the very same path as live traffic. The clock follows the lines' `at`; a tick is a barrier: all before it is
 * applied and due work up to it is run. Twice the same lines change nothing, and a run that was killed goes on where it was.
 */
export const replay = async ({ app, lines, until, speed, ran, signal, unreadable }: ReplayOptions): Promise<ReplayCounts> => {
  // Every line in flight waits for the same signal while the database is away.
  setMaxListeners(0, signal);
  const counts: ReplayCounts = { lines: 0, messages: 0, events: 0, duplicates: 0, unreadable: 0 };
  const ordinal = createOrdinals();
  const inFlight = new Set<Promise<void>>();
  let clockSaved = 0;
  let pace: { at: Instant; began: number } | null = null;

  const lasting = <T>(work: () => Promise<T>): Promise<T> => surely(work, signal);

  const saveClock = async () => {
    clockSaved = performance.now();
    if (app.clock.mode() === 'data') await lasting(() => app.store.home.advanceClock({ mode: 'data', at: app.clock.asOf() }));
  };

  const recover = () => lasting(app.recover);

  const receive = async (number: number, incoming: Incoming): Promise<void> => {
    // Drawn once a line: a second try must come to the same key as the first, of which nobody knows whether it was kept.
    let drawn: number | undefined;
    const own = (content: string): number => {
      drawn ??= ordinal(content);
      return drawn;
    };
    try {
      const outcome = await lasting(() => app.receive(incoming, own));
      if (outcome === 'duplicate') counts.duplicates += 1;
      else if (incoming.body.kind === 'message') counts.messages += 1;
      else counts.events += 1;
    } catch (error) {
      if (isOutage(error) || signal.aborted) throw error;
      counts.unreadable += 1;
      if (error instanceof UserError) unreadable(number, error.code, error.code, error);
      else unreadable(number, 'line', `could not be kept (${error instanceof Error ? error.name : 'error'})`);
    }
  };

  const settle = async () => {
    await Promise.all(inFlight);
    await app.lanes.idle();
  };

  const runTo = async (at: Instant) => {
    await settle();
    app.clock.reach(at);
    // Before the due work, not after: pending events of a process beside this one hold due work up, and it then goes on with it.
    await saveClock();
    await lasting(() => app.runDue(at));
    if (ran) await lasting(() => ran(at));
  };

  /** How far the home's time has come, in this process or in one beside it. */
  const storedTime = async (): Promise<Instant> => {
    const stored = await lasting(() => app.store.home.clock());
    return stored?.mode === 'data' ? stored.at : 0;
  };

  const keepPace = async (at: Instant) => {
    if (speed === null) return;
    pace ??= { at, began: performance.now() };
    const wait = (at - pace.at) / speed - (performance.now() - pace.began);
    if (wait > 0) await sleep(wait, undefined, { signal });
  };

  const refuse = (number: number, field: string, reason: string) => {
    counts.unreadable += 1;
    unreadable(number, field, reason);
  };

  /** A home on wall time takes the past only: nothing there may happen before its time. */
  const liesAhead = (at: Instant) => app.clock.mode() === 'wall' && at > app.clock.asOf();

  const feed = async (number: number, line: Line) => {
    if (liesAhead(line.kind === 'tick' ? line.at : line.event.at))
      return refuse(number, 'at', 'must not lie in the future of a live home');
    await keepPace(line.kind === 'tick' ? line.at : line.event.at);
    if (line.kind === 'tick') return runTo(line.at);
    app.clock.reach(line.event.at);
    const receiving = receive(number, line.event).finally(() => inFlight.delete(receiving));
    inFlight.add(receiving);
    if (inFlight.size >= IN_FLIGHT) await Promise.race(inFlight);
    if (app.lanes.waiting() >= WAITING) await app.lanes.idle();
    if (performance.now() - clockSaved > CLOCK_EVERY) await saveClock();
  };

  await recover();
  for await (const { number, line } of lines) {
    signal.throwIfAborted();
    counts.lines += 1;
    if (line instanceof UnreadableLine) refuse(number, line.field, line.message);
    else await feed(number, line);
  }
  await settle();
  await recover();
  await settle();
  await runTo(app.clock.mode() === 'wall' ? app.clock.asOf() : Math.max(app.clock.asOf(), until ?? 0, await storedTime()));
  return counts;
};

/** A database that is away for a while is waited for: the same key makes the second try safe. */
const surely = async <T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> => {
  const end = performance.now() + PATIENCE;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isOutage(error) || performance.now() > end || signal.aborted) throw error;
      await sleep(Math.min(1000, 20 * attempt), undefined, { signal });
    }
  }
};
