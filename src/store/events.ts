import { byTime } from '../domain/by-time.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';
import { customerWords } from './customer-words.ts';
import { insertFailures } from './faults.ts';
import { createGivenCommands } from './given-commands.ts';
import { createSetAside } from './set-aside.ts';

export type InsertOutcome = 'kept' | 'duplicate' | Error;

export type Imported = Pick<KeptEvent, '_id' | 'identity' | 'conversation'>;

/** The inbox, the timeline and the history, in one collection. */
export const createEvents = ({ events }: Collections) => {
  return {
    ...createGivenCommands(events),
    ...createSetAside(events),

    /**
     * Inserts what waits in one go and says of each whether it was new. One that fails for another cause fails alone.
     * @throws the driver's error when nothing is known of any, also when it has taken longer than `withinMs`.
     */
    insert: async (batch: KeptEvent[], withinMs: number): Promise<InsertOutcome[]> => {
      const outcomes: InsertOutcome[] = batch.map(() => 'kept');
      try {
        // The driver has no deadline of its own that a server which hangs would keep to; its types leave out that inserts take one.
        const options = { ordered: false, signal: AbortSignal.timeout(withinMs) };
        await events.collection.insertMany(batch as never[], options);
      } catch (error) {
        const failures = insertFailures(error);
        if (!failures) throw error;
        for (const { index, duplicate, error: cause } of failures) outcomes[index] = duplicate ? 'duplicate' : cause;
      }
      return outcomes;
    },

    /** Those of `keys` that wait to be applied. */
    pendingAmong: (keys: string[]): Promise<KeptEvent[]> =>
      events.find({ _id: { $in: keys }, state: 'pending' }).lean<KeptEvent[]>(),

    /** All that wait, oldest first; only those kept before `keptBefore`. */
    pending: (keptBefore: Instant, limit: number): Promise<KeptEvent[]> =>
      events
        .find({ state: 'pending', keptAt: { $lt: keptBefore } })
        .sort({ at: 1 })
        .limit(limit)
        .lean<KeptEvent[]>(),

    pendingOf: (identities: string[]): Promise<KeptEvent[]> =>
      events.find({ state: 'pending', identity: { $in: identities } }).lean<KeptEvent[]>(),

    oldestPendingAt: async (): Promise<Instant | null> => {
      const [oldest] = await events.find({ state: 'pending' }, { at: 1 }).sort({ at: 1 }).limit(1).lean<{ at: Instant }[]>();
      return oldest?.at ?? null;
    },

    /** The applied events of one customer's identities, in the order of the fold. */
    history: async (identities: string[]): Promise<KeptEvent[]> => {
      const found = await events.find({ identity: { $in: identities }, state: 'done' }).lean<KeptEvent[]>();
      return found.sort(byTime);
    },

    /** A customer's newest messages up to `until`, and what recalled or edited some, newest first; `own`: those that they wrote. */
    saidLast: (identities: string[], until: Instant, limit: number, own: boolean): Promise<KeptEvent[]> =>
      events
        .find({
          ...{ identity: { $in: identities }, state: 'done', at: { $lte: until } },
          $or: [
            { ...(own ? { from: 'customer' } : {}), 'body.kind': 'message' },
            { 'body.kind': 'fact', 'body.name': { $in: ['recall', 'edit'] } },
          ],
        })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<KeptEvent[]>(),

    /** What happened to one customer's identities, newest first, from a place on: messages, facts and people's changes. */
    timeline: (identities: string[], before: { at: Instant; id: string } | null, limit: number): Promise<KeptEvent[]> =>
      events
        .find({
          ...{ identity: { $in: identities }, state: 'done' },
          'body.kind': { $in: ['message', 'fact', 'command'] },
          'body.name': { $nin: ['recall', 'edit'] },
          ...(before === null ? {} : { $or: [{ at: { $lt: before.at } }, { at: before.at, _id: { $lt: before.id } }] }),
        })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<KeptEvent[]>(),

    /** What recalled or edited these messages (by the platform's ids) and undid these commands (by key) of one customer's identities. */
    reachingBack: (identities: string[], messages: string[], commands: string[]): Promise<KeptEvent[]> =>
      events
        .find({
          ...{ identity: { $in: identities }, state: 'done' },
          $or: [
            { 'body.kind': 'fact', 'body.name': { $in: ['recall', 'edit'] }, 'body.data.message': { $in: messages } },
            { 'body.kind': 'command', 'body.undo': { $in: commands } },
          ],
        })
        .lean<KeptEvent[]>(),

    /** The applied facts of a name that happened to one customer's identities at one of these moments. */
    factsAt: (identities: string[], name: string, at: Instant[]): Promise<KeptEvent[]> =>
      events
        .find({ identity: { $in: identities }, at: { $in: at }, state: 'done', 'body.kind': 'fact', 'body.name': name })
        .lean<KeptEvent[]>(),

    /** What imported tables said of these (as far as it is applied) identities, in the order of the imports: which key under which heading (`conversation`). */
    importedOf: (identities: string[]): Promise<Imported[]> =>
      events
        .find({ channel: 'import', state: 'done', identity: { $in: identities } }, { identity: 1, conversation: 1 })
        // The general index would do too, by way of everything that they ever wrote.
        .hint('imported')
        .sort({ _id: 1 })
        .lean<Imported[]>(),

    /** The identities of which an import (`import-run.ts`) said anything; at most `most` of its rows are looked at. */
    identitiesIn: async (run: string, most = 0): Promise<string[]> => {
      const found = await events
        .find({ _id: { $gte: `${run}-`, $lt: `${run}.` }, channel: 'import', state: 'done' }, { identity: 1 })
        .limit(most)
        .lean<Pick<KeptEvent, 'identity'>[]>();
      return [...new Set(found.flatMap(({ identity }) => identity ?? []))];
    },

    byKeys: (keys: string[]): Promise<KeptEvent[]> => events.find({ _id: { $in: keys } }).lean<KeptEvent[]>(),

    /** What customers wrote, the newest first as they were kept; without what was forwarded, and without the sample. */
    customerWords: (most: number) => customerWords(events, most),

    /** Those of these people's commands that were taken back. */
    takenBack: async (actors: string[], commands: string[]): Promise<Set<string>> => {
      const undos = { 'body.kind': 'command', 'body.actor.id': { $in: actors }, 'body.undo': { $in: commands } };
      const found = await events.find(undos as object, { 'body.undo': 1 }).lean<{ body: { undo: string } }[]>();
      return new Set(found.map(({ body }) => body.undo));
    },

    /** Message key → identity, for those messages that are there. */
    ownersOf: async (keys: string[]): Promise<Map<string, string>> => {
      const found = await events.find({ _id: { $in: keys } }, { identity: 1 }).lean<Pick<KeptEvent, '_id' | 'identity'>[]>();
      return new Map(found.flatMap(({ _id, identity }) => (identity === null ? [] : [[_id, identity] as const])));
    },

    /** A page of the recalls and edits whose message has not come, by key; only those kept since then. */
    awaiting: (keptSince: Instant, after: string, limit: number): Promise<Pick<KeptEvent, '_id' | 'target'>[]> =>
      events
        .find({ target: { $exists: true }, keptAt: { $gte: keptSince }, _id: { $gt: after } }, { target: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<Pick<KeptEvent, '_id' | 'target'>[]>(),

    /** Lets the recalls and edits that awaited these messages (key → identity) take their turn, and gives them. */
    adopt: async (owners: ReadonlyMap<string, string>): Promise<KeptEvent[]> => {
      const found = await events.find({ target: { $in: [...owners.keys()] } }).lean<KeptEvent[]>();
      if (found.length === 0) return [];
      const adopted = found.map(({ target, ...event }): KeptEvent => {
        return { ...event, state: 'pending', identity: owners.get(target ?? '') ?? null };
      });
      const moves = adopted.map(({ _id, identity }) => ({
        updateOne: {
          filter: { _id, state: 'awaiting' },
          update: { $set: { state: 'pending', identity }, $unset: { target: 1 } },
        },
      }));
      await events.collection.bulkWrite(moves as never[], { ordered: false });
      return adopted;
    },

    /** Notes a failure of the event's own; at `limit` of them it is set aside with the reason. */
    fail: async (event: KeptEvent, reason: string, limit: number): Promise<'pending' | 'quarantined'> => {
      const failures = (event.failures ?? 0) + 1;
      const state = failures >= limit ? 'quarantined' : 'pending';
      await events.collection.updateOne({ _id: event._id as never, state: 'pending' }, { $set: { failures, reason, state } });
      return state;
    },

    count: (): Promise<number> => events.estimatedDocumentCount(),
  };
};

export type Events = ReturnType<typeof createEvents>;
