import { Temporal } from 'temporal-polyfill';
import { DAY, type Instant } from '../domain/time.ts';
import { UsageError } from '../errors.ts';

/** The time that a digest is about: after `from`, up to and including `to`. `date` is its day in the reader's zone. */
export interface DigestWindow {
  date: string;
  from: Instant;
  to: Instant;
}

const instantOf = (date: string, at: string, zone: string): Instant => {
  try {
    return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) })
      .epochMilliseconds;
  } catch {
    throw new UsageError('bad_date', { text: date });
  }
};

/**
 * The 24 hours that end on `date` at the time of day `at` in `zone`; without a date those that end now. Of a window that `now`
 * falls into, the part up to now.
 * @throws UsageError `bad_date`, or `digest_ahead` for a window that has not begun.
 */
export const digestWindow = ({
  date,
  at,
  zone,
  now,
}: {
  date: string | undefined;
  at: string;
  zone: string;
  now: Instant;
}): DigestWindow => {
  if (date === undefined) {
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();
    return { date: today, from: now - DAY, to: now };
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new UsageError('bad_date', { text: date });
  const end = instantOf(date, at, zone);
  const from = end - DAY;
  if (from >= now) throw new UsageError('digest_ahead', { date });
  return { date, from, to: Math.min(end, now) };
};
