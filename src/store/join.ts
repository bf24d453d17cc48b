import type { Customer } from '../domain/customer.ts';
import type { Collections } from './collections.ts';
import { ConflictError } from './faults.ts';
import { inTransaction } from './transaction.ts';

/**
 * Makes two customers one, because a joining key says that they are: its identities, and with them its events, move to `kept`, and `gone` stays
 * as a tombstone. `kept` is stale and due at once, so that its state is folded again from all its events, and keeps in mind what `gone` carried.
 * @throws ConflictError when either changed since it was read.
 */
export const createJoin =
  ({ connection, customers, identities }: Collections) =>
  (kept: Customer, gone: Customer): Promise<void> =>
    inTransaction(connection, async (session) => {
      const guarded = async ({ _id, version }: Customer, update: object) => {
        const filter = { _id: _id as never, version };
        const result = await customers.collection.updateOne(filter, { $inc: { version: 1 }, ...update }, { session });
        if (result.matchedCount !== 1) throw new ConflictError('customer');
      };
      const joined = { ...gone.state.tags, ...gone.joined, ...kept.joined };
      await guarded(kept, { $set: { stale: true, dueAt: 0, joined }, $addToSet: { findable: { $each: gone.findable } } });
      await guarded(gone, { $set: { mergedInto: kept._id, tagIds: [] }, $unset: { dueAt: 1 } });
      await identities.collection.updateMany({ customer: gone._id }, { $set: { customer: kept._id } }, { session });
    });
