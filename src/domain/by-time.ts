import type { Instant } from './time.ts';

/** The order of the fold: by time, then by key. */
export const byTime = (a: { at: Instant; _id: string }, b: { at: Instant; _id: string }): number =>
  a.at - b.at || (a._id < b._id ? -1 : Number(a._id > b._id));
