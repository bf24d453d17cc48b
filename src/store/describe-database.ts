import type { Home } from '../home/home.ts';
import { currentHolder } from '../home/lock.ts';
import { type Fetcher, fetchersFor } from './embedded/fetch-mongod.ts';
import { findMongod } from './embedded/find-mongod.ts';

/** Which database a verb would use now. `fetch`: none is here, and `from` are the places that would be asked for one. */
export type DatabaseSource =
  | { source: 'uri' }
  | { source: 'running'; verb: string; pid: number }
  | { source: 'mongod'; path: string; version: string }
  | { source: 'fetch'; from: Fetcher['source'][] };

/** Says where a verb would find its database, without fetching or starting anything. Throws `mongod_unusable`. */
export async function describeDatabase({ home, env }: { home: Home; env: NodeJS.ProcessEnv }): Promise<DatabaseSource> {
  if (env['MONGODB_URI']) return { source: 'uri' };
  const holder = currentHolder(home.dir);
  if (holder?.mode === 'long' && holder.address !== null) return { source: 'running', verb: holder.verb, pid: holder.pid };
  const mongod = await findMongod(env);
  return mongod === null ? { source: 'fetch', from: fetchersFor().map(({ source }) => source) } : { source: 'mongod', ...mongod };
}
