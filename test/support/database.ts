import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, inject, onTestFinished } from 'vitest';

/** An empty database of the shared server. */
export interface FreshDatabase {
  uri: string;
  name: string;
}

const addressOf = (name: string): FreshDatabase => {
  const address = new URL(inject('mongoUri'));
  address.pathname = name;
  return { uri: address.href, name };
};

const withDatabase = async ({ uri, name }: FreshDatabase, work: (db: mongoose.mongo.Db) => Promise<unknown>): Promise<void> => {
  const client = new mongoose.mongo.MongoClient(uri);
  await work(client.db(name));
  await client.close();
};

/** When the test that asked is over, or the file when it was asked for outside of a test. */
const afterwards = (work: () => Promise<void>): void => {
  try {
    onTestFinished(work);
  } catch {
    afterAll(work);
  }
};

/** Gives an empty database; it is dropped when the test that asked is over, or the file when it was asked for outside of a test. */
export function freshDatabase(): FreshDatabase {
  const database = addressOf(`test-${randomUUID()}`);
  afterwards(() => withDatabase(database, (db) => db.dropDatabase()));
  return database;
}

/** Databases with the collections and indexes of the program and nothing in them. */
const empty: FreshDatabase[] = [];

/**
 * Gives an empty database that may have been used before, with its collections and indexes: making those anew for every test is most of
 * what a test of the street costs. Whoever changes them takes a fresh one.
 */
export function usedDatabase(): FreshDatabase {
  const database = empty.pop() ?? addressOf(`test-${randomUUID()}`);
  afterwards(async () => {
    await withDatabase(database, async (db) => {
      const collections = await db.collections();
      await Promise.all(collections.map((collection) => collection.deleteMany({})));
    });
    empty.push(database);
  });
  return database;
}
