import { DAY, type Instant } from '../../domain/time.ts';

/** How many of these times lie in the `days` up to `at`; one exactly that old is out (semantics 0). Without days: ever. */
export const countWithin = (times: readonly Instant[], at: Instant, days: number | undefined): number => {
  const from = days === undefined ? Number.NEGATIVE_INFINITY : at - days * DAY;
  let count = 0;
  for (const time of times) if (time <= at && time > from) count += 1;
  return count;
};

/** The next moment after `at` at which one of these times leaves the window of `days`; null when none ever does. */
export const nextLeaving = (times: readonly Instant[], at: Instant, days: number | undefined): Instant | null => {
  if (days === undefined) return null;
  const leaving = times.filter((time) => time <= at).map((time) => time + days * DAY);
  return leaving.reduce<Instant | null>((first, one) => (one > at && (first === null || one < first) ? one : first), null);
};
