import type { KeptEvent } from '../domain/event.ts';
import type { KeepOutcome } from './straight-through.ts';

const MOST = 512;

interface Waiting {
  event: KeptEvent;
  done: (outcome: 'kept' | 'duplicate') => void;
  failed: (error: unknown) => void;
}

/**
 * Keeps events: `keep` resolves when its event is on disk, and not before, so the platform may then be acknowledged. All that
 * wait go in one insert; while nothing waits, an event goes at once. An event whose outcome is unknown is tried again under the
 * same key by whoever sent it: a duplicate is then the same as kept.
 */
export const createKeep = (parts: {
  insert: (batch: KeptEvent[]) => Promise<KeepOutcome[]>;
  /** Called with the events that are now kept; with those among them that wait to be applied. */
  kept: (events: KeptEvent[], waiting: KeptEvent[]) => Promise<void>;
  /** Called with those that were kept before: some may still wait, in no lane. */
  met: (events: KeptEvent[]) => Promise<void>;
}) => {
  const queue: Waiting[] = [];
  let busy = false;

  /** A batch that fails as a whole for the sake of one bad document is split, so that only that one fails. */
  const insert = async (batch: Waiting[]): Promise<KeepOutcome[]> => {
    try {
      return await parts.insert(batch.map(({ event }) => event));
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError || isDocumentError(error))) throw error;
      if (batch.length === 1) return [error as Error];
      const half = batch.length >> 1;
      return [...(await insert(batch.slice(0, half))), ...(await insert(batch.slice(half)))];
    }
  };

  const settle = async (batch: Waiting[], outcomes: KeepOutcome[]) => {
    const outcome = (index: number): KeepOutcome => outcomes[index] ?? new Error('no outcome');
    const those = (wanted: KeepOutcome) => batch.flatMap(({ event }, index) => (outcome(index) === wanted ? [event] : []));
    const [waiting, applied, again] = [those('kept'), those('applied'), those('duplicate')];
    if (waiting.length + applied.length > 0) await parts.kept([...waiting, ...applied], waiting);
    if (again.length > 0) await parts.met(again);
    for (const [index, { done, failed }] of batch.entries()) {
      const one = outcome(index);
      if (one instanceof Error) failed(one);
      else done(one === 'applied' ? 'kept' : one);
    }
  };

  const pump = async () => {
    if (busy) return;
    busy = true;
    while (queue.length > 0) {
      const batch = queue.splice(0, MOST);
      try {
        await settle(batch, await insert(batch));
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    busy = false;
  };

  return (event: KeptEvent): Promise<'kept' | 'duplicate'> =>
    new Promise((done, failed) => {
      queue.push({ event, done, failed });
      void pump();
    });
};

/** The driver refuses a document before it is sent (too large, a key it cannot write) with its own class, by name. */
const isDocumentError = (error: unknown): boolean =>
  error instanceof Error && ['BSONError', 'MongoInvalidArgumentError', 'BSONOffsetError'].includes(error.name);

export type Keep = ReturnType<typeof createKeep>;
