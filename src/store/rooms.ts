import type { StoredRoom } from '../domain/room.ts';
import type { Collections } from './collections.ts';
import { isConflict } from './faults.ts';

/** Conversations of channels: who is at hand there. */
export const createRooms = ({ rooms }: Collections) => ({
  /** The rooms of these keys that are known. */
  load: (keys: string[]): Promise<StoredRoom[]> => rooms.find({ _id: { $in: keys } }).lean<StoredRoom[]>(),

  /** Notes who spoke there last; one who spoke before whoever is noted changes nothing. */
  note: async ({ _id, identity, name, at }: Required<Omit<StoredRoom, 'customers'>>): Promise<void> => {
    try {
      const older = { _id, at: { $not: { $gt: at } } };
      await rooms.collection.updateOne(older as never, { $set: { identity, name, at } }, { upsert: true });
    } catch (error) {
      // It is there already, with somebody who spoke later.
      if (!isConflict(error)) throw error;
    }
  },

  /** Notes that whoever is noted there spoke again. */
  spokeAgain: async (key: string, at: number): Promise<void> => {
    await rooms.updateOne({ _id: key }, { $max: { at } });
  },

  /** Up to when all that was said in a channel (by its key) was taken; null where nobody has said. */
  reached: async (key: string): Promise<number | null> => (await rooms.findById(key, { at: 1 }).lean<StoredRoom>())?.at ?? null,

  setReached: async (key: string, at: number): Promise<void> => {
    await rooms.updateOne({ _id: key }, { $max: { at } }, { upsert: true });
  },

  /** Says whether everybody there who is not in the people file is a customer. */
  setCustomers: async (key: string, customers: boolean): Promise<void> => {
    await rooms.updateOne({ _id: key }, { $set: { customers } }, { upsert: true });
  },
});
