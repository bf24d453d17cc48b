import { setTimeout as sleep } from 'node:timers/promises';
import type { Advanced } from './advance.ts';
import type { Clock } from './clock.ts';
import type { Incoming, KeptEvent } from './domain/event.ts';
import type { Instant } from './domain/time.ts';
import { UserError } from './errors.ts';
import type { InForce } from './in-force.ts';
import { address } from './inbox/address.ts';
import { createAdopt } from './inbox/adopt.ts';
import { createApplyBatch } from './inbox/apply-batch.ts';
import { createBreaker } from './inbox/breaker.ts';
import { createKeep } from './inbox/keep.ts';
import { createLanes } from './inbox/lanes.ts';
import { readWords } from './inbox/read-words.ts';
import { createStraightThrough } from './inbox/straight-through.ts';
import { toEvent } from './inbox/to-event.ts';
import { createLibraryWatch } from './library-watch.ts';
import { createPipeline } from './pipeline.ts';
import type { Store } from './store/store.ts';

/** Customers with due work that one transaction takes. */
const DUE_PAGE = 200;
const SWEEP_PAGE = 5000;
/** A recall or edit that overtook its message, on another process, is looked after for so long, ms. */
const AWAITED = 3_600_000;

export interface AppParts {
  store: Store;
  inForce: InForce;
  clock: Clock;
  wallNow: () => Instant;
  /** Hears what changed, after it is written. */
  tell: (done: Advanced[]) => void;
  log: (what: string, error: unknown) => void;
  /** How long keeping an event may take before its sender is refused, ms. */
  keepWithin: number;
}

/** The parts of the street wired together: what adapters, verbs and commands work with. Silent until something is received. */
export const createApp = ({ store, inForce, clock, wallNow, tell, log, keepWithin }: AppParts) => {
  let stopped = false;
  const pipeline = createPipeline({ store, inForce, takeLibrary: () => library.take(), tell });
  const applyBatch = createApplyBatch({
    apply: pipeline.apply,
    pendingAmong: store.events.pendingAmong,
    fail: store.events.fail,
    log,
    sleep: (ms) => sleep(ms),
    stopped: () => stopped,
  });
  const lanes = createLanes({ apply: applyBatch, failed: (error) => log('lanes', error) });
  const adopt = createAdopt({ events: store.events, push: lanes.push });
  const ownerOf = async (key: string) => (await store.events.ownersOf([key])).get(key) ?? null;
  const keep = createKeep({
    insert: createBreaker(
      createStraightThrough({
        idle: () => lanes.waiting() === 0,
        keepAndApply: (events) => lanes.between(() => pipeline.keepAndApply(events)),
        keep: store.events.insert,
        withinMs: keepWithin,
      }),
      () => performance.now(),
    ),
    kept: async (events, waiting) => {
      lanes.push(waiting.filter(({ state }) => state === 'pending'));
      await adopt.by(events);
    },
    met: async (events) => {
      lanes.push(await store.events.pendingAmong(events.map(({ _id }) => _id)));
      await adopt.by(events);
    },
  });

  const receive = async (incoming: Incoming, ordinal: (content: string) => number, marks: Partial<KeptEvent> = {}) => {
    const { customer, channel } = incoming;
    if (customer && inForce.people().byChannel(channel, customer.id)) throw new UserError('staff_as_customer', { channel });
    const event = await address({ ...readWords(toEvent(incoming, wallNow(), ordinal), inForce.matcher()), ...marks }, ownerOf);
    const outcome = await keep(event);
    await adopt.of(event);
    return outcome;
  };

  /** Events that wait in the store and in no lane (after a crash, an outage, another process's end) enter theirs. */
  const sweep = async (keptBefore: Instant): Promise<void> => {
    await adopt.sweep(keptBefore - AWAITED);
    lanes.push(await store.events.pending(keptBefore, SWEEP_PAGE));
  };

  /** One page of due customers; false when none was due. */
  const duePage = async (until: Instant): Promise<boolean> => {
    const found = await store.customers.due(until, DUE_PAGE);
    // Mostly nobody is due, and then nothing more is asked.
    if (found.length === 0) return false;
    const oldest = await store.events.oldestPendingAt();
    const reached = oldest === null ? until : Math.min(until, oldest);
    const due = found.filter(({ dueAt }) => dueAt !== undefined && dueAt <= reached);
    if (due.length === 0) return false;
    try {
      await pipeline.runDue(due, reached, clock.asOf());
    } catch (error) {
      // Somebody else moved one of them on: the next page reads them again.
      if (!store.isConflict(error)) throw error;
    }
    return true;
  };

  /** Runs all due moments up to `until`, never past the oldest event that still waits. */
  const runDue = async (until: Instant): Promise<void> => {
    while (await lanes.between(() => duePage(until)));
  };

  const library = createLibraryWatch({ store, inForce, runDue, wallNow });

  return {
    store,
    inForce,
    clock,
    pipeline,
    lanes,
    wallNow,

    /** Masks, keeps and acknowledges one event: resolves when it is on disk. Applying it follows by itself. */
    receive,

    sweep,

    /** At start: all that a process before this one left behind goes on. */
    recover: async (): Promise<void> => {
      await library.follow();
      await adopt.sweep(0);
      await sweep(wallNow() + 1);
    },

    runDue,

    /** Takes over a changed library, also on the customers that it concerns; whether it was changed. */
    followLibrary: library.follow,

    /** Minutes by which due work lags behind the clock; 0 when nothing is overdue. */
    behind: async (): Promise<number> => {
      const first = await store.customers.firstDueAt();
      return first === null ? 0 : Math.max(0, Math.floor((clock.asOf() - first) / 60_000));
    },

    stop: async (): Promise<void> => {
      stopped = true;
      await lanes.idle();
    },
  };
};

export type App = ReturnType<typeof createApp>;
