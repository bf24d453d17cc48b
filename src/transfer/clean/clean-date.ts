import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/time.ts';
import { Unclean } from './fault.ts';

const TIME = /(?:[T\s]*(\d{1,2})[:时](\d{1,2})?(?:[:分](\d{1,2})?秒?)?(?:\.\d+)?)?/.source;
/** 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日 (or 号), 20260301; with a time of day or without. */
const WRITTEN = [
  new RegExp(`^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?${TIME}$`),
  new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${TIME}$`),
];
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/i;
/** A date as a spreadsheet program counts it: days since 1900, from 1954 to 2119. */
const SERIAL = /^[2-7]\d{4}(?:\.\d+)?$/;
const SERIAL_EPOCH = Temporal.PlainDateTime.from('1899-12-30');
const DAY_SECONDS = 86_400;

const EARLIEST = Date.UTC(1900, 0, 1);

const BAD = 'Write a date like 2026-03-01 or 2026-03-01 09:00.';

const fromSerial = (serial: number): Temporal.PlainDateTime => SERIAL_EPOCH.add({ seconds: Math.round(serial * DAY_SECONDS) });

const fromParts = ([year, month, day, hour = 0, minute = 0, second = 0]: readonly (
  | number
  | undefined
)[]): Temporal.PlainDateTime =>
  Temporal.PlainDateTime.from(
    { year: year ?? 0, month: month ?? 0, day: day ?? 0, hour, minute, second },
    { overflow: 'reject' },
  );

const read = (text: string): Temporal.PlainDateTime | null => {
  if (SERIAL.test(text)) return fromSerial(Number(text));
  for (const form of WRITTEN) {
    const found = form.exec(text);
    if (found) return fromParts(found.slice(1).map((part) => (part === undefined ? undefined : Number(part))));
  }
  return null;
};

/** The forms of writing a moment, in `zone` where it does not name its own; a date alone is its first instant. */
export const cleanDate = (cell: string, zone: string): Instant | Unclean => {
  const text = cell.normalize('NFKC').trim();
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
