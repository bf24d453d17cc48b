import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../domain/time.ts';
import { UsageError } from '../errors.ts';

/**
 * Reads a time that a person typed: an ISO time with its zone, or without one in `zone`; a date alone is its first instant, or
 * its last one when `dayEnd`.
 * @throws UsageError for anything else.
 */
export const readTime = (text: string, zone: string, dayEnd = false): Instant => {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      const date = Temporal.PlainDate.from(text);
      if (!dayEnd) return date.toZonedDateTime(zone).epochMilliseconds;
      return date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;
    }
    if (/([zZ]|[+-]\d{2}:?\d{2})$/.test(text)) return Temporal.Instant.from(text.replace(' ', 'T')).epochMilliseconds;
    return Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    throw new UsageError('bad_time', { text });
  }
};
