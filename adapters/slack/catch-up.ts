import type { Door } from '../../src/adapter.ts';

/** How often it is noted that all was taken, ms. */
const EVERY = 60_000;
/** Slack's clock and ours may differ, and deliveries are under way, ms. */
const MARGIN = 120_000;

/**
 * Makes up for what was said while the bot, its connection or its database was away: at the start and after every trouble the history
 * since the last good moment is heard again. `note` tells of trouble.
 */
export const createCatchUp = ({
  door,
  backfill,
  well,
  now,
  failed,
  every = EVERY,
}: {
  door: Pick<Door<unknown>, 'reached' | 'setReached'>;
  backfill: (since: number) => Promise<void>;
  /** Whether the channel is connected. */
  well: () => boolean;
  now: () => number;
  failed: (error: unknown) => void;
  every?: number | undefined;
}) => {
  let trouble = true;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  const look = async (): Promise<void> => {
    if (!well()) {
      trouble = true;
      return;
    }
    const began = now();
    const troubled = trouble;
    trouble = false;
    try {
      const reached = await door.reached();
      // A machine that slept knows of no trouble, but nobody noted anything.
      const slept = reached !== null && began - reached > every + MARGIN;
      if ((troubled || slept) && reached !== null) await backfill(reached - MARGIN);
      if (!trouble) await door.setReached(began);
    } catch (error) {
      trouble = true;
      if (!stopped) failed(error);
    }
  };

  const run = () => {
    if (stopped) return;
    running = look().then(() => {
      if (!stopped) timer = setTimeout(run, every);
    });
  };

  return {
    start: run,
    /** Something could not be kept. */
    note: (): void => {
      trouble = true;
    },
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
