import type { ClientSession } from 'mongoose';
import type { Customer } from '../domain/customer.ts';
import type { Collections } from './collections.ts';
import { ConflictError } from './faults.ts';
import { type NotedDeed, noteDeed } from './note-deed.ts';
import { inTransaction } from './transaction.ts';

/** Changes a customer who is still at the version at which they were read. @throws ConflictError */
const guarded = async ({ customers }: Collections, { _id, version }: Customer, update: object, session: ClientSession) => {
  const filter = { _id: _id as never, version };
  const result = await customers.collection.updateOne(filter, { $inc: { version: 1 }, ...update }, { session });
  if (result.matchedCount !== 1) throw new ConflictError('customer');
};

const AGAIN = { stale: true, dueAt: 0 };

/**
 * Makes two customers one, because a joining key or a person says that they are: its identities, and with them its events, move to `kept`, and `gone`
 * stays as a tombstone. `kept` is stale and due at once, so that its state is folded again from all its events, and keeps in mind what `gone` carried.
 * @throws ConflictError when either changed since it was read.
 */
export const createJoin =
  (collections: Collections) =>
  (kept: Customer, gone: Customer, byHand?: NotedDeed): Promise<void> =>
    inTransaction(collections.connection, async (session) => {
      const apart = [...(kept.apart ?? []), ...(gone.apart ?? [])].filter((id) => id !== kept._id && id !== gone._id);
      const joined = { ...gone.state.tags, ...gone.joined, ...kept.joined };
      const taken = { $set: { ...AGAIN, joined, apart: [...new Set(apart)] }, $addToSet: { findable: { $each: gone.findable } } };
      await guarded(collections, kept, taken, session);
      await guarded(collections, gone, { $set: { mergedInto: kept._id, tagIds: [] }, $unset: { dueAt: 1 } }, session);
      const moved = [{ $set: { was: { $ifNull: ['$was', '$customer'] }, customer: kept._id } }];
      await collections.identities.collection.updateMany({ customer: gone._id }, moved, { session });
      if (byHand) await noteDeed(collections, byHand, session);
    });

export interface Splitting {
  kept: Customer;
  /** The tombstone. */
  gone: Customer;
  /** `gone`, and all who had been merged into it. */
  parts: string[];
  /** Words by which `kept` is found from now on. */
  findable: string[];
  /** Whether no joining key shall make them one again. */
  apart: boolean;
}

/**
 * Makes one customer two again: the identities that `gone` brought, and with them their events, go back to it. Both are folded again.
 * @throws ConflictError when either changed since it was read.
 */
export const createSplit =
  (collections: Collections) =>
  ({ kept, gone, parts, findable, apart }: Splitting, byHand: NotedDeed): Promise<void> =>
    inTransaction(collections.connection, async (session) => {
      const from = (id: string) => (apart ? { $addToSet: { apart: id } } : {});
      await guarded(collections, kept, { $set: { ...AGAIN, findable }, $unset: { joined: 1 }, ...from(gone._id) }, session);
      await guarded(collections, gone, { $set: AGAIN, $unset: { mergedInto: 1 }, ...from(kept._id) }, session);
      const own = { $cond: [{ $eq: ['$was', gone._id] }, '$$REMOVE', '$was'] };
      const back = [{ $set: { customer: gone._id, was: own } }];
      await collections.identities.collection.updateMany({ customer: kept._id, was: { $in: parts } }, back, { session });
      await noteDeed(collections, byHand, session);
    });
