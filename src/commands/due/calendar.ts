import { Temporal } from 'temporal-polyfill';
import type { Piece } from './piece.ts';

type Now = Temporal.ZonedDateTime;

export const today = (now: Now): Temporal.PlainDate => now.toPlainDate();

/** The day of a date, or null where the calendar has none such. */
export const dateOf = (year: number, month: number, day: number): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
};

/** A day of a week, Monday is 1: of the one so many weeks on, or (null) the next one to come, today counted. */
export const weekday = (now: Now, day: number, weeks: number | null): Piece => {
  const monday = today(now).subtract({ days: now.dayOfWeek - 1 });
  const found = monday.add({ days: day - 1, weeks: weeks ?? 0 });
  if (weeks !== null) return { day: found };
  return { day: day < now.dayOfWeek ? found.add({ weeks: 1 }) : found, weekly: true };
};

/** The Saturday of a weekend; of one that has begun, its Sunday. `weeks` as with `weekday`. */
export const weekend = (now: Now, weeks: number | null): Piece =>
  now.dayOfWeek === 7 && !weeks ? { day: today(now) } : weekday(now, 6, weeks);

/** A date of the year without its year: the next one to come, today counted. */
export const yearly = (now: Now, month: number, day: number): Piece | null => {
  const first = dateOf(now.year, month, day);
  const coming = first && Temporal.PlainDate.compare(first, today(now)) >= 0 ? first : dateOf(now.year + 1, month, day);
  return coming && { day: coming };
};

/** A day of the month so many months on; null where that month has no such day. */
export const ofMonth = (now: Now, months: number, day: number): Piece | null => {
  const { year, month } = today(now).with({ day: 1 }).add({ months });
  const found = dateOf(year, month, day);
  return found && { day: found };
};

/** A day of the month without its month: the next one to come, today counted. */
export const monthly = (now: Now, day: number): Piece | null => ofMonth(now, day < now.day ? 1 : 0, day);

export const endOfMonth = (now: Now, months: number): Piece => {
  const first = today(now).with({ day: 1 }).add({ months });
  return { day: first.with({ day: first.daysInMonth }), closing: true };
};

export const endOfYear = (now: Now): Piece => ({ day: today(now).with({ month: 12, day: 31 }), closing: true });

const EXACT = { minute: 1, hour: 60 } as const;

export type Unit = keyof typeof EXACT | 'day' | 'week' | 'month' | 'year';

/** So many of a unit from now; halves of a month are 15 days, of a year 6 months. */
export const fromNow = (now: Now, count: number, unit: Unit): Piece => {
  if (unit === 'minute' || unit === 'hour')
    return { from: { at: now.add({ minutes: Math.round(count * EXACT[unit]) }), days: false } };
  const whole = Math.floor(count);
  const half = count > whole;
  if (unit === 'day') return { from: { at: now.add({ days: whole, hours: half ? 12 : 0 }), days: !half } };
  const rest = half ? { week: { days: 3 }, month: { days: 15 }, year: { months: 6 } }[unit] : {};
  return { from: { at: now.add({ [`${unit}s`]: whole }).add({ days: 0, ...rest }), days: true } };
};
