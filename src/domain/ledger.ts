import type { Change } from './change.ts';
import type { Instant } from './time.ts';

/** One line of the append-only history of a customer's tags: a change, or a change that was denied. */
export interface LedgerRow extends Omit<Change, 'action'> {
  _id: string;
  customer: string;
  action: Change['action'] | 'denied';
  /** The code of the refusal, for a denied change. */
  denial?: string;
}

/** A home keeps one clock: the data's own time after a replay, else wall time. */
export interface HomeClock {
  mode: 'data' | 'wall';
  /** Data mode: the largest time seen. Wall mode: the time up to which due work has been run. */
  at: Instant;
}
