import type { Concerned } from '../domain/sweep.ts';
import type { Library } from '../domain/tag.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';
import { ConflictError, isConflict } from './faults.ts';
import { createHomeData } from './home-data.ts';
import { type NotedDeed, noteDeed } from './note-deed.ts';
import { inTransaction } from './transaction.ts';

export interface StoredLibraryChange extends NotedDeed {
  library: Library;
  /** The version that it was made of. */
  from: number;
  sweep: Concerned | null;
  at: Instant;
}

/** Stores a changed library together with its line in the history and with what takes it back; false when somebody was faster. */
export const createChangeLibrary =
  (collections: Collections) =>
  async ({ library, from, sweep, at, ...noted }: StoredLibraryChange): Promise<boolean> => {
    const home = createHomeData(collections);
    try {
      await inTransaction(collections.connection, async (session) => {
        if (!(await home.saveLibrary(library, from, sweep, at, session))) throw new ConflictError('library');
        await noteDeed(collections, noted, session);
      });
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  };
