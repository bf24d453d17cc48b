import { countOf, NUMBER_WORD } from './english-number.ts';
import type { Piece, PieceForm } from './piece.ts';

const HALF = '([ap])\\.?m\\.?';
const PORTIONS: Record<string, number> = { quarter: 15, half: 30, five: 5, ten: 10, twenty: 20, 'twenty-five': 25 };
const PORTION = `(?:a )?(quarter|half|five|ten|twenty(?:[- ]five)?)(?: minutes)? (past|to)`;

/** @param half `a` or `p` of am and pm, which need no more words; without it `exact` says whether the hour is of the 24-hour clock. */
const clock = (hour: number, minute: number, half: string | undefined, exact = false): Piece | null => {
  if (minute >= 60 || hour > 24) return null;
  if (half === undefined) return { clock: { hour, minute, exact } };
  return hour < 1 || hour > 12
    ? null
    : { clock: { hour: (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0), minute, exact: true } };
};

/** How English says an hour. */
export const clockWords = (form: (pattern: string, read: PieceForm['read']) => PieceForm): PieceForm[] => [
  form(`(\\d{1,2})(?::(\\d{2}))? ?${HALF}`, ([, hour, minute = '0', half]) => clock(Number(hour), Number(minute), half)),
  // "11-1pm" begins in the morning.
  form(`(\\d{1,2})(?::(\\d{2}))? ?(?:[-–]|to) ?(\\d{1,2})(?::\\d{2})? ?${HALF}`, ([, from, minute = '0', to, half = '']) =>
    clock(Number(from), Number(minute), half.toLowerCase() === 'p' && Number(from) % 12 > Number(to) % 12 ? 'a' : half),
  ),
  form('(\\d{1,2})[:：](\\d{2})', ([, hour = '', minute]) =>
    clock(Number(hour), Number(minute), undefined, /^(?:0|1[3-9]|2\\d)/.test(hour)),
  ),
  form("(\\d{1,2}) ?o'clock", ([, hour]) => clock(Number(hour), 0, undefined)),
  form(`at (\\d{1,2}|${NUMBER_WORD})`, ([, hour = '']) => clock(countOf(hour), 0, undefined)),
  form(`(?:at )?${PORTION} (\\d{1,2}|${NUMBER_WORD})(?: ?${HALF}| ?o'clock)?`, ([, portion = '', turn = '', hour = '', half]) => {
    const minutes = PORTIONS[portion.toLowerCase().replace(' ', '-')] ?? 0;
    const to = turn.toLowerCase() === 'to';
    const at = clock(countOf(hour), 0, half);
    if (!at?.clock || (to && minutes === PORTIONS['half'])) return null;
    return { clock: { ...at.clock, minute: to ? -minutes : minutes } };
  }),
];
