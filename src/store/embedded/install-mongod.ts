import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkMongod, type Mongod } from './check-mongod.ts';
import { FITS } from './find-mongod.ts';

const DRAFT = 'fetching-';
const DRAFT_KEPT_MS = 6 * 3_600_000;

/**
 * Lets `fetch` put a mongod into a draft directory of the cache, sees that it runs, and moves it to its place in one step,
 * so that two processes may do this at once and a killed one leaves nothing that is half there. Null when `fetch` gives none
 * or what it gives does not run.
 */
export async function installMongod(options: {
  cache: string;
  env: NodeJS.ProcessEnv;
  fetch: (dir: string) => Promise<string | null>;
}): Promise<Mongod | null> {
  const { cache, env, fetch } = options;
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  sweepDrafts(cache);
  const draft = join(cache, `${DRAFT}${randomUUID()}`);
  mkdirSync(draft, { mode: 0o700 });
  try {
    const program = await fetch(draft);
    if (program === null) return null;
    chmodSync(program, 0o755);
    const seen = await checkMongod(program, env);
    return 'version' in seen ? settle(cache, draft, seen) : null;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function settle(cache: string, draft: string, { path, version }: Mongod): Mongod {
  const ready = join(draft, 'ready');
  const place = join(cache, `mongod-${version}-${FITS}`);
  const program = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  mkdirSync(ready);
  renameSync(path, join(ready, program));
  try {
    renameSync(ready, place);
  } catch (error) {
    // Somebody else was faster, with the same version of the same program.
    if (!statSync(join(place, program), { throwIfNoEntry: false })?.isFile()) throw error;
  }
  return { path: join(place, program), version };
}

function sweepDrafts(cache: string): void {
  for (const name of readdirSync(cache).filter((it) => it.startsWith(DRAFT))) {
    const age = Date.now() - (statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > DRAFT_KEPT_MS) rmSync(join(cache, name), { recursive: true, force: true });
  }
}
