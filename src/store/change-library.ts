import type { Deed } from '../domain/deed.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Concerned } from '../domain/sweep.ts';
import type { Library } from '../domain/tag.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';
import { ConflictError, isConflict } from './faults.ts';
import { createHomeData } from './home-data.ts';
import { inOrder } from './ledger.ts';
import { inTransaction } from './transaction.ts';

export interface StoredLibraryChange {
  library: Library;
  /** The version that it was made of. */
  from: number;
  sweep: Concerned | null;
  at: Instant;
  row: LedgerRow;
  deed: Deed;
  /** The deed that it takes back. */
  undoes?: string;
}

/** Stores a changed library together with its line in the history and with what takes it back; false when somebody was faster. */
export const createChangeLibrary =
  (collections: Collections) =>
  async ({ library, from, sweep, at, row, deed, undoes }: StoredLibraryChange): Promise<boolean> => {
    const { connection, ledger, deeds } = collections;
    const home = createHomeData(collections);
    try {
      await inTransaction(connection, async (session) => {
        if (!(await home.saveLibrary(library, from, sweep, at, session))) throw new ConflictError('library');
        await ledger.collection.insertMany(inOrder([row]) as never[], { session });
        await deeds.collection.insertOne(deed as never, { session });
        if (undoes === undefined) return;
        const standing = { _id: undoes as never, undone: { $ne: true } };
        const result = await deeds.collection.updateOne(standing, { $set: { undone: true } }, { session });
        if (result.matchedCount !== 1) throw new ConflictError('deed');
      });
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  };
