import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';

type Admin = ReturnType<ReturnType<InstanceType<typeof mongoose.mongo.MongoClient>['db']>['admin']>;

const NOT_YET_INITIALIZED = 94;
/** AlreadyInitialized, NotYetInitialized, ConfigurationInProgress, InterruptedDueToReplStateChange. */
const TOO_EARLY = [23, NOT_YET_INITIALIZED, 109, 11602];
const PRIMARY_MS = 60_000;

/**
 * Makes a mongod on `port` the writable primary of its set of one and resolves when it is. The set remembers host and port; on
 * another port it would find itself in no set (state REMOVED) and wait for ever without an error, so there its memory is replaced.
 */
export async function makePrimary({ port, signal }: { port: number; signal?: AbortSignal | undefined }): Promise<void> {
  const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${port}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: 10_000,
  });
  try {
    const admin = client.db('admin').admin();
    const host = `127.0.0.1:${port}`;
    const isPrimary = async () => (await admin.command({ hello: 1 }))['isWritablePrimary'] === true;
    for (
      const end = performance.now() + PRIMARY_MS;
      !(await unlessTooEarly(isPrimary()));
      await sleep(10, undefined, { signal })
    ) {
      if (performance.now() > end) throw new Error('no primary');
      await unlessTooEarly(configure(admin, host));
    }
  } finally {
    await client.close();
  }
}

async function configure(admin: Admin, host: string): Promise<void> {
  const config = await currentConfig(admin);
  if (config === null) {
    const settings = { electionTimeoutMillis: 500 };
    await admin.command({ replSetInitiate: { _id: 'rs0', settings, members: [{ _id: 0, host }] } });
  } else if (config.members.length === 1 && config.members[0]?.host !== host) {
    const members = [{ ...config.members[0], host }];
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members }, force: true });
  }
}

interface Config {
  version: number;
  members: { host: string }[];
}

async function currentConfig(admin: Admin): Promise<Config | null> {
  try {
    return (await admin.command({ replSetGetConfig: 1 }))['config'] as Config;
  } catch (error) {
    if (codeOf(error) === NOT_YET_INITIALIZED) return null;
    throw error;
  }
}

/** While it still reads its memory it refuses, and when its role in the set changes it may hang up: the caller's loop asks again. */
async function unlessTooEarly<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoNetworkError || TOO_EARLY.includes(codeOf(error) ?? 0)) return null;
    throw error;
  }
}

function codeOf(error: unknown): number | undefined {
  return error instanceof mongoose.mongo.MongoServerError && typeof error.code === 'number' ? error.code : undefined;
}
