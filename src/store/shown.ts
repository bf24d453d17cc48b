import type { Collections } from './collections.ts';

const key = (list: string, person: string): string => `${list}/${person}`;

/** What lists showed to whom last, so that a number means what stood there then. */
export const createShown = ({ shown }: Collections) => ({
  /** The ids that somebody saw, in their order, and those that they put off; null where they saw none. */
  of: async (list: string, person: string): Promise<{ ids: string[]; later: string[] } | null> => {
    const found = await shown.findById(key(list, person)).lean<{ ids: string[]; later?: string[] } | null>();
    return found && { ids: found.ids, later: found.later ?? [] };
  },

  note: async (list: string, person: string, ids: readonly string[]): Promise<void> => {
    await shown.collection.updateOne({ _id: key(list, person) as never }, { $set: { ids: [...ids] } }, { upsert: true });
  },

  /** Puts one off: it comes last in that person's list from now on. At most `most` are remembered. */
  putOff: async (list: string, person: string, id: string, most: number): Promise<void> => {
    const push = { $push: { later: { $each: [id], $slice: -most } } };
    await shown.collection.updateOne({ _id: key(list, person) as never }, push as object, { upsert: true });
  },
});
