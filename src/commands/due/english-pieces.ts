import { dateOf, endOfMonth, endOfYear, fromNow, ofMonth, today, type Unit, weekday } from './calendar.ts';
import type { DayPart, Piece, PieceForm } from './piece.ts';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NAMED = `mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?`;
const PARTS: Record<string, DayPart> = {
  ...{ morning: 'morning', noon: 'noon', afternoon: 'afternoon', evening: 'dusk', night: 'evening' },
};

const form = (pattern: string, read: PieceForm['read']): PieceForm => ({
  pattern: new RegExp(`(?<![\\w.])(?:${pattern})(?![\\w])`, 'iuy'),
  read,
});

const dayNumber = (word: string): number => DAYS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const countOf = (word: string): number => {
  const at = COUNTS.indexOf(word.toLowerCase());
  if (at >= 0) return at;
  if (/^half/i.test(word)) return 0.5;
  return /^an?$/i.test(word) ? 1 : Number(word);
};

const unitOf = (word: string): Unit => {
  const units: [RegExp, Unit][] = [
    [/^mi/i, 'minute'],
    [/^h/i, 'hour'],
    [/^d/i, 'day'],
    [/^w/i, 'week'],
    [/^mo/i, 'month'],
  ];
  return units.find(([begins]) => begins.test(word))?.[1] ?? 'year';
};

const clock = (hour: number, minute: number, exact: boolean): Piece | null =>
  hour <= 24 && minute < 60 ? { clock: { hour, minute, exact } } : null;

const ENDS: Record<string, (now: Parameters<PieceForm['read']>[1], next: boolean) => Piece> = {
  day: (now) => ({ day: today(now), closing: true }),
  week: (now, next) => ({ ...weekday(now, 5, next ? 1 : 0), closing: true }),
  month: (now, next) => endOfMonth(now, next ? 1 : 0),
  year: endOfYear,
};

/** How English says when. Weeks begin on Monday; "next friday" is that of the next week. */
export const englishPieces: readonly PieceForm[] = [
  form(
    `in (half an|an?|\\d{1,3}|${COUNTS.slice(1).join('|')})( and a half)? ?(minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?)`,
    ([, count = '', half, unit = ''], now) => fromNow(now, countOf(count) + (half ? 0.5 : 0), unitOf(unit)),
  ),
  form('(?:the )?day after tomorrow', (_, now) => ({ day: today(now).add({ days: 2 }) })),
  form('tomorrow', (_, now) => ({ day: today(now).add({ days: 1 }) })),
  form('today', (_, now) => ({ day: today(now) })),
  form('tonight', (_, now) => ({ day: today(now), part: 'evening' })),
  form(`(next|this) (${NAMED}|sat(?:urday)?|sun(?:day)?)`, ([, turn = '', day = ''], now) =>
    weekday(now, dayNumber(day), turn.toLowerCase() === 'next' ? 1 : 0),
  ),
  // "sat" and "sun" alone are too often something else.
  form(`${NAMED}|saturday|sunday`, ([day], now) => weekday(now, dayNumber(day), null)),
  form('next week', (_, now) => weekday(now, 1, 1)),
  form('next month', (_, now) => ofMonth(now, 1, 1)),
  form('(?:the )?end of (?:the |this )?(next )?(day|week|month|year)', ([, next, word = ''], now) => {
    return ENDS[word.toLowerCase()]?.(now, next !== undefined) ?? null;
  }),
  form('(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})', ([, year, month, day]) => {
    const found = dateOf(Number(year), Number(month), Number(day));
    return found && { day: found };
  }),
  form('(?:in the )?(morning|afternoon|evening|night)', ([, word = '']) => ({
    part: PARTS[word.toLowerCase()] ?? 'morning',
    weak: true,
  })),
  form('noon', () => ({ part: 'noon' })),
  form('(\\d{1,2})(?::(\\d{2}))? ?([ap])\\.?m\\.?', ([, hour, minute = '0', half = '']) => {
    const h = Number(hour);
    return h < 1 || h > 12 ? null : clock((h % 12) + (half.toLowerCase() === 'p' ? 12 : 0), Number(minute), true);
  }),
  form('(\\d{1,2})[:：](\\d{2})', ([, hour = '', minute]) => clock(Number(hour), Number(minute), /^(?:0|1[3-9]|2\d)/.test(hour))),
  form("(\\d{1,2}) ?o'clock", ([, hour]) => clock(Number(hour), 0, false)),
  form('at (\\d{1,2})', ([, hour]) => clock(Number(hour), 0, false)),
];
