import type { BatchDeed, Deed, ImportDeed, JoinDeed } from '../../domain/deed.ts';
import type { Reply } from '../../domain/reply.ts';
import { DAY } from '../../domain/time.ts';
import type { Context } from '../command.ts';
import { undoLibrary } from '../edit-library.ts';
import { undoJoin } from '../join-customers.ts';
import { doBatch, membersOf } from './do-batch.ts';

/** The caller's newest deed of the last 24 hours that stands. */
export const lastDeed = async ({ app, actor }: Context): Promise<Deed | null> => {
  const [newest] = await app.store.deeds.newestOf(actor.id, app.clock.asOf() - DAY);
  return newest ?? null;
};

const isJoin = (deed: Deed): deed is Deed<JoinDeed> => deed.what.kind === 'join' || deed.what.kind === 'split';
const isBatch = (deed: Deed): deed is Deed<BatchDeed> => ['tag', 'handover'].includes(deed.what.kind);

const isImport = (deed: Deed): deed is Deed<ImportDeed> => deed.what.kind === 'import';

/** What a batch was, in a few words. */
export const nameOf = ({ what }: Deed<BatchDeed>): string =>
  what.kind === 'tag' ? `@(${what.query})` : what.kind === 'handover' ? `${what.from} → ${what.to}` : what.of;

/** All customers of whom an import said anything, as they are called now. */
const importedBy = async ({ app: { store } }: Context, { _id }: Deed): Promise<string[]> => {
  const found = await store.customers.identities(await store.events.identitiesIn(_id));
  return [...new Set(found.map(({ customer }) => customer))].sort();
};

/** Takes a deed of the caller back: from everybody whom it concerned and whom nobody has changed in the same since. */
export const undoDeed = async (context: Context, deed: Deed): Promise<Reply> => {
  if (isJoin(deed)) return undoJoin(context, deed);
  if (!isBatch(deed) && !isImport(deed)) return undoLibrary(context);
  const of = isImport(deed) ? deed.what.file : nameOf(deed);
  const members = isImport(deed) ? await importedBy(context, deed) : await membersOf(context, deed);
  return doBatch(context, { kind: 'undo', of: deed._id }, members, {
    did: { kind: 'undo', of },
    note: `undo ${of}`,
  });
};
