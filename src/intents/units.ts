import type { FoldedText } from './folded-text.ts';

/** What a unit of UTF-16 is to the reader of words. */
const BLANK = 0;
const LETTER = 1;
/** A character that is a word by itself, where no blanks stand between words: Han, kana, Thai and their kin. */
const SINGLE = 2;
const DIGIT = 3;
const SIGN = 4;

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

const kindOf = (unit: number): number => {
  const char = String.fromCharCode(unit);
  if (/[\s\p{Cc}]/u.test(char)) return BLANK;
  if (/\p{N}/u.test(char)) return DIGIT;
  if (!/[\p{L}\p{M}]/u.test(char)) return SIGN;
  return UNSPACED.test(char) ? SINGLE : LETTER;
};

const kinds = Uint8Array.from({ length: 0x10000 }, (_, unit) => kindOf(unit));

const APOSTROPHE = 0x27;
const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

/** The words, numbers, single characters and signs of a normalised text: where each begins and ends, and whether it is a single. */
export interface Units {
  count: number;
  from: Int32Array;
  to: Int32Array;
  /** Of each unit, and before the first one and behind the last one, where an end of the text counts as a single. */
  single: Uint8Array;
}

/** No message needs more; what stands behind is not read. */
export const MOST_UNITS = 512;

export const createUnits = (): Units => ({
  count: 0,
  from: new Int32Array(MOST_UNITS),
  to: new Int32Array(MOST_UNITS),
  single: new Uint8Array(MOST_UNITS + 2).fill(1, 0, 1),
});

/** Where the unit that begins at `at` ends. */
const endOf = ({ units, length }: FoldedText, at: number, kind: number): number => {
  let end = at + 1;
  if (kind === SIGN && isHigh(units[at] as number) && end < length) return end + 1;
  if (kind !== LETTER && kind !== DIGIT) return end;
  // Behind the text stands a blank.
  for (; ; end++) {
    const unit = units[end] as number;
    if (kinds[unit] === kind) continue;
    // don't is one word.
    const inside = unit === APOSTROPHE && kind === LETTER && kinds[units[end + 1] as number] === LETTER;
    if (!inside) return end;
  }
};

/** Parts a normalised text into units, in whatever script it is written. The given arrays are filled anew. */
export const partUnits = (text: FoldedText, units: Units): void => {
  const { from, to, single } = units;
  let count = 0;
  for (let at = 0; at < text.length && count < MOST_UNITS; ) {
    const kind = kinds[text.units[at] as number] as number;
    if (kind === BLANK) {
      at++;
      continue;
    }
    const end = kind === SINGLE ? at + 1 : endOf(text, at, kind);
    from[count] = at;
    to[count++] = end;
    single[count] = kind === SINGLE ? 1 : 0;
    at = end;
  }
  single[count + 1] = 1;
  units.count = count;
};
