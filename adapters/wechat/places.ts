import type { Identify } from './identify.ts';
import type { Puppet } from './wechaty-shape.ts';

/** A room in which somebody does not work here. */
export class NotOurs extends Error {
  override message = 'somebody in the room does not work here';
}

/**
 * The rooms in which the bot may speak: those in which everybody works here. It is asked each time, since anybody in a room may bring
 * somebody in.
 */
export const createPlaces = ({ puppet, identify, self }: { puppet: Puppet; identify: Identify; self: () => string }) => {
  const isForStaff = async (room: string): Promise<boolean> => {
    const members = (await puppet.roomMemberList(room)).filter((id) => id !== self());
    if (members.length === 0) return false;
    for (const id of members) if (!(await identify.isStaff(id))) return false;
    return true;
  };

  return {
    isForStaff,

    /** The room with this id or topic. One that several rooms have is no one's: anybody may call a room so. */
    find: async (name: string): Promise<string | null> => {
      const rooms = await puppet.roomList();
      if (rooms.includes(name)) return name;
      const found: string[] = [];
      for (const room of rooms) if ((await puppet.roomPayload(room)).topic === name) found.push(room);
      const [one] = found;
      return found.length === 1 && one !== undefined ? one : null;
    },
  };
};

export type Places = ReturnType<typeof createPlaces>;
