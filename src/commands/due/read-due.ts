import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/time.ts';
import { UsageError } from '../../errors.ts';
import { chinesePieces } from './chinese-pieces.ts';
import { dueByChrono } from './due-by-chrono.ts';
import { englishPieces } from './english-pieces.ts';
import { isHalfRead, namesNoMoment } from './half-read.ts';
import { momentOf } from './moment-of.ts';
import type { Piece } from './piece.ts';

const FORMS = [...chinesePieces, ...englishPieces];
const GAP = /[\s,，]*/uy;
const BEFORE = /[\s,，]*(?:(?:on|at|by|before|due|from)(?= )|[在于到])?[\s,，]*/iuy;
const AFTER = /(?:[之以]前|前(?![^\s,，]))?[\s,，。.!！]*/uy;

export interface Due {
  at: Instant;
  /** The text without the due words. */
  rest: string;
}

const skip = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
};

/** The longest piece that stands at a place. */
const pieceAt = (text: string, from: number, now: Temporal.ZonedDateTime): { piece: Piece; end: number } | null => {
  let best: { piece: Piece; end: number } | null = null;
  for (const { pattern, read } of FORMS) {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    const piece = found && read(found, now);
    if (found && piece && from + found[0].length > (best?.end ?? from)) best = { piece, end: from + found[0].length };
  }
  return best;
};

const fits = (said: Piece, { from, day, part, clock }: Piece): boolean =>
  !((from || day) && (said.from || said.day)) && !(part && (said.part || said.clock?.exact)) && !(clock && said.clock);

/** All pieces that follow one another from a place on; where they end, and whether they are due words at all. */
const phraseAt = (text: string, start: number, now: Temporal.ZonedDateTime): { said: Piece; end: number } | null => {
  let said: Piece = {};
  let end = start;
  let count = 0;
  let weak = false;
  for (;;) {
    const found = pieceAt(text, skip(GAP, text, end), now) ?? pieceAt(text, skip(BEFORE, text, end), now);
    if (!found || !fits(said, found.piece)) break;
    said = { ...said, ...found.piece };
    weak = found.piece.weak === true;
    ({ end } = found);
    count += 1;
  }
  if (count === 0) return null;
  const next = text[end] ?? '';
  // 周五的会 speaks of a meeting, 3点建议 of three points.
  if (next === '的' || (count === 1 && weak && (said.part !== undefined || /\p{Script=Han}/u.test(next)))) return null;
  return { said, end: skip(AFTER, text, end) };
};

/** 每周一 is no day, 第3点 no hour, and 小周日 is somebody. */
const startsWord = (text: string, at: number): boolean =>
  !/[每第小老]/u.test(text[at - 1] ?? '') &&
  !(/[\p{L}\d]/u.test(text[at - 1] ?? '') && /[a-z\d]/i.test(text[at] ?? '') && !/\p{Script=Han}/u.test(text[at - 1] ?? ''));

const TRADITIONAL = '後點週鐘頭時兩號個禮內';
const SIMPLIFIED = '后点周钟头时两号个礼内';

/** Digits and the colon of a Chinese keyboard made half as wide, traditional characters simplified: one for one, so that places stay. */
const plain = (text: string): string =>
  text
    .replace(/[０-９：]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(new RegExp(`[${TRADITIONAL}]`, 'gu'), (sign) => SIMPLIFIED[TRADITIONAL.indexOf(sign)] ?? sign)
    .replaceAll('\u3000', ' ');

const trim = (text: string): string => text.replace(/^[\s,，、:：;；]+|[\s,，、;；]+$/gu, '');

/** Due words of our own at the start or the end of a text; the longest at its end. */
const ownDue = (text: string, now: Temporal.ZonedDateTime): { said: Piece; from: number; to: number } | null => {
  const first = phraseAt(text, 0, now);
  if (first) return { said: first.said, from: 0, to: first.end };
  for (let from = 1; from < text.length; from += 1) {
    const found = startsWord(text, from) ? phraseAt(text, from, now) : null;
    if (found?.end === text.length) return { said: found.said, from, to: text.length };
  }
  return null;
};

/**
 * Reads when something is due from the start or the end of a text, in Chinese or English. A day without an hour is due at 9 in the
 * morning, at 18 when it has begun or is the end of a week, month or year. @param zone IANA. Null where the text says no time.
 * @throws UsageError where it seems to say one that was not understood, or that is none or over: no wrong moment is taken silently.
 */
export const readDue = async (given: string, at: Instant, zone: string): Promise<Due | null> => {
  const trimmed = given.trim();
  const text = plain(trimmed);
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const due = (moment: Instant, { from, to }: { from: number; to: number }, counted: boolean): Due => {
    if (isHalfRead(text, from, to, counted)) throw new UsageError('task_when', { text: trimmed });
    return { at: moment, rest: trim(trimmed.slice(0, from) + trimmed.slice(to)) };
  };
  const own = ownDue(text, now);
  const ours = () => own && due(momentOf(own.said, now).epochMilliseconds, own, own.said.from !== undefined);
  if (own?.said.day || own?.said.from) return ours();
  // An hour alone may be the end of a longer phrase that only chrono knows.
  const found = await dueByChrono(text, now);
  if (found && (!own || found.to - found.from > own.to - own.from)) return due(found.at, found, false);
  if (!own && namesNoMoment(text)) throw new UsageError('task_when', { text: trimmed });
  return ours();
};
