import type { LedgerRow } from '../domain/ledger.ts';
import type { SavedSegment } from '../domain/saved-segment.ts';
import { nameKey } from '../domain/tag-name.ts';
import type { Collections } from './collections.ts';
import { inTransaction } from './transaction.ts';

/** Segments that were saved by name; there are few, so they are read whole. Each change comes with its line of the history. */
export const createSegments = ({ connection, segments, ledger }: Collections) => ({
  all: async (): Promise<SavedSegment[]> => {
    const found = await segments.find().sort({ _id: 1 }).lean<SavedSegment[]>();
    return found.map(({ name, query, by, at }) => ({ name, query, by, at }));
  },

  /** Saves it under its name, in place of the one that had it. */
  save: (segment: SavedSegment, row: LedgerRow): Promise<void> =>
    inTransaction(connection, async (session) => {
      const byName = { _id: nameKey(segment.name) as never };
      await segments.collection.replaceOne(byName, { ...segment } as never, { upsert: true, session });
      await ledger.collection.insertOne(row as never, { session });
    }),

  drop: (name: string, row: LedgerRow): Promise<void> =>
    inTransaction(connection, async (session) => {
      await segments.collection.deleteOne({ _id: nameKey(name) as never }, { session });
      await ledger.collection.insertOne(row as never, { session });
    }),
});
