import { readdirSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { SurroundingsError } from '../../errors.ts';
import { cacheDir } from './cache-dir.ts';
import { checkMongod, type Mongod } from './check-mongod.ts';

const PROGRAM = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
/** The end of the name of a directory in the cache whose program fits this machine. */
export const FITS = `${process.platform}-${process.arch}`;

/**
 * Finds a mongod that starts here: `TAGWISE_MONGOD`, then PATH, then the cache; null when there is none.
 * Throws `mongod_unusable` when `TAGWISE_MONGOD` names one that does not run: what was asked for is not replaced in silence.
 */
export async function findMongod(env: NodeJS.ProcessEnv): Promise<Mongod | null> {
  const named = env['TAGWISE_MONGOD'];
  if (named) {
    const it = await checkMongod(resolve(named), env);
    if ('version' in it) return it;
    throw new SurroundingsError('mongod_unusable', it);
  }
  for (const path of [...onPath(env), ...inCache(cacheDir(env))]) {
    const it = await checkMongod(path, env);
    if ('version' in it) return it;
  }
  return null;
}

function onPath(env: NodeJS.ProcessEnv): string[] {
  const dirs = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(isAbsolute);
  return dirs.map((dir) => join(dir, PROGRAM)).filter(isFile);
}

/** One that a person put there comes first, then the fetched ones, newest version first. */
function inCache(cache: string): string[] {
  const fetched = names(cache).filter((name) => name.startsWith('mongod-') && name.endsWith(`-${FITS}`));
  fetched.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return [join(cache, PROGRAM), ...fetched.map((name) => join(cache, name, PROGRAM))].filter(isFile);
}

function names(dir: string): string[] {
  return statSync(dir, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(dir) : [];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
