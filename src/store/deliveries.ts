import type { Instant } from '../domain/time.ts';
import type { Delivery, DeliveryState } from '../domain/webhook.ts';
import type { Collections } from './collections.ts';

/** How long a process has for one attempt, its timeout with room to spare; after that, another may make the next. */
const LEASE = 60_000;
/** What the log shows; muted ones were never to be sent. */
const LOGGED: readonly DeliveryState[] = ['waiting', 'sent', 'failed', 'dropped'];

const TAKEN = (now: Instant) => ({ $set: { from: now + LEASE }, $inc: { attempts: 1 } });

/** What other programs are to be told, and what came of it. Rows come in by the transaction of what they tell of (`commit`). */
export const createDeliveries = ({ deliveries }: Collections) => {
  /** Takes a row in hand by way of its time, so that of several processes one makes the attempt. */
  const take = (which: { hook: string } | { _id: string }, now: Instant): Promise<Delivery | null> =>
    deliveries
      .findOneAndUpdate({ ...which, state: 'waiting', from: { $lte: now } }, TAKEN(now), {
        sort: { from: 1 },
        returnDocument: 'after',
      })
      .lean<Delivery | null>();

  /** Writes what came of an attempt, unless somebody else has taken the row in hand since. */
  const note = async ({ _id, attempts }: Delivery, change: object): Promise<void> => {
    await deliveries.updateOne({ _id, attempts, state: 'waiting' }, change);
  };

  return {
    /** The next that is due for a webhook, in hand and with this attempt counted; null for none. */
    takeNext: (hook: string, now: Instant): Promise<Delivery | null> => take({ hook }, now),

    takeOne: (id: string, now: Instant): Promise<Delivery | null> => take({ _id: id }, now),

    settle: (row: Delivery, state: 'sent' | 'failed', last: Delivery['last']): Promise<void> =>
      note(row, { $set: { state, last } }),

    postpone: (row: Delivery, from: Instant, last: Delivery['last']): Promise<void> => note(row, { $set: { from, last } }),

    /** Lets go of a row whose attempt was broken off: it counts for none. */
    release: (row: Delivery, now: Instant): Promise<void> => note(row, { $set: { from: now }, $inc: { attempts: -1 } }),

    /** What waits for an address that is gone will not be sent. */
    drop: async (hook: string, now: Instant): Promise<void> => {
      await deliveries.updateMany({ hook, state: 'waiting', from: { $lte: now } }, { $set: { state: 'dropped' } });
    },

    add: async (row: Delivery): Promise<void> => {
      await deliveries.create(row);
    },

    /** Sends these anew, as though never tried; muted ones stay so. */
    again: async (ids: readonly string[], now: Instant): Promise<void> => {
      await deliveries.updateMany(
        { _id: { $in: ids as string[] }, state: { $ne: 'muted' } },
        { $set: { state: 'waiting', from: now, attempts: 0 } },
      );
    },

    /** Those in vain, the newest first. */
    inVain: (hook: string, limit: number): Promise<Delivery[]> =>
      deliveries
        .find({ hook, state: { $in: ['failed', 'dropped'] } })
        .sort({ at: -1 })
        .limit(limit)
        .lean<Delivery[]>(),

    byIds: (ids: readonly string[]): Promise<Delivery[]> =>
      deliveries
        .find({ _id: { $in: ids as string[] } })
        .sort({ at: -1 })
        .lean<Delivery[]>(),

    /** Those whose id begins so. */
    startingWith: (prefix: string, limit: number): Promise<Delivery[]> =>
      deliveries
        .find({ _id: { $gte: prefix, $lt: `${prefix}\uffff` } })
        .limit(limit)
        .lean<Delivery[]>(),

    /** What was or is to be sent to these, the newest first. */
    newest: (hooks: readonly string[], limit: number): Promise<Delivery[]> =>
      deliveries
        .find({ hook: { $in: hooks as string[] }, state: { $in: LOGGED as DeliveryState[] } })
        .sort({ at: -1 })
        .limit(limit)
        .lean<Delivery[]>(),

    count: (hook: string, state: DeliveryState): Promise<number> => deliveries.countDocuments({ hook, state }),

    /** Forgets what was noted before then, sent or not. */
    forget: async (before: Instant, limit: number): Promise<void> => {
      const old = await deliveries
        .find({ at: { $lt: before } }, { _id: 1 })
        .sort({ at: 1 })
        .limit(limit)
        .lean<{ _id: string }[]>();
      if (old.length > 0) await deliveries.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } });
    },
  };
};

export type Deliveries = ReturnType<typeof createDeliveries>;
