import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openHome } from '../../src/home/home.ts';
import { openDatabase } from '../../src/store/open-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    mongoUri: string;
  }
}

/**
 * Every test has a database of its own, some seventy files each. The server keeps those of dropped ones open for ten minutes, and with
 * hundreds of them it would run out of handles and die.
 */
const LET_GO = ['CloseIdleTime=5', 'CloseScanInterval=2', 'CloseMinimum=100'].flatMap((setting) => [
  '--setParameter',
  `wiredTigerFileHandle${setting}`,
]);

/** One database for the whole run, got the way a user gets one; each test has its own name in it (`database.ts`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-tests-'));
  const { MONGODB_URI: _, ...env } = process.env;
  const database = await openDatabase({
    home: openHome({ dir }),
    env,
    verb: 'test',
    mode: 'long',
    lang: 'en',
    mongodArgs: [...LET_GO, ...(env['TAGWISE_MONGOD_ARGS'] ?? '').split(/\s+/).filter((word) => word !== '')],
    progress: (text) => process.stderr.write(`${text}\n`),
  });
  project.provide('mongoUri', database.uri);
  return async () => {
    await database.close();
    rmSync(dir, { recursive: true, force: true });
  };
}
