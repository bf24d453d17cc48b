import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Library } from '../domain/tag.ts';
import { currentHolder } from '../home/lock.ts';
import { connect } from '../store/connect.ts';
import { openDatabase } from '../store/open-database.ts';
import { createStore } from '../store/store.ts';
import { homeDir, homeOf, openingOf } from './open-app.ts';
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
 * The library in force in this home, for verbs that only look at files: the stored one, else the shipped one. Writes nothing.
 * @throws SurroundingsError when there is a database and it cannot be had.
 */
export const libraryAtHand = async (call: Call, verb: string): Promise<Library> => {
  const shipped = await shippedLibrary(call.process.root);
  if (!(await hasDatabase(call))) return shipped;
  const database = await openDatabase({ ...openingOf(call, homeOf(call.process)), verb, mode: 'short' });
  try {
    const store = createStore(await connect(database.uri, database.name));
    try {
      return (await store.home.library()) ?? shipped;
    } finally {
      await store.close();
    }
  } finally {
    await database.close();
  }
};
