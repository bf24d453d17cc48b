import { Temporal } from 'temporal-polyfill';
import type { Clock, DayPart, Piece } from './piece.ts';

/** When a day begins and ends for whoever has something to do on it. */
const DAY_START = 9;
const DAY_END = 18;

const HOURS: Record<DayPart, number> = {
  night: 6,
  early: 9,
  morning: 10,
  noon: 12,
  afternoon: 15,
  dusk: 18,
  evening: 20,
  midnight: 24,
};
const LATE: readonly DayPart[] = ['afternoon', 'dusk', 'evening'];

/** An hour of the night, counted on over midnight. */
const aroundMidnight = (hour: number): number => (hour < 7 || hour === 12 ? 24 + (hour % 12) : hour + 12);

/** An hour on the 24-hour clock; 24 is midnight at the day's end. */
const hourOf = ({ hour, exact }: Clock, part: DayPart | undefined): number => {
  if (exact || hour > 12) return hour;
  if (part === 'evening' && hour === 12) return 24;
  if (part === 'midnight') return aroundMidnight(hour);
  if (part === 'night') return hour % 12;
  if (part === 'noon') return hour < 10 ? hour + 12 : hour;
  if (part !== undefined) return LATE.includes(part) ? (hour % 12) + 12 : hour;
  // Nobody means three in the morning without saying so.
  return hour >= 1 && hour <= 6 ? hour + 12 : hour;
};

/** So many minutes after an hour of a day, or before it, in the zone of `now`; 24 is the next midnight. */
const on = (date: Temporal.PlainDate, hour: number, minutes: number, { timeZoneId }: Temporal.ZonedDateTime) =>
  date
    .add({ days: hour >= 24 ? 1 : 0 })
    .toPlainDateTime(new Temporal.PlainTime(hour % 24))
    .add({ minutes })
    .toZonedDateTime(timeZoneId);

const isOver = (moment: Temporal.ZonedDateTime, now: Temporal.ZonedDateTime): boolean =>
  Temporal.ZonedDateTime.compare(moment, now) <= 0;

/** A day without an hour: its start, or its end when it has begun, or when the end of something is meant. */
const untimed = (day: Temporal.PlainDate, closing: boolean, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime => {
  const [start, end] = [on(day, DAY_START, 0, now), on(day, DAY_END, 0, now)];
  if (!day.equals(now.toPlainDate())) return closing ? end : start;
  if (!closing && !isOver(start, now)) return start;
  return isOver(end, now) ? on(day, 24, 0, now) : end;
};

const hourSaid = ({ clock, part }: Piece): number | null => {
  if (clock) return hourOf(clock, part);
  return part === undefined ? null : HOURS[part];
};

/** The moment that the pieces of a phrase name together, in the zone of `now`. */
export const momentOf = (said: Piece, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime => {
  const { from, clock } = said;
  const hour = hourSaid(said);
  if (from && (hour === null || !from.days)) return from.at;
  const named = from?.at.toPlainDate() ?? said.day;
  const day = named ?? now.toPlainDate();
  if (hour === null) return untimed(day, said.closing === true, now);
  // Without a day the night that has begun is meant, where its hour is to come.
  const at = on(day, named ? hour : hour % 24, clock?.minute ?? 0, now);
  if (!isOver(at, now) || (named && !said.weekly)) return at;
  return at.add(said.weekly ? { weeks: 1 } : { days: 1 });
};
