import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errnoOf, onHome } from './errno.ts';

/** A directory that holds everything local of one installation: database, lock, models, logs. */
export interface Home {
  dir: string;
  id: string;
}

/**
 * Opens the home at `dir`, making it (0700) and giving it an id on first use.
 * Throws `home_unusable` where the directory cannot be made, read or written.
 */
export function openHome({ dir, newId = randomUUID }: { dir: string; newId?: () => string }): Home {
  const path = resolve(dir);
  return onHome(path, () => {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return { dir: path, id: readId(path) ?? giveId(path, newId()) };
  });
}

function readId(dir: string): string | null {
  try {
    const { id } = JSON.parse(readFileSync(join(dir, 'home.json'), 'utf8')) as { id?: unknown };
    return typeof id === 'string' && id !== '' ? id : null;
  } catch (error) {
    // A power cut can leave the file empty: then the home gets a new id, as though it had none.
    if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Two processes may open a new home at once: a hard link is the one step that only the first of them can make. */
function giveId(dir: string, id: string): string {
  const file = join(dir, 'home.json');
  const draft = `${file}.${id}`;
  writeFileSync(draft, `${JSON.stringify({ id })}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Somebody was faster, or the file is damaged, or the file system has no hard links.
    const settled = errnoOf(error) === 'EEXIST' ? readId(dir) : null;
    if (settled === null) renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return readId(dir) ?? id;
}
