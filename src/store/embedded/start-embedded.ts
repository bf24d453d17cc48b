import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SurroundingsError, TagwiseError } from '../../errors.ts';
import { onHome } from '../../home/errno.ts';
import type { Mongod } from './check-mongod.ts';
import { dieWithParent } from './die-with-parent.ts';
import { endOrphan } from './end-orphan.ts';
import { freePort } from './free-port.ts';
import { MongodFailed, type RunningMongod, runMongod } from './run-mongod.ts';

/** A running database of a home, ready to be written to. */
export interface Embedded {
  uri: string;
  mongod: RunningMongod;
}

interface StartOptions {
  /** The home's directory; the data lie in its `db`. */
  home: string;
  mongod: Mongod;
  mongodArgs: string[];
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
}

/** mongod's exit codes, https://www.mongodb.com/docs/manual/reference/exit-codes/ and 100 for a directory in use. */
const PORT_TAKEN = 48;
const OTHER_VERSION = 62;
const IN_USE = 100;
const TRIES = 5;

/**
 * Starts a mongod on the home's data, after ending one that a dead owner left there; the caller holds the home's lock.
 * Throws `database_version`, `database_in_use` or `database_start`; never repairs and never deletes.
 */
export async function startEmbedded(options: StartOptions): Promise<Embedded> {
  const { home, mongod, signal } = options;
  onHome(home, () => mkdirSync(join(home, 'db'), { recursive: true, mode: 0o700 }));
  const running = await listen(options);
  try {
    // The driver is read while mongod starts; by now it often has been.
    const { makePrimary } = await import('./replica-set.ts');
    await makePrimary({ port: running.port, signal });
    onHome(home, () => remember(home, { port: running.port, version: mongod.version }));
  } catch (error) {
    await running.stop();
    throw signal?.aborted ? signal.reason : explain(error, home, mongod);
  }
  return { uri: `mongodb://127.0.0.1:${running.port}/tagwise?replicaSet=rs0`, mongod: running };
}

async function listen({ home, mongod, mongodArgs, env, signal }: StartOptions): Promise<RunningMongod> {
  const dbpath = join(home, 'db');
  const command = [...(await dieWithParent(env)), mongod.path];
  for (let left = TRIES; ; left--) {
    await endOrphan(dbpath);
    const port = await freePort(left === 1 ? null : recall(home).port);
    try {
      return await runMongod({ command, dbpath, port, args: mongodArgs, env, signal });
    } catch (error) {
      // Between our look and its start somebody may take the port, or the last mongod may not have let go of the directory.
      const again = error instanceof MongodFailed && (error.exit === PORT_TAKEN || error.exit === IN_USE) && left > 1;
      if (!again) throw signal?.aborted ? signal.reason : explain(error, home, mongod);
    }
  }
}

function explain(error: unknown, home: string, mongod: Mongod): unknown {
  const dir = join(home, 'db');
  const options = { cause: error };
  if (!(error instanceof MongodFailed)) {
    return error instanceof TagwiseError || !(error instanceof Error)
      ? error
      : new SurroundingsError('database_start', { reason: error.message, exit: '-', dir }, options);
  }
  if (error.exit === IN_USE) return new SurroundingsError('database_in_use', { dir }, options);
  if (error.exit === OTHER_VERSION) {
    const { version: wrote } = recall(home);
    return new SurroundingsError('database_version', { dir, version: mongod.version, wrote: wrote ?? '?' }, options);
  }
  return new SurroundingsError('database_start', { reason: error.reason, exit: error.exit ?? '-', dir }, options);
}

interface Remembered {
  port: number | null;
  version: string | null;
}

/** The port is kept because the set remembers it too, the version to say who wrote the data that another one cannot open. */
function recall(home: string): Remembered {
  try {
    const { port, version } = JSON.parse(readFileSync(join(home, 'db.json'), 'utf8')) as Partial<Remembered>;
    return { port: typeof port === 'number' ? port : null, version: typeof version === 'string' ? version : null };
  } catch {
    return { port: null, version: null };
  }
}

function remember(home: string, it: Remembered): void {
  const draft = join(home, 'db.json.new');
  writeFileSync(draft, `${JSON.stringify(it)}\n`, { mode: 0o600 });
  renameSync(draft, join(home, 'db.json'));
}
