/**
 * What a word says about the customer's will, each kind a bit, for nothing is asked more often than of what kinds a cue is:
 * - `fixed`: a set form whose negator negates nothing (不错, no problem); it only shields what it covers
 * - `near`: negates what follows at once or after light words (不, 没, not)
 * - `far`: negates all that follows in its clause (不要, 别, don't want)
 * - `refuse`: a refusal that needs no object (算了, not interested)
 * - `defer`: puts off what follows (先别, not yet); `later`: puts off what stands before or after it (过两天, 再说)
 * - `notyet`: 还没到, which puts off a step but complains about a parcel
 * - `why`: a rhetorical negator, which asks for the thing (为什么不, why don't you)
 * - `unmet`: something due that did not come (没收到, still no); `done`: something due that came (收到了, already got); `complain`: anger
 * - `want`: a wish or request; `ask`: a question; `offer`: the speaker offers
 * - `other`: somebody else than the speaker
 * - `urgent`: a hurry; `turn`: a turn of thought, where a new clause begins (但是, but)
 */
export const CUE = {
  fixed: 1 << 0,
  near: 1 << 1,
  far: 1 << 2,
  refuse: 1 << 3,
  defer: 1 << 4,
  later: 1 << 5,
  notyet: 1 << 6,
  why: 1 << 7,
  unmet: 1 << 8,
  done: 1 << 9,
  complain: 1 << 10,
  want: 1 << 11,
  ask: 1 << 12,
  offer: 1 << 13,
  other: 1 << 14,
  urgent: 1 << 15,
  turn: 1 << 16,
} as const;
export type CueKind = keyof typeof CUE;
export const CUE_KINDS = Object.keys(CUE) as CueKind[];

/** A cue found in a normalised text; the end is exclusive. Some words are of two kinds: 没兴趣 refuses, and negates what follows. */
export interface Cue {
  /** Bits of `CUE`. */
  kinds: number;
  from: number;
  to: number;
}

/** Words by kind, separated by `|`. */
export type CueWords = Partial<Record<CueKind, string>>;
