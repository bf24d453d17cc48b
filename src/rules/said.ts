import type { Reading } from '../domain/reading.ts';
import type { Instant } from '../domain/time.ts';

/** A customer's own words in one message. `words` is the event that has them: the message, or the edit that replaced it. */
export interface Said {
  event: string;
  words: string;
  at: Instant;
  reading: Reading;
}
