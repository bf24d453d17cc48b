import type { KeptAnswer } from '../domain/access.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';
import { isConflict } from './faults.ts';

/** What was answered to requests that may come twice. */
export const createKeptAnswers = ({ keptAnswers }: Collections) => ({
  /** Begins on a request: null, and it is the caller's to do; else what somebody has done of it or is doing. */
  begin: async (row: KeptAnswer, now: Instant): Promise<KeptAnswer | null> => {
    // Whoever began on it and died lets go after a while.
    const free = { _id: row._id, body: { $exists: false }, lease: { $lte: now } };
    try {
      await keptAnswers.collection.replaceOne(free as never, row as never, { upsert: true });
      return null;
    } catch (error) {
      if (!isConflict(error)) throw error;
      return keptAnswers.findById(row._id).lean<KeptAnswer | null>();
    }
  },

  keep: async (id: string, status: number, body: string): Promise<void> => {
    await keptAnswers.updateOne({ _id: id }, { $set: { status, body } });
  },

  /** Nothing came of it: the next who asks begins anew. */
  drop: async (id: string): Promise<void> => {
    await keptAnswers.deleteOne({ _id: id, body: { $exists: false } });
  },
});
