import type { IntentReader } from './match/understand.ts';

interface RetrainParts {
  read: () => Promise<IntentReader>;
  put: (intents: IntentReader) => void;
}

/**
 * Puts intents in force that take long to read, one reading after another: what was asked for last is what is in force in the end. One that
 * waits for its turn serves all who ask meanwhile.
 */
export const createRetrain = ({ read, put }: RetrainParts): (() => Promise<void>) => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<void> | null = null;
  return () => {
    waiting ??= last
      .catch(() => undefined)
      .then(async () => {
        waiting = null;
        put(await read());
      });
    last = waiting;
    return waiting;
  };
};
