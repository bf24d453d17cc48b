import type { BatchDeed, Deed, DeedPage, PageOutcome } from '../domain/deed.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';
import { inTransaction } from './transaction.ts';

/** Deeds of one person that an undo looks through. */
const SCAN = 20;

/** What people did to many customers or to the library at once, and how far it has come. */
export const createDeeds = ({ connection, deeds, deedPages }: Collections) => ({
  byId: (id: string): Promise<Deed | null> => deeds.findById(id).lean<Deed | null>(),

  byIds: (ids: string[]): Promise<Deed[]> => deeds.find({ _id: { $in: ids } }).lean<Deed[]>(),

  /** Those of them that were taken back. */
  undoneAmong: async (ids: string[]): Promise<string[]> =>
    (await deeds.find({ _id: { $in: ids }, undone: true }, { _id: 1 }).lean<{ _id: string }[]>()).map(({ _id }) => _id),

  /** A person's newest that stand and are not undos themselves, newest first; only those after `since`. */
  newestOf: (actor: string, since: Instant): Promise<Deed[]> =>
    deeds
      .find({ 'actor.id': actor, at: { $gt: since }, undone: { $ne: true }, 'what.kind': { $ne: 'undo' } })
      .sort({ kept: -1, _id: -1 })
      .limit(SCAN)
      .lean<Deed[]>(),

  add: async (deed: Deed): Promise<void> => {
    await deeds.collection.insertOne(deed as never);
  },

  markUndone: async (id: string): Promise<void> => {
    await deeds.collection.updateOne({ _id: id as never }, { $set: { undone: true } });
  },

  /** Notes a batch with all whom it concerns: from now on it is carried out, whatever is killed. */
  begin: (deed: Deed<BatchDeed>, pages: readonly DeedPage[]): Promise<void> =>
    inTransaction(connection, async (session) => {
      await deeds.collection.insertOne(deed as never, { session });
      if (pages.length > 0) await deedPages.collection.insertMany(pages as never[], { session });
    }),

  /** Takes on an interrupted batch that nobody is at any more; false when somebody else was faster. */
  takeOn: async ({ _id, lease }: Deed, until: Instant): Promise<boolean> =>
    (await deeds.collection.updateOne({ _id: _id as never, lease: lease ?? 0 }, { $set: { lease: until } })).matchedCount === 1,

  /** Says that this process is still at it. */
  keepOn: async (id: string, until: Instant): Promise<void> => {
    await deeds.collection.updateOne({ _id: id as never, lease: { $exists: true } }, { $set: { lease: until } });
  },

  /** Batches that were begun and not ended, and that nobody is at since `now`. */
  interrupted: (now: Instant): Promise<Deed<BatchDeed>[]> => deeds.find({ lease: { $lt: now } }).lean<Deed<BatchDeed>[]>(),

  /** Its next page that waits, in order. */
  nextPage: (deed: string): Promise<DeedPage | null> =>
    deedPages
      .findOne({ deed, outcome: { $exists: false } })
      .sort({ place: 1 })
      .lean<DeedPage | null>(),

  endPage: async (id: string, outcome: PageOutcome): Promise<void> => {
    await deedPages.collection.updateOne({ _id: id as never }, { $set: { outcome } });
  },

  /** Its pages, in order. */
  pages: (deed: string): Promise<DeedPage[]> => deedPages.find({ deed }).sort({ place: 1 }).lean<DeedPage[]>(),

  end: async (id: string): Promise<void> => {
    await deeds.collection.updateOne({ _id: id as never }, { $unset: { lease: 1 } });
  },
});
