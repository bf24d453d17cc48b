import type { App } from '../app.ts';
import type { LockMode } from '../home/lock-dir.ts';
import type { Database } from '../store/open-database.ts';
import type { Store } from '../store/store.ts';

/** A bot that ticked so long ago is still there, ms. */
const ALIVE = 30_000;

/**
 * Whether a verb puts its own files in force. One that only looks does not, and none does beside a running bot: that one has the files
 * that count, and a command given in another folder must not turn everybody to the rules of that folder.
 */
export const proposes = async (
  { mode, writes = false }: { mode: LockMode; writes?: boolean },
  database: Database,
  store: Store,
): Promise<boolean> => {
  if (mode !== 'short') return true;
  if (!writes) return false;
  if (database.embedded) return database.owner;
  const aliveAt = await store.home.aliveAt();
  return aliveAt === null || Date.now() - aliveAt > ALIVE;
};

/** Whether files say something else than what is in force; before anything was stored, they are what is in force. */
export const filesWait = ({ inForce, rulesAreFiled }: App): boolean => inForce.rulebook().version > 0 && !rulesAreFiled();
