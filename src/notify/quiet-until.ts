import { Temporal } from 'temporal-polyfill';
import type { Calendar, QuietHours } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';

/** When somebody wants to be left alone: their zone, quiet hours, and the days off of the calendar, if there is one. */
export interface Rest {
  zone: string;
  quiet: QuietHours;
  calendar?: Calendar | undefined;
}

/** More days off in a row than any calendar has. */
const LONGEST_REST = 60;

/** Whether a day (YYYY-MM-DD) is off: weekends and holidays, but not the weekend days that are worked. */
export const isDayOff = (date: string, calendar: Calendar | undefined): boolean => {
  if (!calendar || calendar.workdays.includes(date)) return false;
  return calendar.holidays.includes(date) || Temporal.PlainDate.from(date).dayOfWeek > 5;
};

/** The end of the quiet hours that a moment falls into, on its day or the next; null when it falls into none. */
const quietEnd = (moment: Temporal.ZonedDateTime, { from, to }: QuietHours): Temporal.ZonedDateTime | null => {
  const time = moment.toPlainTime().toString({ smallestUnit: 'minute' });
  const [late, early] = [from > to && time >= from, time < to && (from > to || time >= from)];
  if (!late && !early) return null;
  const day = moment.toPlainDate().add({ days: late ? 1 : 0 });
  return day.toZonedDateTime({ timeZone: moment.timeZoneId, plainTime: Temporal.PlainTime.from(to) });
};

/** The first moment from `at` on at which somebody may be told what can wait (semantics 16). */
export const quietUntil = (at: Instant, { zone, quiet, calendar }: Rest): Instant => {
  let moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  for (let days = 0; days < LONGEST_REST; days += 1) {
    const date = moment.toPlainDate();
    const next = isDayOff(date.toString(), calendar)
      ? date.add({ days: 1 }).toZonedDateTime({ timeZone: zone })
      : quietEnd(moment, quiet);
    if (next === null) break;
    moment = next;
  }
  return moment.epochMilliseconds;
};
