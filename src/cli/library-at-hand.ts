import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../domain/tag.ts';
import { currentHolder } from '../home/lock.ts';
import { connect } from '../store/connect.ts';
import { openDatabase } from '../store/open-database.ts';
import { createStore, type Store } from '../store/store.ts';
import { homeDir } from './config-of.ts';
import { homeOf, openingOf } from './open-app.ts';
import { shippedLibrary } from './open-library.ts';
import type { Call } from './verb.ts';

/** Whether this home has a database that may hold a library of its own: one of an address, of a running bot, or its data. */
export const hasDatabase = async ({ process }: Call): Promise<boolean> => {
  if (process.env['MONGODB_URI']) return true;
  const dir = homeDir(process);
  const there = await access(join(dir, 'db')).then(
    () => true,
    () => false,
  );
  return there || currentHolder(dir)?.mode === 'long';
};

/**
 * What `read` finds in the database of this home, for verbs that only look at files; null where there is none. Writes nothing.
 * @throws SurroundingsError when there is a database and it cannot be had.
 */
export const readAtHand = async <T>(call: Call, verb: string, read: (store: Store) => Promise<T>): Promise<T | null> => {
  if (!(await hasDatabase(call))) return null;
  const database = await openDatabase({ ...openingOf(call, homeOf(call.process)), verb, mode: 'short' });
  try {
    const store = createStore(await connect(database.uri, database.name));
    try {
      return await read(store);
    } finally {
      await store.close();
    }
  } finally {
    await database.close();
  }
};

/** The library in force in this home: the stored one, else the shipped one. As `readAtHand`. */
export const libraryAtHand = async (call: Call, verb: string): Promise<Library> =>
  (await readAtHand(call, verb, (store) => store.home.library())) ?? shippedLibrary(call.process.root);
