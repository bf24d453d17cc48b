import { HOUR, type Instant, MINUTE } from '../domain/time.ts';

/** What passes after each attempt before the next (Standard Webhooks, "Retries"): ten attempts in a good three days. */
const PAUSES = [5000, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

/** When to try again after so many attempts; null: never. */
export const nextTry = (attempts: number, now: Instant): Instant | null => {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? null : now + pause;
};
