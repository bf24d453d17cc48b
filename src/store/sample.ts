import type { Customer } from '../domain/customer.ts';
import type { Collections } from './collections.ts';
import { inTransaction } from './transaction.ts';

/** The sample's customers and all that hangs on them. */
export const createSampleStore = ({ connection, customers, identities, events, ledger, contacts }: Collections) => ({
  count: (): Promise<number> => customers.countDocuments({ sample: true }),

  /** Removes every trace of the sample; what is real stays. Gives the number of customers removed. */
  clear: async (): Promise<number> => {
    let removed = 0;
    await inTransaction(connection, async (session) => {
      const found = await customers
        .find({ sample: true }, { contacts: 1 }, { session })
        .lean<Pick<Customer, '_id' | 'contacts'>[]>();
      const ids = found.map(({ _id }) => _id);
      const theirs = { customer: { $in: ids } };
      const keys = (await identities.find(theirs, { _id: 1 }, { session }).lean<{ _id: string }[]>()).map(({ _id }) => _id);
      await events.collection.deleteMany({ $or: [{ identity: { $in: keys } }, { sample: true }] }, { session });
      await identities.collection.deleteMany(theirs, { session });
      await ledger.collection.deleteMany(theirs, { session });
      await customers.collection.deleteMany({ _id: { $in: ids as never[] } }, { session });
      // Of the numbers that somebody gave them, those that nobody real has too.
      const numbers = found.flatMap((one) => one.contacts);
      const having = { 'contacts.0': { $exists: true }, contacts: { $in: numbers } };
      const others = numbers.length === 0 ? [] : await customers.distinct('contacts', having, { session });
      const orphaned = numbers.filter((key) => !others.includes(key));
      await contacts.collection.deleteMany({ _id: { $in: orphaned as never[] } }, { session });
      removed = ids.length;
    });
    return removed;
  },
});
