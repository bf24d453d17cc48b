import type { HomeClock } from '../domain/ledger.ts';
import type { Library } from '../domain/tag.ts';
import type { Instant } from '../domain/time.ts';
import { SurroundingsError } from '../errors.ts';
import type { Collections } from './collections.ts';

const SCHEMA = 1;

/** The single documents of a database: whose it is, its clock, its tag library. */
export const createHomeData = ({ meta }: Collections) => ({
  /**
   * Marks an empty database with its installation; several instances of one share it. A home's own database is not `shared`:
   * it belongs to the home that it lies in, whatever its mark says.
   * @throws SurroundingsError when it belongs to another installation or was written by a newer release.
   */
  claim: async (name: string, shared: boolean): Promise<void> => {
    const found = await meta.collection.findOneAndUpdate(
      { _id: 'installation' as never },
      { $setOnInsert: { name, schema: SCHEMA } },
      { upsert: true, returnDocument: 'after' },
    );
    if (shared && found && found['name'] !== name)
      throw new SurroundingsError('other_installation', { name: String(found['name']) });
    if (found && Number(found['schema']) > SCHEMA)
      throw new SurroundingsError('newer_database', { schema: Number(found['schema']) });
  },

  clock: async (): Promise<HomeClock | null> => {
    const found = await meta.findById('clock').lean<{ mode: HomeClock['mode']; at: Instant }>();
    return found ? { mode: found.mode, at: found.at } : null;
  },

  /** Moves the clock forward; it is never turned back. */
  advanceClock: async ({ mode, at }: HomeClock): Promise<void> => {
    await meta.collection.updateOne({ _id: 'clock' as never }, { $set: { mode }, $max: { at } }, { upsert: true });
  },

  library: async (): Promise<Library | null> => {
    const found = await meta.findById('library').lean<{ library: Library }>();
    return found?.library ?? null;
  },

  /** Stores a library when the stored one is still at version `from` (0: none yet); false when somebody was faster. */
  saveLibrary: async (library: Library, from: number): Promise<boolean> => {
    if (from === 0) {
      const result = await meta.collection.updateOne(
        { _id: 'library' as never },
        { $setOnInsert: { library } },
        { upsert: true },
      );
      return result.upsertedCount === 1;
    }
    const filter = { _id: 'library' as never, 'library.version': from };
    const result = await meta.collection.updateOne(filter, { $set: { library } });
    return result.matchedCount === 1;
  },
});
