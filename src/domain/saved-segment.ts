import type { Instant } from './time.ts';

/** A query that people named, to use it again as `@name`. */
export interface SavedSegment {
  name: string;
  query: string;
  /** Who saved it last, and when. */
  by: string;
  at: Instant;
}
