import type { ClientSession } from 'mongoose';
import type { Deed } from '../domain/deed.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Collections } from './collections.ts';
import { ConflictError } from './faults.ts';
import { inOrder } from './ledger.ts';

/** What goes in with a change that a person can take back. */
export interface NotedDeed {
  row: LedgerRow;
  deed: Deed;
  /** The deed that it takes back. */
  undoes?: string;
}

/** Notes a change and what takes it back, in the transaction of the change. @throws ConflictError where somebody else took the same back first. */
export const noteDeed = async ({ ledger, deeds }: Collections, { row, deed, undoes }: NotedDeed, session: ClientSession) => {
  await ledger.collection.insertMany(inOrder([row]) as never[], { session });
  await deeds.collection.insertOne(deed as never, { session });
  if (undoes === undefined) return;
  const standing = { _id: undoes as never, undone: { $ne: true } };
  const result = await deeds.collection.updateOne(standing, { $set: { undone: true } }, { session });
  if (result.matchedCount !== 1) throw new ConflictError('deed');
};
