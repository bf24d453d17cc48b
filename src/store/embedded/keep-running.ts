import { setTimeout as sleep } from 'node:timers/promises';
import type { Embedded } from './start-embedded.ts';

/** A database that is started again when it ends without being asked to. */
export interface KeptDatabase {
  uri: string;
  /** Resolves when it ended and could not be started again on its address; never otherwise. */
  lost: Promise<void>;
  stop: () => Promise<void>;
}

/** So many ends in a row, each soon after a start, and the fault is not one that another start mends. */
const TRIES = 5;
const SETTLED_MS = 60_000;

/** Keeps the database that `start` gives running until `stop`. Drivers find it again by themselves: its address stays. */
export async function keepRunning(start: () => Promise<Embedded>, pauseMs = 500): Promise<KeptDatabase> {
  let current = await start();
  let stopping = false;
  const { uri } = current;

  const startAgain = async (): Promise<boolean> => {
    for (let left = TRIES; left > 0 && !stopping; left--) {
      await sleep(pauseMs);
      try {
        current = await start();
        return current.uri === uri && !stopping;
      } catch {
        // The last lines it wrote are of no use to a caller who can only wait; `lost` tells when waiting has no more use.
      }
    }
    return false;
  };
  const watch = async (): Promise<void> => {
    for (let left = TRIES; left > 0; left--) {
      const began = performance.now();
      await current.mongod.ended;
      if (stopping || !(await startAgain())) return;
      if (performance.now() - began > SETTLED_MS) left = TRIES;
    }
  };
  const watched = watch();
  return {
    uri,
    lost: new Promise((done) => void watched.then(() => (stopping ? undefined : done()))),
    stop: async () => {
      stopping = true;
      await current.mongod.stop();
      await watched;
      // It may have been starting again in that moment.
      await current.mongod.stop();
    },
  };
}
