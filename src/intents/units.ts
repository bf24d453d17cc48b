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
  single: Uint8Array;
}

/** No message needs more; what stands behind is not read. */
export const MOST_UNITS = 512;

export const createUnits = (): Units => ({
  count: 0,
  from: new Int32Array(MOST_UNITS),
  to: new Int32Array(MOST_UNITS),
  single: new Uint8Array(MOST_UNITS),
});

/** Where the unit that begins at `at` ends. */
const endOf = (text: string, at: number, kind: number): number => {
  let end = at + 1;
  if (kind === SIGN && isHigh(text.charCodeAt(at)) && end < text.length) return end + 1;
  if (kind !== LETTER && kind !== DIGIT) return end;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    // don't is one word.
    const inside = unit === APOSTROPHE && kind === LETTER && kinds[text.charCodeAt(end + 1)] === LETTER;
    if (kinds[unit] !== kind && !inside) break;
  }
  return end;
};

/** Parts a normalised text into units, in whatever script it is written. The given arrays are filled anew. */
export const partUnits = (text: string, units: Units): void => {
  units.count = 0;
  for (let at = 0; at < text.length && units.count < MOST_UNITS; ) {
    const kind = kinds[text.charCodeAt(at)] as number;
    if (kind === BLANK) {
      at++;
      continue;
    }
    const end = endOf(text, at, kind);
    units.from[units.count] = at;
    units.to[units.count] = end;
    units.single[units.count++] = kind === SINGLE ? 1 : 0;
    at = end;
  }
};
