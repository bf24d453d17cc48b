import type { Library } from '../domain/tag.ts';
import { UserError } from '../errors.ts';
import { sweepOf } from '../tagging/sweep-of.ts';
import type { Context } from './command.ts';
import { setUpRow } from './set-up-row.ts';

const MOST_TRIES = 5;

const DENIALS = new Set(['library_managers_only', 'tag_restricted']);

/** A change of the library that somebody may not make is noted like any other denial. */
const audited = async <T>(context: Context, work: () => T): Promise<T> => {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserError && DENIALS.has(error.code)) {
      await context.app.store.ledger.append([setUpRow(context, 'library', { denial: error.code })]);
    }
    throw error;
  }
};

/**
 * Changes the stored library and lets the change reach all whom it concerns. `work` makes the new library of the one that is stored,
 * again when somebody else was faster; `note` says in the history what it did. `name` is what is being changed, for messages.
 * @throws what `work` throws; UserError `too_busy`.
 */
export const changeLibrary = async <Done extends { library: Library }>(
  context: Context,
  { name, work, note }: { name: string; work: (current: Library) => Done; note: (done: Done) => string },
): Promise<Done> => {
  const { app } = context;
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const current = (await app.store.home.library()) ?? app.inForce.library();
    const done = await audited(context, () => work(current));
    const { library } = done;
    if (!(await app.store.home.saveLibrary(library, current.version, sweepOf(current, library), app.wallNow()))) continue;
    if (library.version !== current.version) await app.store.ledger.append([setUpRow(context, 'library', { note: note(done) })]);
    app.inForce.replace({ library });
    await app.followChanges();
    return done;
  }
  throw new UserError('too_busy', { name });
};
