import { setTimeout as sleep } from 'node:timers/promises';
import type { Advanced } from './advance.ts';
import type { Clock } from './clock.ts';
import type { Incoming, KeptEvent } from './domain/event.ts';
import type { Instant } from './domain/time.ts';
import { UserError } from './errors.ts';
import type { InForce } from './in-force.ts';
import { address } from './inbox/address.ts';
import { createApplyBatch } from './inbox/apply-batch.ts';
import { createKeep } from './inbox/keep.ts';
import { createLanes } from './inbox/lanes.ts';
import { readWords } from './inbox/read-words.ts';
import { toEvent } from './inbox/to-event.ts';
import { createPipeline } from './pipeline.ts';
import type { Store } from './store/store.ts';

/** Customers with due work that one transaction takes. */
const DUE_PAGE = 200;
const SWEEP_PAGE = 5000;

export interface AppParts {
  store: Store;
  inForce: InForce;
  clock: Clock;
  wallNow: () => Instant;
  /** Hears what changed, after it is written. */
  tell: (done: Advanced[]) => void;
  log: (what: string, error: unknown) => void;
}

/** The parts of the street wired together: what adapters, verbs and commands work with. Silent until something is received. */
export const createApp = ({ store, inForce, clock, wallNow, tell, log }: AppParts) => {
  let stopped = false;
  const pipeline = createPipeline({ store, inForce, tell });
  const applyBatch = createApplyBatch({
    apply: pipeline.apply,
    pendingAmong: store.events.pendingAmong,
    fail: store.events.fail,
    log,
    sleep: (ms) => sleep(ms),
    stopped: () => stopped,
  });
  const lanes = createLanes({ apply: applyBatch, failed: (error) => log('lanes', error) });
  const keep = createKeep({
    insert: store.events.insert,
    kept: (events) => lanes.push(events.filter(({ state }) => state === 'pending')),
    met: async (keys) => lanes.push(await store.events.pendingAmong(keys)),
  });

  const underWay = new Set<Promise<unknown>>();

  const receiveOne = async (incoming: Incoming, ordinal: (content: string) => number, marks: Partial<KeptEvent> = {}) => {
    const { customer, channel } = incoming;
    if (customer && inForce.people().byChannel(channel, customer.id)) throw new UserError('staff_as_customer', { channel });
    const event = readWords(toEvent(incoming, wallNow(), ordinal), inForce.matcher());
    // A recall or edit that names nobody is looked up by its message, which may be on its way to disk in this moment.
    if (event.identity === null) await Promise.allSettled([...underWay]);
    return keep(await address({ ...event, ...marks }, store.events.ownerOf));
  };

  const receive = (...given: Parameters<typeof receiveOne>): ReturnType<typeof receiveOne> => {
    const receiving = receiveOne(...given).finally(() => underWay.delete(receiving));
    underWay.add(receiving);
    return receiving;
  };

  /** One page of due customers; false when none was due. */
  const duePage = async (until: Instant): Promise<boolean> => {
    const oldest = await store.events.oldestPendingAt();
    const reached = oldest === null ? until : Math.min(until, oldest);
    const due = await store.customers.due(reached, DUE_PAGE);
    if (due.length === 0) return false;
    try {
      await pipeline.runDue(due, reached);
    } catch (error) {
      // Somebody else moved one of them on: the next page reads them again.
      if (!store.isConflict(error)) throw error;
    }
    return true;
  };

  return {
    store,
    inForce,
    clock,
    pipeline,
    lanes,
    wallNow,

    /** Masks, keeps and acknowledges one event: resolves when it is on disk. Applying it follows by itself. */
    receive,

    /** Events that wait in the store and in no lane (after a crash, an outage, another process's end) enter theirs. */
    sweep: async (keptBefore: Instant): Promise<number> => {
      const pending = await store.events.pending(keptBefore, SWEEP_PAGE);
      lanes.push(pending);
      return pending.length;
    },

    /** Runs all due moments up to `until`, never past the oldest event that still waits. */
    runDue: async (until: Instant): Promise<void> => {
      while (await lanes.between(() => duePage(until)));
    },

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
