import { SurroundingsError } from '../errors.ts';
import type { OpenLive } from './open-live.ts';
import type { Call } from './verb.ts';

/**
 * Waits until somebody stops the bot (Ctrl-C, SIGTERM) or `ended` comes.
 * @throws SurroundingsError when the database of ours goes away for good.
 */
export const untilStopped = async ({ process }: Call, { database }: OpenLive, ended: Promise<void>): Promise<void> => {
  const stopped = new Promise<void>((resolve) => {
    if (process.signal.aborted) resolve();
    process.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const lost = database.lost.then(() => {
    throw new SurroundingsError('database_lost');
  });
  await Promise.race([stopped, lost, ended]);
};
