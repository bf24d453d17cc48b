import { Temporal } from 'temporal-polyfill';
import type { Calendar, Role } from '../domain/person.ts';
import { HOUR, type Instant } from '../domain/time.ts';
import { isDayOff } from '../notify/quiet-until.ts';

/** A message that somebody gets once a day: managers the digest, salespeople their morning message. */
export interface Briefing {
  /** One a person and day. */
  id: string;
  kind: 'digest' | 'morning';
  person: { id: string; role: Role; zone: string };
  date: string;
  at: Instant;
}

/** Who may get one, with the time of day at which they do, or `off`. */
export interface Reader {
  id: string;
  role: Role;
  zone: string;
  at: string;
}

/** How late one may still come; after that the next day's does. */
const LATEST = 6 * HOUR;

const KINDS: Partial<Record<Role, Briefing['kind']>> = { admin: 'digest', manager: 'digest', agent: 'morning' };

const briefingOf = (reader: Reader, calendar: Calendar | undefined, now: Instant): Briefing[] => {
  const { id, role, zone, at } = reader;
  const kind = KINDS[role];
  if (at === 'off' || kind === undefined) return [];
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  // Shortly after midnight, the day before may still be owed.
  return [today, today.subtract({ days: 1 })].flatMap((day) => {
    const date = day.toString();
    const due = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) }).epochMilliseconds;
    const owed = due <= now && now - due < LATEST && !isDayOff(date, calendar);
    return owed ? [{ id: `${kind}/${encodeURIComponent(id)}/${date}`, kind, person: { id, role, zone }, date, at: due }] : [];
  });
};

/** The daily messages that are due at `now` and not more than six hours late; on days off there are none. */
export const briefingsDue = (readers: readonly Reader[], calendar: Calendar | undefined, now: Instant): Briefing[] =>
  readers.flatMap((reader) => briefingOf(reader, calendar, now));
