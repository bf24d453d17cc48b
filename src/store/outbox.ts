import type { OutboxRow } from '../domain/notice.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';

/** What must be told and has not been yet. Rows come in by the transaction of what they tell of (`commit`). */
export const createOutbox = ({ outbox }: Collections) => ({
  /** Rows that may go out by now, the oldest first. */
  waiting: (now: Instant, limit: number): Promise<OutboxRow[]> =>
    outbox
      .find({ state: 'waiting', from: { $lte: now } })
      .sort({ from: 1 })
      .limit(limit)
      .lean<OutboxRow[]>(),

  /** All that waits for one reader by now, in the order in which it came to be. */
  waitingFor: (to: string, now: Instant): Promise<OutboxRow[]> =>
    outbox
      .find({ state: 'waiting', to, from: { $lte: now } })
      .sort({ at: 1, _id: 1 })
      .lean<OutboxRow[]>(),

  /** Lets rows wait until a later moment. */
  postpone: async (ids: string[], until: Instant): Promise<void> => {
    await outbox.updateMany({ _id: { $in: ids }, state: 'waiting' }, { $set: { from: until } });
  },

  /** Lets all that waits be looked at again now. */
  reconsider: async (now: Instant): Promise<void> => {
    await outbox.updateMany({ state: 'waiting', from: { $gt: now } }, { $set: { from: now } });
  },

  /** Notes that rows were sent, or that there is nothing left to tell of them. */
  settle: async (ids: string[], state: 'sent' | 'dropped', at: Instant): Promise<void> => {
    await outbox.updateMany({ _id: { $in: ids }, state: 'waiting' }, { $set: { state, sentAt: at } });
  },

  /** Forgets rows that were settled before then, the oldest first; what waits stays, and what was muted. */
  forgetSettled: async (before: Instant, limit: number): Promise<void> => {
    const old = await outbox
      .find({ sentAt: { $lt: before } }, { _id: 1 })
      .sort({ sentAt: 1 })
      .limit(limit)
      .lean<{ _id: string }[]>();
    if (old.length === 0) return;
    await outbox.deleteMany({ _id: { $in: old.map(({ _id }) => _id) }, state: { $in: ['sent', 'dropped'] } });
  },

  /** How many rows are in this state. */
  count: (state: OutboxRow['state']): Promise<number> => outbox.countDocuments({ state }),
});
