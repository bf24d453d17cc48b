import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../domain/time.ts';

/** The instant that `since` means: a date is its first moment in `zone`. */
export const sinceOf = (text: string, zone: string): Instant =>
  text.includes('T')
    ? Temporal.Instant.from(text).epochMilliseconds
    : Temporal.PlainDate.from(text).toZonedDateTime(zone).epochMilliseconds;
