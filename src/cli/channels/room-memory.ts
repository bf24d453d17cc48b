import type { CustomerRef } from '../../domain/event.ts';
import { identityKey, identityParts } from '../../domain/key.ts';
import type { StoredRoom } from '../../domain/room.ts';
import type { Instant } from '../../domain/time.ts';
import type { Store } from '../../store/store.ts';

/** Rooms remembered at most: then all are asked for again. */
const MOST = 10_000;

const part = (text: string): string => encodeURIComponent(text);

export interface RoomOf {
  channel: string;
  account: string;
  conversation: string;
  thread?: string | null;
}

export const roomKey = ({ channel, account, conversation, thread = null }: RoomOf): string =>
  [channel, account, conversation, ...(thread === null ? [] : [thread])].map(part).join('/');

/**
 * Who is at hand in the conversations of a channel. What is known costs no look into the store, and it is written only when somebody
 * else speaks than before.
 */
export const createRoomMemory = ({ rooms }: Pick<Store, 'rooms'>) => {
  const known = new Map<string, StoredRoom | null>();
  let changes = 0;

  const room = async (key: string): Promise<StoredRoom | null> => {
    const held = known.get(key);
    if (held !== undefined) return held;
    if (known.size >= MOST) known.clear();
    const before = changes;
    const [found = null] = await rooms.load([key]);
    // What changed meanwhile is asked for again.
    if (changes === before) known.set(key, found);
    return found;
  };

  return {
    /** Notes that this customer speaks there. */
    note: async (of: RoomOf, { id, name }: CustomerRef, at: Instant): Promise<void> => {
      const key = roomKey(of);
      const before = await room(key);
      const identity = identityKey(of.channel, of.account, id);
      if (before?.identity === identity || (before?.at ?? 0) > at) return;
      const seen = changes;
      await rooms.note({ _id: key, identity, name, at });
      if (changes === seen) known.set(key, { ...before, _id: key, identity, name, at });
      else known.delete(key);
    },

    /** The customer who spoke there last. */
    customer: async (of: RoomOf): Promise<CustomerRef | null> => {
      const found = await room(roomKey(of));
      return found?.identity === undefined ? null : { id: identityParts(found.identity).id, name: found.name ?? null, key: null };
    },

    isCustomers: async (of: RoomOf): Promise<boolean> => (await room(roomKey(of)))?.customers === true,

    setCustomers: async (of: RoomOf, customers: boolean): Promise<void> => {
      const key = roomKey(of);
      await rooms.setCustomers(key, customers);
      changes += 1;
      known.delete(key);
    },
  };
};

export type RoomMemory = ReturnType<typeof createRoomMemory>;
