import type { KeptEvent } from '../domain/event.ts';

/** One transaction stays small enough to be quick and far from the server's limits. */
const MOST_EVENTS = 256;
const MOST_UNITS = 2_000_000;

type Job = () => Promise<void>;

const size = ({ body }: KeptEvent): number => 500 + (body.kind === 'message' ? body.text.length + (body.quote?.length ?? 0) : 0);

/**
 * Applies what waits, batch after batch: whatever has come in while the last batch was written goes into the next one. One
 * batch at a time keeps a customer's events one after another; other processes are kept apart by versions.
 * `apply` throws only for what nobody foresaw; the batch then waits in the store for the next sweep.
 */
export const createLanes = ({
  apply,
  failed,
}: {
  apply: (batch: KeptEvent[]) => Promise<void>;
  failed: (error: unknown) => void;
}) => {
  const waiting = new Map<string, KeptEvent>();
  const inHand = new Set<string>();
  const jobs: Job[] = [];
  const idlers: (() => void)[] = [];
  let running = false;

  const take = (): KeptEvent[] => {
    const batch: KeptEvent[] = [];
    let units = 0;
    for (const [key, event] of waiting) {
      units += size(event);
      if (batch.length > 0 && (batch.length >= MOST_EVENTS || units > MOST_UNITS)) break;
      batch.push(event);
      waiting.delete(key);
      inHand.add(key);
    }
    return batch;
  };

  const applyBatch = async () => {
    try {
      await apply(take());
    } finally {
      inHand.clear();
    }
  };

  /** The next thing to do: what was asked for between two batches, else a batch. */
  const turn = (): Promise<void> | undefined => {
    const job = jobs.shift();
    if (job) return job();
    return waiting.size > 0 ? applyBatch() : undefined;
  };

  const pump = async () => {
    if (running) return;
    running = true;
    try {
      for (let next = turn(); next; next = turn()) await next;
    } catch (error) {
      failed(error);
    } finally {
      running = false;
      for (const wake of idlers.splice(0)) wake();
    }
  };

  const start = () => {
    // On the next turn of the loop, so that events that come together go together.
    setImmediate(() => void pump());
  };

  return {
    /** Lets events wait for their turn; those that already do are left as they are. */
    push: (events: readonly KeptEvent[]): void => {
      for (const event of events) if (!waiting.has(event._id) && !inHand.has(event._id)) waiting.set(event._id, event);
      if (events.length > 0) start();
    },

    /** Runs `work` between two batches. */
    between: <T>(work: () => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        jobs.push(() => work().then(resolve, reject));
        start();
      }),

    /** Resolves when nothing waits any more, or when the lanes had to stop. */
    idle: async (): Promise<void> => {
      while (running || waiting.size > 0 || jobs.length > 0) {
        await new Promise<void>((resolve) => {
          idlers.push(resolve);
          start();
        });
      }
    },

    waiting: (): number => waiting.size + inHand.size,
  };
};
