import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { findMongod } from '../../src/store/embedded/find-mongod.ts';
import { startEmbedded } from '../../src/store/embedded/start-embedded.ts';

export interface OwnServer {
  /** The address of a database of this name on it. */
  uri: (name: string) => string;
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
  /** Lets it hang: it takes connections and answers nothing, until it is thawed. */
  freeze: () => void;
  thaw: () => void;
  /** Starts it again on its data and its address. */
  startAgain: () => Promise<void>;
}

/** A database server of a test's own, which it may ill-treat; it goes with the test, or with the file outside of one. */
export async function ownServer(mongodArgs: string[] = []): Promise<OwnServer> {
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-server-'));
  const { MONGODB_URI: _, ...env } = process.env;
  const mongod = await findMongod(env);
  if (mongod === null) throw new Error('the global setup has fetched one');
  const start = () => startEmbedded({ home: dir, mongod, mongodArgs, env });
  let current = await start();
  const signal = (name: NodeJS.Signals) => process.kill(Number(readFileSync(join(dir, 'db', 'mongod.lock'), 'utf8')), name);
  const close = async () => {
    await current.mongod.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    onTestFinished(close);
  } catch {
    afterAll(close);
  }
  return {
    uri: (name) => {
      const address = new URL(current.uri);
      address.pathname = name;
      return address.href;
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    kill: async () => {
      signal('SIGKILL');
      await current.mongod.ended;
    },
    startAgain: async () => {
      current = await start();
    },
  };
}
