import type { KeptEvent } from '../domain/event.ts';
import { EventFailure } from '../fold/fold.ts';
import { isConflict, isOutage } from '../store/faults.ts';

/** Failures of an event's own before it is set aside. */
const TRIES = 3;
/** Each conflict means that somebody else got on; after this many the batch is made smaller. */
const MOST_CONFLICTS = 30;
const LONGEST_PAUSE = 2000;

const pause = (attempt: number) => Math.min(LONGEST_PAUSE, 5 * 2 ** attempt) * (0.5 + Math.random() / 2);

/**
 * Applies a batch whatever the weather. A conflict reads again those that still wait; an outage is sat out; an event that fails
 * by itself is set aside after three tries, and the others go on.
 */
export const createApplyBatch = (parts: {
  apply: (events: readonly KeptEvent[]) => Promise<void>;
  pendingAmong: (keys: string[]) => Promise<KeptEvent[]>;
  fail: (event: KeptEvent, reason: string, limit: number) => Promise<'pending' | 'quarantined'>;
  log: (what: 'outage' | 'conflict' | 'quarantined', error: unknown) => void;
  sleep: (ms: number) => Promise<void>;
  stopped: () => boolean;
}) => {
  const sitOut = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!isOutage(error) || parts.stopped()) throw error;
        parts.log('outage', error);
        await parts.sleep(pause(attempt));
      }
    }
  };

  const stillWaiting = (events: readonly KeptEvent[]) => sitOut(() => parts.pendingAmong(events.map(({ _id }) => _id)));

  const setAside = async (event: KeptEvent, error: unknown, others: readonly KeptEvent[]): Promise<void> => {
    const reason = error instanceof Error ? error.name : 'unknown';
    const state = await sitOut(() => parts.fail(event, reason, TRIES));
    if (state === 'quarantined') parts.log('quarantined', error);
    await applyAll(await stillWaiting([...others, ...(state === 'pending' ? [event] : [])]), 0);
  };

  const split = async (events: readonly KeptEvent[], error: unknown): Promise<void> => {
    const [only] = events;
    if (events.length === 1 && only) return setAside(only, error, []);
    const half = events.length >> 1;
    await applyAll(await stillWaiting(events.slice(0, half)), 0);
    await applyAll(await stillWaiting(events.slice(half)), 0);
  };

  const applyAll = async (events: readonly KeptEvent[], attempt: number): Promise<void> => {
    if (events.length === 0) return;
    try {
      await sitOut(() => parts.apply(events));
    } catch (error) {
      if (parts.stopped()) return;
      if (error instanceof EventFailure) {
        const { event } = error;
        return setAside(
          event,
          error.cause,
          events.filter((one) => one._id !== event._id),
        );
      }
      if (!isConflict(error) || attempt >= MOST_CONFLICTS) return split(events, error);
      parts.log('conflict', error);
      await parts.sleep(pause(attempt));
      await applyAll(await stillWaiting(events), attempt + 1);
    }
  };

  return async (batch: readonly KeptEvent[]): Promise<void> => applyAll(batch, 0);
};
