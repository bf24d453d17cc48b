import type { Collections } from './collections.ts';
import { inTransaction } from './transaction.ts';

/** The sample's customers and all that hangs on them. */
export const createSampleStore = ({ connection, customers, identities, events, ledger }: Collections) => ({
  count: (): Promise<number> => customers.countDocuments({ sample: true }),

  /** Removes every trace of the sample; what is real stays. Gives the number of customers removed. */
  clear: async (): Promise<number> => {
    let removed = 0;
    await inTransaction(connection, async (session) => {
      const found = await customers.find({ sample: true }, { _id: 1 }, { session }).lean<{ _id: string }[]>();
      const ids = found.map(({ _id }) => _id);
      const theirs = { customer: { $in: ids } };
      const keys = (await identities.find(theirs, { _id: 1 }, { session }).lean<{ _id: string }[]>()).map(({ _id }) => _id);
      await events.collection.deleteMany({ $or: [{ identity: { $in: keys } }, { sample: true }] }, { session });
      await identities.collection.deleteMany(theirs, { session });
      await ledger.collection.deleteMany(theirs, { session });
      await customers.collection.deleteMany({ _id: { $in: ids as never[] } }, { session });
      removed = ids.length;
    });
    return removed;
  },
});
