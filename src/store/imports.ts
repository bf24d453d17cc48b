import type { BegunImport, Collections } from './collections.ts';

/** Imports under way: one that was killed goes on as what it was. */
export const createImports = ({ imports }: Collections) => ({
  /** Begins an import, or finds the one of the same content that was begun before and never ended. */
  begin: async ({ _id, at, began }: BegunImport): Promise<BegunImport> => {
    const update = { $setOnInsert: { at, began } };
    const found = await imports.collection.findOneAndUpdate({ _id: _id as never }, update, {
      upsert: true,
      returnDocument: 'after',
    });
    return { _id, at: Number(found?.['at'] ?? at), began: Number(found?.['began'] ?? began) };
  },

  end: async (id: string): Promise<void> => {
    await imports.collection.deleteOne({ _id: id as never });
  },
});
