import type { Refused } from './ask.ts';

/** One part of a page: not asked for yet, what is known, or why it is not. Known parts stay while they are asked for again. */
export interface Part<T> {
  value: T | null;
  fault: Refused | null;
}
