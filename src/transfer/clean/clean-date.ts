import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/time.ts';
import { Unclean } from './fault.ts';

const HALF = '上午|下午|am|pm';
const TIME = `(?:[T\\s]*(?<before>${HALF})?\\s*(?<hour>\\d{1,2})[:时点](?<minute>\\d{1,2})?(?:[:分](?<second>\\d{1,2})?秒?)?(?:\\.\\d+)?\\s*(?<after>${HALF})?)?`;
/**
 * 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日 (or 号), 20260301, 1 Mar 2026, March 1, 2026; with a time of day or without. 3/1/2026 is left
 * alone: half the world reads it the other way round.
 */
const WRITTEN = [
  `(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})[日号]?`,
  `(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})`,
  `(?<day>\\d{1,2})[ -](?<month>[a-z]{3,9})[ -](?<year>\\d{4})`,
  `(?<month>[a-z]{3,9})\\.? (?<day>\\d{1,2}),? (?<year>\\d{4})`,
].map((day) => new RegExp(`^${day}${TIME}$`, 'i'));
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** What spreadsheet programs write behind a long date. */
const WEEKDAY = /\s*\(?(?:星期|周)[一二三四五六日天]\)?/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/i;
/** A date as a spreadsheet program counts it: days since 1900, from 1954 to 2119. */
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;
const SERIAL_EPOCH = Temporal.PlainDateTime.from('1899-12-30');
const DAY_SECONDS = 86_400;

const EARLIEST = Date.UTC(1900, 0, 1);

const BAD = 'Write a date like 2026-03-01 or 2026-03-01 09:00.';

const fromSerial = (serial: number): Temporal.PlainDateTime => SERIAL_EPOCH.add({ seconds: Math.round(serial * DAY_SECONDS) });

/** The number of a month; 0 for a word that is none. */
const monthOf = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : MONTHS.findIndex((name) => name.startsWith(text.toLowerCase())) + 1;

/** An hour of 24, from one of 12 and the half of the day. */
const hourOf = (hour: number, half: string | undefined): number => {
  if (half === undefined || hour > 12) return hour;
  return (hour % 12) + (/^(?:下午|pm)$/i.test(half) ? 12 : 0);
};

const fromParts = (parts: Partial<Record<string, string>>): Temporal.PlainDateTime => {
  const number = (name: string) => Number(parts[name] ?? 0);
  return Temporal.PlainDateTime.from(
    {
      ...{ year: number('year'), month: monthOf(parts['month'] ?? ''), day: number('day') },
      ...{ hour: hourOf(number('hour'), parts['before'] ?? parts['after']), minute: number('minute'), second: number('second') },
    },
    { overflow: 'reject' },
  );
};

const read = (text: string): Temporal.PlainDateTime | null => {
  if (SERIAL.test(text)) return fromSerial(Number(text));
  for (const form of WRITTEN) {
    const found = form.exec(text);
    if (found) return fromParts(found.groups ?? {});
  }
  return null;
};

/** The forms of writing a moment, in `zone` where it does not name its own; a date alone is its first instant. */
export const cleanDate = (cell: string, zone: string): Instant | Unclean => {
  const text = cell.normalize('NFKC').replace(WEEKDAY, '').trim();
  try {
    const at = WITH_ZONE.test(text)
      ? Temporal.Instant.from(text).epochMilliseconds
      : read(text)?.toZonedDateTime(zone).epochMilliseconds;
    return at === undefined || at < EARLIEST ? new Unclean('date', BAD) : at;
  } catch (error) {
    // 30 February, 25 o'clock.
    if (error instanceof RangeError) return new Unclean('date', BAD);
    throw error;
  }
};
