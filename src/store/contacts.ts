import type { Collections, SealedContact } from './collections.ts';

/** Whole phone numbers and addresses, sealed. */
export const createContactRows = ({ contacts }: Collections) => ({
  /** Those of the keys of contacts that stand here sealed under this key of an installation. Throws as `put` does. */
  sealedUnder: async (under: string, keys: string[], withinMs: number): Promise<Set<string>> => {
    // A platform waits: the driver has no deadline of its own that a server which hangs would keep to.
    const options = { projection: { _id: 1 }, signal: AbortSignal.timeout(withinMs) };
    const found = await contacts.collection.find({ _id: { $in: keys as never[] }, under }, options).toArray();
    return new Set(found.map(({ _id }) => String(_id)));
  },

  read: (keys: string[]): Promise<SealedContact[]> => contacts.find({ _id: { $in: keys } }).lean<SealedContact[]>(),

  /** Writes rows, also over those that another key has sealed. @throws the driver's error, also when it takes longer than `withinMs`. */
  put: async (rows: readonly SealedContact[], withinMs: number): Promise<void> => {
    const writes = rows.map(({ _id, ...row }) => ({ updateOne: { filter: { _id }, update: { $set: row }, upsert: true } }));
    await contacts.collection.bulkWrite(writes as never[], { ordered: false, signal: AbortSignal.timeout(withinMs) } as object);
  },
});

export type ContactRows = ReturnType<typeof createContactRows>;
