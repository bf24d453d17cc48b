import type { KeptEvent } from '../domain/event.ts';
import type { InsertOutcome } from '../store/events.ts';
import { isOutage, OutageError } from '../store/faults.ts';

/** After failures so many batches go the long way before the short one is tried again. */
const MOST_SKIPPED = 32;

/** `applied`: kept and applied at once. */
export type KeepOutcome = InsertOutcome | 'applied';

/**
 * Keeps events the short way where it is open: while nothing waits to be applied, what comes in is kept and applied in one
 * transaction, which waits for the journal once instead of twice. Whatever stands in its way (one that was there before, one that
 * cannot be folded, somebody who was faster) sends the batch the long way: kept now, applied in its lane.
 * @throws OutageError when nothing is known of the transaction after `withinMs`; the driver's error as `keep` throws it.
 */
export const createStraightThrough = (parts: {
  /** Whether nothing waits to be applied. */
  idle: () => boolean;
  keepAndApply: (events: readonly KeptEvent[]) => Promise<void>;
  keep: (events: KeptEvent[], withinMs: number) => Promise<InsertOutcome[]>;
  withinMs: () => number;
}) => {
  let skip = 0;
  let skipped = 0;

  const open = (batch: readonly KeptEvent[]): boolean => {
    if (!parts.idle() || batch.some(({ state }) => state !== 'pending')) return false;
    if (skipped >= skip) return true;
    skipped += 1;
    return false;
  };

  return async (batch: KeptEvent[]): Promise<KeepOutcome[]> => {
    const withinMs = parts.withinMs();
    if (!open(batch)) return parts.keep(batch, withinMs);
    skipped = 0;
    try {
      await inTime(parts.keepAndApply(batch), withinMs);
      skip = 0;
      return batch.map(() => 'applied');
    } catch (error) {
      if (isOutage(error)) throw error;
      skip = Math.min(MOST_SKIPPED, 2 * skip + 1);
      return parts.keep(batch, withinMs);
    }
  };
};

const inTime = async (work: Promise<void>, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new OutageError()), ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
};
