import type { Temporal } from 'temporal-polyfill';
import { chinesePieces } from './chinese-pieces.ts';
import { englishPieces } from './english-pieces.ts';
import type { Piece } from './piece.ts';

const FORMS = [...chinesePieces, ...englishPieces];
const GAP = /[\s,，]*/uy;
const BEFORE = /[\s,，]*(?:(?:on|at|by|before|due|from)(?= )|[在于到])?[\s,，]*/iuy;
const AFTER = /(?:左右|前后|许)?(?:[之以]前|前(?![^\s,，]))?[\s,，。.!！]*/uy;
const UNTIL = /\s*(?:[-–—~～至到]|(?:to|until|till)(?= ))\s*/iuy;

/** Due words in one place. */
export interface Phrase {
  said: Piece;
  from: number;
  to: number;
  /** Nothing but an hour that may be something else: 3点 may be three points. */
  weak: boolean;
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

/** Whether a piece says something that was not said yet. */
export const fits = (said: Piece, { from, day, part, clock }: Piece): boolean =>
  !((from || day) && (said.from || said.day)) && !(part && (said.part || said.clock?.exact)) && !(clock && said.clock);

/** Where the second hour of "9点到11点" ends: something is due at the first. Null where none follows. */
const untilEnd = (text: string, from: number, now: Temporal.ZonedDateTime): number | null => {
  let end = skip(UNTIL, text, from);
  if (end === from) return null;
  for (;;) {
    const found = pieceAt(text, skip(GAP, text, end), now);
    if (!found || found.piece.day || found.piece.from) return null;
    ({ end } = found);
    if (found.piece.clock) return end;
  }
};

/** All pieces that follow one another from a place on; null where they are no due words. */
export const phraseAt = (text: string, from: number, now: Temporal.ZonedDateTime): Phrase | null => {
  let said: Piece = {};
  let end = from;
  let count = 0;
  let weak = false;
  for (;;) {
    const found = pieceAt(text, skip(GAP, text, end), now) ?? pieceAt(text, skip(BEFORE, text, end), now);
    if (!found || !fits(said, found.piece)) break;
    said = { ...said, ...found.piece };
    const until = found.piece.clock ? untilEnd(text, found.end, now) : null;
    weak = found.piece.weak === true && until === null;
    end = until ?? found.end;
    count += 1;
  }
  if (count === 0) return null;
  const next = text[end] ?? '';
  weak &&= count === 1;
  // 周五的会 speaks of a meeting, 3点建议 of three points.
  if (next === '的' || (weak && (said.part !== undefined || /\p{Script=Han}/u.test(next)))) return null;
  return { said, from, to: skip(AFTER, text, end), weak };
};
