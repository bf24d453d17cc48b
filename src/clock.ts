import type { HomeClock } from './domain/ledger.ts';
import type { Instant } from './domain/time.ts';

/** What time it is for this home (semantics 0): the data's own time after a replay, else wall time; never turned back. */
export interface Clock {
  mode: () => HomeClock['mode'];
  asOf: () => Instant;
  /** Data mode: moves to a time that the data has reached. */
  reach: (at: Instant) => void;
}

/** A clock from what the home stored; a home without a mode reads wall time. */
export const createClock = (stored: HomeClock | null, wallNow: () => Instant): Clock => {
  const mode = stored?.mode ?? 'wall';
  let at = stored?.at ?? 0;
  return {
    mode: () => mode,
    asOf: () => {
      // A wall clock set back does not turn ours back.
      if (mode === 'wall') at = Math.max(at, wallNow());
      return at;
    },
    reach: (reached) => {
      if (mode === 'data') at = Math.max(at, reached);
    },
  };
};
