import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, inject, onTestFinished } from 'vitest';

/** An empty database of the shared server. */
export interface FreshDatabase {
  uri: string;
  name: string;
}

/** Gives an empty database; it is dropped when the test that asked is over, or the file when it was asked for outside of a test. */
export function freshDatabase(): FreshDatabase {
  const name = `test-${randomUUID()}`;
  const address = new URL(inject('mongoUri'));
  address.pathname = name;
  const uri = address.href;
  const drop = async () => {
    const client = new mongoose.mongo.MongoClient(uri);
    await client.db(name).dropDatabase();
    await client.close();
  };
  try {
    onTestFinished(drop);
  } catch {
    afterAll(drop);
  }
  return { uri, name };
}
