import { isAbsolute, relative, resolve } from 'node:path';
import type { App } from '../app.ts';
import type { LockMode } from '../home/lock-dir.ts';
import type { Database } from '../store/open-database.ts';
import type { Store } from '../store/store.ts';
import type { Call } from './verb.ts';

/** A bot that ticked so long ago is still there, ms. */
const ALIVE = 30_000;

/** Where the files of a call lie, as seen from the home, so that both can move together: the working directory and the configuration. */
export const folderOf = ({ process, global }: Call, home: string): string => {
  const config = resolve(process.cwd, global.config ?? 'tagwise.yaml');
  return [process.cwd, config].map((path) => relative(home, path) || '.').join('\n');
};

/** The configuration of such a folder, as a path that can be shown. */
export const configIn = (folder: string, home: string): string => {
  const path = folder.split('\n')[1] ?? '';
  return isAbsolute(path) ? path : resolve(home, path);
};

/** Whether a bot runs on this database: it has the files that count. */
const isBesideBot = async (database: Database, store: Store): Promise<boolean> => {
  if (database.embedded) return !database.owner;
  const aliveAt = await store.home.aliveAt();
  return aliveAt !== null && Date.now() - aliveAt <= ALIVE;
};

/**
 * Whether a verb puts its own files in force. One that only looks does not, and none does beside a running bot. Of the others `start`,
 * `console` and `replay` always do; a command only with the files that the home's rules came from: given in another folder, it must not
 * turn everybody to the rules of that folder.
 */
export const proposes = async (
  { mode, writes = false }: { mode: LockMode; writes?: boolean },
  database: Database,
  store: Store,
  folder: string,
): Promise<boolean> => {
  if (mode !== 'short') return true;
  if (!writes || (await isBesideBot(database, store))) return false;
  const home = await store.home.folder();
  return home === null || home === folder;
};

/** Whether files say something else than what is in force; before anything was stored, they are what is in force. */
export const filesWait = ({ inForce, rulesAreFiled }: App): boolean => inForce.rulebook().version > 0 && !rulesAreFiled();
