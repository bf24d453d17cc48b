import { setTimeout as sleep } from 'node:timers/promises';

/** Does one thing after another with a pause between: WeChat locks accounts out that are too quick. */
export const createGently = (pause: number, signal: AbortSignal) => {
  let last: Promise<unknown> = Promise.resolve();
  let next = 0;
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(async () => {
      const wait = next - Date.now();
      if (wait > 0) await sleep(wait, undefined, { signal });
      signal.throwIfAborted();
      try {
        return await work();
      } finally {
        next = Date.now() + pause;
      }
    });
    last = mine.catch(() => undefined);
    return mine;
  };
};

export type Gently = ReturnType<typeof createGently>;
