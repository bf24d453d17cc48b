import mongoose from 'mongoose';
import { SurroundingsError } from '../errors.ts';

const AUTHENTICATION_FAILED = [18, 8000];

/**
 * Sees that a server answers within `timeoutMs` and is a replica set or a cluster of them: a lone one has no transactions and
 * no change streams. Throws `database_address`, `database_unreachable`, `database_refused` or `database_standalone`.
 */
export async function checkServer({ uri, timeoutMs }: { uri: string; timeoutMs: number }): Promise<void> {
  const client = connect(uri, timeoutMs);
  const host = client.options.srvHost ?? client.options.hosts.join(',');
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello['setName'] === undefined && hello['msg'] !== 'isdbgrid')
      throw new SurroundingsError('database_standalone', { host });
  } catch (error) {
    if (error instanceof SurroundingsError) throw error;
    throw new SurroundingsError(isRefusal(error) ? 'database_refused' : 'database_unreachable', { host }, { cause: error });
  } finally {
    await client.close();
  }
}

function connect(uri: string, timeoutMs: number) {
  try {
    return new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: timeoutMs, connectTimeoutMS: timeoutMs });
  } catch (error) {
    // The driver's own words may hold the password, so they stay out of the sentence.
    throw new SurroundingsError('database_address', {}, { cause: error });
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && AUTHENTICATION_FAILED.includes(Number(error.code));
}
