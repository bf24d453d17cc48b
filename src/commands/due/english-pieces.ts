import { dateOf, endOfMonth, endOfYear, fromNow, ofMonth, today, type Unit, weekday, weekend, yearly } from './calendar.ts';
import { clockWords } from './english-clock.ts';
import { COUNT, countOf } from './english-number.ts';
import type { DayPart, Piece, PieceForm } from './piece.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NAMED = `mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const UNIT = 'minutes?|mins?|m|hours?|hrs?|h|days?|weeks?|months?|years?';
const PARTS: Record<string, DayPart> = {
  ...{ morning: 'morning', noon: 'noon', afternoon: 'afternoon', evening: 'dusk', night: 'evening' },
};

const form = (pattern: string, read: PieceForm['read']): PieceForm => ({
  pattern: new RegExp(`(?<![\\w.])(?:${pattern})(?![\\w])`, 'iuy'),
  read,
});

const dayNumber = (word: string): number => DAYS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const unitOf = (word: string): Unit => {
  const units: [RegExp, Unit][] = [
    [/^m(?:i|$)/i, 'minute'],
    [/^h/i, 'hour'],
    [/^d/i, 'day'],
    [/^w/i, 'week'],
    [/^mo/i, 'month'],
  ];
  return units.find(([begins]) => begins.test(word))?.[1] ?? 'year';
};

/** A day of a month by its name. */
const dated = (now: Parameters<PieceForm['read']>[1], month: string, day: unknown, year: string | undefined): Piece | null => {
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (year === undefined) return yearly(now, number, Number(day));
  const found = dateOf(Number(year), number, Number(day));
  return found && { day: found };
};

const ENDS: Record<string, (now: Parameters<PieceForm['read']>[1], next: boolean) => Piece> = {
  day: (now) => ({ day: today(now), closing: true }),
  week: (now, next) => ({ ...weekday(now, 5, next ? 1 : 0), closing: true }),
  month: (now, next) => endOfMonth(now, next ? 1 : 0),
  year: endOfYear,
};

/** How English says when. Weeks begin on Monday; "next friday" is that of the next week. */
export const englishPieces: readonly PieceForm[] = [
  ...[`(?:in|within) (${COUNT})( and a half)? ?(${UNIT})`, `(${COUNT})( and a half)? ?(${UNIT}) (?:from now|later)`].map(
    (counted) =>
      form(counted, ([, count = '', half, unit = ''], now) => fromNow(now, countOf(count) + (half ? 0.5 : 0), unitOf(unit))),
  ),
  // "2h" ends a title as due words; "2 hours" may be how long something takes.
  form('(?:in )?(?=\\d)(?:(\\d{1,3})h)? ?(?:(\\d{1,3})m)?(?=\\s*$)', ([, hours = '0', minutes = '0'], now) =>
    fromNow(now, Number(hours) * 60 + Number(minutes), 'minute'),
  ),
  form(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`, ([, month = '', day, year], now) => dated(now, month, day, year)),
  form(`(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (\\d{4}))?`, ([, day, month = '', year], now) =>
    dated(now, month, day, year),
  ),
  form('this (morning|afternoon|evening)', ([, word = ''], now) => ({
    day: today(now),
    part: PARTS[word.toLowerCase()] ?? 'morning',
  })),
  form('(?:the )?day after tomorrow', (_, now) => ({ day: today(now).add({ days: 2 }) })),
  form('tomorrow', (_, now) => ({ day: today(now).add({ days: 1 }) })),
  form('today', (_, now) => ({ day: today(now) })),
  form('tonight', (_, now) => ({ day: today(now), part: 'evening' })),
  form(`(next|this) (${NAMED}|sat(?:urday)?|sun(?:day)?)`, ([, turn = '', day = ''], now) =>
    weekday(now, dayNumber(day), turn.toLowerCase() === 'next' ? 1 : 0),
  ),
  // "sat" and "sun" alone are too often something else.
  form(`${NAMED}|saturday|sunday`, ([day], now) => weekday(now, dayNumber(day), null)),
  form('(?:(?:on|at|over) )?(next|this|the) weekend', ([, turn = ''], now) =>
    weekend(now, turn.toLowerCase() === 'next' ? 1 : null),
  ),
  form('next week', (_, now) => weekday(now, 1, 1)),
  form('next month', (_, now) => ofMonth(now, 1, 1)),
  form('(?:the )?end of (?:the |this )?(next )?(day|week|month|year)', ([, next, word = ''], now) => {
    return ENDS[word.toLowerCase()]?.(now, next !== undefined) ?? null;
  }),
  form('(month|year)[- ]end', ([, word = ''], now) => (word.toLowerCase() === 'year' ? endOfYear(now) : endOfMonth(now, 0))),
  form('(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})', ([, year, month, day]) => {
    const found = dateOf(Number(year), Number(month), Number(day));
    return found && { day: found };
  }),
  form('(?:in the )?(morning|afternoon|evening|night)', ([, word = '']) => ({
    part: PARTS[word.toLowerCase()] ?? 'morning',
    weak: true,
  })),
  form('noon', () => ({ part: 'noon' })),
  ...clockWords(form),
];
