import { randomUUID } from 'node:crypto';
import type { Library } from '../domain/tag.ts';
import { UserError } from '../errors.ts';
import { libraryDeed } from '../tagging/library-deed.ts';
import { sweepOf } from '../tagging/sweep-of.ts';
import type { Context } from './command.ts';
import { setUpRow } from './set-up-row.ts';

const MOST_TRIES = 5;

const DENIALS = new Set(['library_managers_only', 'tag_restricted']);

/** A change of the library that somebody may not make is noted like any other denial. */
export const auditedChange = async <T>(context: Context, work: () => T): Promise<T> => {
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
 * @param undoes the deed that the change takes back.
 * @throws what `work` throws; UserError `too_busy`.
 */
export const changeLibrary = async <Done extends { library: Library }>(
  context: Context,
  change: { name: string; work: (current: Library) => Done; note: (done: Done) => string; undoes?: string },
): Promise<Done> => {
  const { app, actor } = context;
  const { store } = app;
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const current = (await store.home.library()) ?? app.inForce.library();
    const done = await auditedChange(context, () => change.work(current));
    const { library } = done;
    const stored = {
      ...{ library, from: current.version, sweep: sweepOf(current, library), at: app.wallNow() },
      row: setUpRow(context, 'library', { note: change.note(done) }),
      deed: {
        ...{ _id: randomUUID(), actor: { id: actor.id, role: actor.role }, at: app.clock.asOf(), kept: app.wallNow() },
        what: libraryDeed(current, library),
        ...(change.undoes === undefined ? {} : { undone: true }),
      },
      ...(change.undoes === undefined ? {} : { undoes: change.undoes }),
    };
    if (library.version !== current.version && !(await store.changeLibrary(stored))) continue;
    app.inForce.replace({ library });
    await app.followChanges();
    return done;
  }
  throw new UserError('too_busy', { name: change.name });
};
