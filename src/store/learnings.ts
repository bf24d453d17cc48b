import type { ClientSession } from 'mongoose';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Learning, Learnt } from '../domain/lesson.ts';
import type { Collections, LearningRow } from './collections.ts';
import { ConflictError, isConflict } from './faults.ts';
import { inOrder } from './ledger.ts';
import { inTransaction } from './transaction.ts';

/** What was learnt, step by step; each step, taken or taken back, comes with its line of the history. */
export const createLearnings = ({ connection, learnings, meta, ledger }: Collections) => {
  const stamp = async (): Promise<number> =>
    (await meta.findById('learnings', { stamp: 1 }).lean<{ stamp?: number }>())?.stamp ?? 0;

  /** All steps, the first one first. */
  const all = async (): Promise<Learning[]> => {
    const rows = await learnings.find().sort({ _id: 1 }).lean<LearningRow[]>();
    return rows.map(({ _id, ...row }) => ({ version: _id, ...row }));
  };

  /** One document of which every step is a change, so that of two at once one is tried again. */
  const step = async (from: number, row: LedgerRow, work: (session: ClientSession) => Promise<void>): Promise<boolean> => {
    try {
      await inTransaction(connection, async (session) => {
        const filter = { _id: 'learnings' as never, ...(from === 0 ? { stamp: { $exists: false } } : { stamp: from }) };
        const result = await meta.collection.updateOne(filter, { $set: { stamp: from + 1 } }, { upsert: from === 0, session });
        if (result.matchedCount + result.upsertedCount !== 1) throw new ConflictError('learnings');
        await work(session);
        await ledger.collection.insertMany(inOrder([row]) as never[], { session });
      });
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  };

  return {
    stamp,
    all,

    /** What is in force. */
    learnt: async (): Promise<Learnt> => {
      // The stamp first: what comes in between is then read again.
      const now = await stamp();
      const standing = (await all()).filter(({ undone }) => !undone);
      const keywords = standing.flatMap((step) => step.keywords ?? []);
      return { stamp: now, lessons: standing.flatMap(({ lessons }) => lessons), keywords };
    },

    /** Adds a step when nothing has changed since `from`; false when somebody was faster. */
    add: ({ version, ...learning }: Learning, from: number, row: LedgerRow): Promise<boolean> =>
      step(from, row, async (session) => {
        await learnings.collection.insertOne({ _id: version, ...learning } as never, { session });
      }),

    /** Takes steps back, likewise. */
    takeBack: (versions: readonly number[], undone: Learning['undone'], from: number, row: LedgerRow): Promise<boolean> =>
      step(from, row, async (session) => {
        await learnings.collection.updateMany({ _id: { $in: [...versions] as never[] } }, { $set: { undone } }, { session });
      }),
  };
};
