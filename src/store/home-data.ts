import type { ClientSession } from 'mongoose';
import type { HomeClock } from '../domain/ledger.ts';
import type { Concerned, Ground, Sweep } from '../domain/sweep.ts';
import type { Library } from '../domain/tag.ts';
import type { Instant } from '../domain/time.ts';
import { SurroundingsError } from '../errors.ts';
import type { Collections } from './collections.ts';

const SCHEMA = 4;

/** The single documents of a database: whose it is, its clock, its tag library. */
export const createHomeData = ({ meta }: Collections) => ({
  /**
   * Marks an empty database with its installation; several instances of one share it. A home's own database is not `shared`:
   * it belongs to the home that it lies in, whatever its mark says.
   * Gives whether an older release wrote it, so that its customers have to be folded again.
   * @throws SurroundingsError when it belongs to another installation or was written by a newer release.
   */
  claim: async (name: string, shared: boolean): Promise<boolean> => {
    const found = await meta.collection.findOneAndUpdate(
      { _id: 'installation' as never },
      { $setOnInsert: { name, schema: SCHEMA } },
      { upsert: true, returnDocument: 'after' },
    );
    if (shared && found && found['name'] !== name)
      throw new SurroundingsError('other_installation', { name: String(found['name']) });
    if (found && Number(found['schema']) > SCHEMA)
      throw new SurroundingsError('newer_database', { schema: Number(found['schema']) });
    return found !== null && Number(found['schema']) < SCHEMA;
  },

  /** Notes that everything has the form of this release. */
  migrated: async (): Promise<void> => {
    await meta.collection.updateOne({ _id: 'installation' as never }, { $set: { schema: SCHEMA } });
  },

  clock: async (): Promise<HomeClock | null> => {
    const found = await meta.findById('clock').lean<HomeClock>();
    return found ? { mode: found.mode, at: found.at, ...(found.since === undefined ? {} : { since: found.since }) } : null;
  },

  /** Moves the clock forward; it is never turned back. */
  advanceClock: async ({ mode, at, since }: HomeClock): Promise<void> => {
    const set = { mode, ...(since === undefined ? {} : { since }) };
    await meta.collection.updateOne({ _id: 'clock' as never }, { $set: set, $max: { at } }, { upsert: true });
  },

  /** A running bot says up to when it has run due work, and that it is there; wall time. */
  beat: async (at: Instant, alive: Instant): Promise<void> => {
    await meta.collection.updateOne({ _id: 'clock' as never }, { $set: { alive }, $max: { at } });
  },

  /** A running bot ends. */
  rest: async (): Promise<void> => {
    await meta.collection.updateOne({ _id: 'clock' as never }, { $unset: { alive: 1 } });
  },

  /** When a running bot last said that it is there; null where none runs. */
  aliveAt: async (): Promise<Instant | null> => {
    const found = await meta.findById('clock', { alive: 1 }).lean<{ alive?: Instant }>();
    return found?.alive ?? null;
  },

  /** Where the files lie that the rules in force came from; null where nobody has noted that. */
  folder: async (): Promise<string | null> => {
    const found = await meta.collection.findOne({ _id: 'folder' as never });
    return found === null ? null : String(found['path']);
  },

  bringFolder: async (path: string): Promise<void> => {
    await meta.collection.updateOne({ _id: 'folder' as never }, { $set: { path } }, { upsert: true });
  },

  library: async (): Promise<Library | null> => {
    const found = await meta.findById('library').lean<{ library: Library }>();
    return found?.library ?? null;
  },

  /** The versions of the stored library and rules, 0 where there are none, and whom changes concern that have not all been folded again. */
  grounds: async (): Promise<{ versions: Record<Ground, number>; sweeps: Sweep[] }> => {
    const found = await meta
      .find({ _id: { $in: ['library', 'rules'] } }, { 'library.version': 1, version: 1, sweep: 1 })
      .lean<{ _id: Ground; library?: { version: number }; version?: number; sweep?: Omit<Sweep, 'of'> }[]>();
    const version = (of: Ground) => {
      const one = found.find(({ _id }) => _id === of);
      return one?.library?.version ?? one?.version ?? 0;
    };
    const sweeps = found.flatMap(({ _id, sweep }) => (sweep ? [{ of: _id, ...sweep }] : []));
    return { versions: { library: version('library'), rules: version('rules') }, sweeps };
  },

  /** Ends a sweep, unless there was another change. */
  endSweep: async ({ of, version }: Sweep): Promise<void> => {
    await meta.collection.updateOne({ _id: of as never, 'sweep.version': version }, { $unset: { sweep: 1 } });
  },

  /**
   * Stores a library, and with it whom the change concerns, when the stored one is still at version `from` (0: none yet); false
   * when somebody was faster.
   */
  saveLibrary: async (
    library: Library,
    from: number,
    sweep: Concerned | null = null,
    at: Instant = 0,
    session?: ClientSession,
  ): Promise<boolean> => {
    if (from === 0) {
      const result = await meta.collection.updateOne(
        { _id: 'library' as never },
        { $setOnInsert: { library } },
        { upsert: true },
      );
      return result.upsertedCount === 1;
    }
    const filter = { _id: 'library' as never, 'library.version': from };
    const { tags = [], named = [], everybody = false } = sweep ?? {};
    // One that is under way goes on with both: `$max` keeps what holds of either.
    const marks = { 'sweep.version': library.version, 'sweep.at': at };
    const update = sweep
      ? {
          $set: { library, ...marks },
          $max: { 'sweep.everybody': everybody },
          $addToSet: { 'sweep.tags': { $each: tags }, 'sweep.named': { $each: named } },
        }
      : { $set: { library } };
    const result = await meta.collection.updateOne(filter, update, session ? { session } : {});
    return result.matchedCount === 1;
  },
});
