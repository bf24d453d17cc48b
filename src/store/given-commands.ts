import type { CommandBody, KeptEvent } from '../domain/event.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';

const UNDO_WINDOW_SCAN = 50;
/** Those of a batch have a dot in their keys. */
const NO_BATCH = { $not: /^~~[^./]+\./ };

/** What people did to customers, and what was taken back. */
export const createGivenCommands = (events: Collections['events']) => {
  /** What was taken back, of these commands and imports, and under which identity. */
  const undosAmong = async (keys: string[], identities: string[]): Promise<{ identity: string; undone: string }[]> => {
    const found = await events
      .find(
        { identity: { $in: identities }, 'body.kind': 'command', 'body.undo': { $in: keys }, state: 'done' },
        { identity: 1, 'body.undo': 1 },
      )
      .lean<{ identity: string; body: CommandBody }[]>();
    return found.flatMap(({ identity, body }) => (body.undo === null ? [] : [{ identity, undone: body.undo }]));
  };

  return {
    /** A person's newest commands on a customer, newest first, and the undos that already took some back. */
    commandsOf: async (identities: string[]): Promise<(KeptEvent & { body: CommandBody })[]> =>
      events
        .find({ identity: { $in: identities }, state: 'done', 'body.kind': 'command' })
        .sort({ at: -1, _id: -1 })
        .limit(UNDO_WINDOW_SCAN)
        .lean<(KeptEvent & { body: CommandBody })[]>(),

    /** The ids of the commands that were taken back, of these. */
    undoneAmong: async (keys: string[], identities: string[]): Promise<Set<string>> =>
      new Set((await undosAmong(keys, identities)).map(({ undone }) => undone)),

    undosAmong,

    /** The tags that this person put on customers one by one since then, in their newest `most` changes, newest first; as often as they did. */
    addedBy: async (actor: string, since: Instant, most: number): Promise<string[]> => {
      const own = { 'body.kind': 'command', 'body.actor.id': actor, at: { $gte: since }, state: 'done', _id: NO_BATCH };
      const found = await events
        .find(own as object, { 'body.add': 1 })
        .sort({ at: -1 })
        .limit(most)
        .lean<{ body: Pick<CommandBody, 'add'> }[]>();
      return found.flatMap(({ body }) => body.add);
    },

    /** The identity of the customer whom this person changed last, batches aside. */
    lastChangedBy: async (actor: string): Promise<string | null> => {
      const own = {
        'body.kind': 'command',
        'body.actor.id': actor,
        'body.undo': null,
        state: 'done',
        _id: NO_BATCH,
      };
      const [last] = await events
        .find(own as object, { identity: 1 })
        .sort({ at: -1, _id: -1 })
        .limit(1)
        .lean<{ identity: string | null }[]>();
      return last?.identity ?? null;
    },
  };
};
