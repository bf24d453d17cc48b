import { SurroundingsError } from '../errors.ts';
import type { Home } from '../home/home.ts';
import { acquireLock, type OwnerLock } from '../home/lock.ts';
import type { LockMode } from '../home/lock-dir.ts';
import { type DatabaseNews, databaseProgress } from '../text/database.ts';
import { cacheDir } from './embedded/cache-dir.ts';
import type { Mongod } from './embedded/check-mongod.ts';
import { type Fetcher, fetchersFor, fetchMongod } from './embedded/fetch-mongod.ts';
import { findMongod } from './embedded/find-mongod.ts';
import { keepRunning } from './embedded/keep-running.ts';
import { startEmbedded } from './embedded/start-embedded.ts';

/** A database that answers. `embedded`: the home's, not that of `MONGODB_URI`; `owner`: started by this process and stopped by `close`. */
export interface Database {
  uri: string;
  /** The database's name there: that of the address, else `tagwise`. */
  name: string;
  embedded: boolean;
  owner: boolean;
  /** Resolves when a database of ours ended and could not be started again; never otherwise. */
  lost: Promise<void>;
  /** Stops what this process started (about 1 s) and gives the home back. May be called twice. */
  close: () => Promise<void>;
}

export interface OpenOptions {
  home: Home;
  /** `MONGODB_URI`, `TAGWISE_MONGOD`, `TAGWISE_CACHE`, `PATH` and what the programs that are run need. */
  env: NodeJS.ProcessEnv;
  verb: string;
  mode: LockMode;
  progress: (text: string) => void;
  lang: 'zh' | 'en';
  /** More arguments for mongod, `TAGWISE_MONGOD_ARGS` split at white space. */
  mongodArgs: string[];
  signal?: AbortSignal | undefined;
  /** How long to wait for other verbs on this home, in milliseconds. */
  waitMs?: number;
  /** How long the server of `MONGODB_URI` may take to answer, in milliseconds. */
  answerMs?: number;
  fetchers?: Fetcher[];
}

const WAIT_MS = 20_000;
const ANSWER_MS = 5_000;
const LOCAL_MS = 2_000;

/**
 * Finds a database for a verb: `MONGODB_URI`, else that of a running `start` or `console` on this home, else one of our own, whose
 * mongod is found or fetched. Throws `SurroundingsError` (exit 3) where there is none or the home is held by somebody else.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const uri = options.env['MONGODB_URI'];
  return uri ? openRemote(options, uri) : openLocal(options, performance.now() + (options.waitMs ?? WAIT_MS));
}

/** Short verbs need no turn on a server that serves many; `start` and `replay` on one home still exclude each other. */
async function openRemote(options: OpenOptions, uri: string): Promise<Database> {
  const { home, verb, mode, signal, waitMs = WAIT_MS, answerMs = ANSWER_MS } = options;
  const lock = mode === 'short' ? null : await acquireLock({ home, verb, mode, waitMs, signal });
  const release = once(async () => (lock?.kind === 'owner' ? lock.release() : undefined));
  try {
    const { checkServer } = await import('./check-server.ts');
    await checkServer({ uri, timeoutMs: answerMs });
    if (lock?.kind === 'owner' && mode === 'long') lock.publish(uri);
  } catch (error) {
    await release();
    throw error;
  }
  return { uri, name: nameIn(uri), embedded: false, owner: false, lost: never(), close: release };
}

async function openLocal(options: OpenOptions, deadline: number): Promise<Database> {
  const { home, verb, mode, signal } = options;
  const lock = await acquireLock({ home, verb, mode, waitMs: Math.max(0, deadline - performance.now()), signal });
  if (lock.kind === 'owner') return openOwn(options, lock);
  const { checkServer } = await import('./check-server.ts');
  try {
    await checkServer({ uri: lock.address, timeoutMs: LOCAL_MS });
  } catch (error) {
    // Its owner may be ending in this moment: then the next turn finds the home free.
    if (performance.now() >= deadline) throw error;
    return openLocal(options, deadline);
  }
  const close = async () => {};
  return { uri: lock.address, name: nameIn(lock.address), embedded: true, owner: false, lost: never(), close };
}

async function openOwn(options: OpenOptions, lock: OwnerLock): Promise<Database> {
  const { home, env, mode, mongodArgs, signal } = options;
  try {
    const mongod = await haveMongod(options);
    const kept = await keepRunning(() => startEmbedded({ home: home.dir, mongod, mongodArgs, env, signal }));
    const { uri, lost } = kept;
    if (mode === 'long') lock.publish(uri);
    const close = once(() => kept.stop().finally(lock.release));
    return { uri, name: nameIn(uri), embedded: true, owner: true, lost, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function haveMongod({ env, progress, lang, signal, fetchers = fetchersFor() }: OpenOptions): Promise<Mongod> {
  const found = await findMongod(env);
  if (found !== null) return found;
  const cache = cacheDir(env);
  const tell = (news: DatabaseNews, percent: number | null) => progress(databaseProgress[news][lang]({ percent: percent ?? 0 }));
  const fetched = await fetchMongod({ cache, env, fetchers, progress: tell, signal });
  if (fetched === null) throw new SurroundingsError('no_database', { cache });
  return fetched;
}

/** The path of a connection string, behind hosts that may be several. */
function nameIn(uri: string): string {
  return decodeURIComponent(/^[^:]+:\/\/[^/?]+\/([^?]*)/.exec(uri)?.[1] ?? '') || 'tagwise';
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= act();
    return done;
  };
}

function never(): Promise<void> {
  return new Promise(() => {});
}
