import { setTimeout as sleep } from 'node:timers/promises';

/** Between two tries of what could not be done, ms. */
const PAUSES = { least: 250, most: 10_000 };

/** After so many failures of one thing while others went well the fault is its own. */
const FAILURES = 6;
/** After so many in a row the next ones get their turn. */
const TURN = 3;

interface Item<T> {
  one: T;
  failures: number;
  /** How many others had been done when it failed first. */
  doneBefore: number;
}

/**
 * What came in and is not kept yet, in memory, since WeChat delivers nothing twice. One after another, in the order in which it came; what
 * fails is tried again until it is done, or until it is plain that it never will be. What has no room is lost, and counted.
 */
export const createWaiting = <T>({
  most,
  work,
  changed,
  failed,
  signal,
}: {
  most: number;
  work: (one: T) => Promise<void>;
  /** Told when something waits longer than it should, is lost, or is done with. */
  changed: () => void;
  failed: (error: unknown) => void;
  signal: AbortSignal;
}) => {
  const items: Item<T>[] = [];
  let done = 0;
  let lost = 0;
  let failing = 0;
  let running: Promise<void> | null = null;

  const give = (item: Item<T>, error: unknown): void => {
    if (failing === 0) failed(error);
    failing += 1;
    item.failures += 1;
    if (item.failures === 1) item.doneBefore = done;
    if (item.failures >= FAILURES && done > item.doneBefore) {
      items.shift();
      lost += 1;
      failed(error);
    } else if (item.failures % TURN === 0) items.push(...items.splice(0, 1));
    changed();
  };

  const take = async (item: Item<T>): Promise<void> => {
    try {
      await work(item.one);
      items.splice(items.indexOf(item), 1);
      done += 1;
      const before = failing;
      failing = 0;
      if (before > 0) changed();
    } catch (error) {
      give(item, error);
      const pause = Math.min(PAUSES.least * 2 ** Math.min(failing - 1, 10), PAUSES.most);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  };

  const run = async (): Promise<void> => {
    for (let [item] = items; item && !signal.aborted; [item] = items) await take(item);
    running = null;
  };

  return {
    put: (one: T): void => {
      if (items.length >= most) {
        lost += 1;
        changed();
        return;
      }
      items.push({ one, failures: 0, doneBefore: done });
      running ??= run();
    },
    /** How many wait because something fails; how many are gone. */
    counts: (): { waiting: number; lost: number } => ({ waiting: failing === 0 ? 0 : items.length, lost }),
    /** Resolves when nothing waits, or when it is no longer tried; how many are left. */
    settled: async (): Promise<number> => {
      await running;
      return items.length;
    },
  };
};
