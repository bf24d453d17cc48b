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

  /** Says whether everybody there who is not in the people file is a customer. */
  setCustomers: async (key: string, customers: boolean): Promise<void> => {
    await rooms.updateOne({ _id: key }, { $set: { customers } }, { upsert: true });
  },
});
