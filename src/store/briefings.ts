import type { OutboxRow } from '../domain/notice.ts';
import type { Instant } from '../domain/time.ts';
import type { Claim, Collections } from './collections.ts';
import { isConflict } from './faults.ts';
import { inTransaction } from './transaction.ts';

export const createBriefings = ({ connection, claims, outbox }: Collections) => ({
  /** Which of these are taken on already. */
  claimed: async (ids: string[]): Promise<Set<string>> => {
    const found = await claims.find({ _id: { $in: ids } }, { _id: 1 }).lean<{ _id: string }[]>();
    return new Set(found.map(({ _id }) => _id));
  },

  /** Forgets claims of messages that were due before then. */
  forget: async (before: Instant): Promise<void> => {
    await claims.deleteMany({ at: { $lt: before } });
  },

  /** Claims one and puts what it says into the outbox, both or neither; false when another process was faster. */
  claim: async (claim: Claim, rows: OutboxRow[]): Promise<boolean> => {
    try {
      await inTransaction(connection, async (session) => {
        await claims.collection.insertOne(claim as never, { session });
        if (rows.length > 0) await outbox.collection.insertMany(rows as never[], { session });
      });
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  },
});
