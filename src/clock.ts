import type { HomeClock } from './domain/ledger.ts';
import type { Instant } from './domain/time.ts';

/** What time it is for this home (semantics 0): the data's own time after a replay, else wall time; never turned back. */
export interface Clock {
  mode: () => HomeClock['mode'];
  asOf: () => Instant;
  /** Data mode: moves to a time that the data has reached. */
  reach: (at: Instant) => void;
  /** Whether what came to be at this time is told to nobody (semantics 0): the data's time, and all before the home was live. */
  isMuted: (at: Instant) => boolean;
  /** As a home stores it. */
  stored: () => HomeClock;
}

/** A home's clock as it lives on in wall time: live since it first did so. */
export const wallFrom = (stored: HomeClock | null, now: Instant): HomeClock => ({
  mode: 'wall',
  at: stored?.at ?? 0,
  since: stored?.mode === 'wall' ? (stored.since ?? 0) : now,
});

/** A clock from what the home stored; a home without a mode reads wall time. */
export const createClock = (stored: HomeClock | null, wallNow: () => Instant): Clock => {
  const mode = stored?.mode ?? 'wall';
  const since = stored?.since ?? 0;
  let at = stored?.at ?? 0;
  const asOf = () => {
    // A wall clock set back does not turn ours back.
    if (mode === 'wall') at = Math.max(at, wallNow());
    return at;
  };
  return {
    mode: () => mode,
    asOf,
    isMuted: (moment) => mode === 'data' || moment <= since,
    stored: () => ({ mode, at: asOf(), ...(mode === 'wall' ? { since } : {}) }),
    reach: (reached) => {
      if (mode === 'data') at = Math.max(at, reached);
    },
  };
};
