/** What a unit of UTF-16 can be to one who looks for breaks, as bits. */
const MARK = 1;
const DOT = 2;
/** It begins a word that begins another thought. */
const BEGINS = 4;
const WHITE = 8;
/** A letter, digit or sign of English words; the long s and the sign of kelvin are letters in another dress. */
const WORD = 16;

const MARKS = '。！？!?；;，,、…\n';
const WHITES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const ENGLISH = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_\u017f\u212a';
const CHINESE_BREAKS = ['而且', '并且', '还有', '另外', '顺便', '同时', '以及', '再就是', '然后'];
const ENGLISH_BREAKS = ['and', 'also', 'plus', 'but'];

const LONG_S = 0x17f;
const SMALL_S = 0x73;

const kinds = new Uint8Array(0x10000);
const note = (units: Iterable<string>, kind: number): void => {
  for (const unit of units) kinds[unit.charCodeAt(0)] = (kinds[unit.charCodeAt(0)] as number) | kind;
};
note(MARKS, MARK);
note('.', DOT);
note([...CHINESE_BREAKS, ...ENGLISH_BREAKS, ...ENGLISH_BREAKS.map((word) => word.toUpperCase())], BEGINS);
note(WHITES, WHITE);
note(ENGLISH, WORD);

const is = (text: string, at: number, kind: number): boolean =>
  at >= 0 && at < text.length && ((kinds[text.charCodeAt(at)] as number) & kind) !== 0;

export const isWhite = (text: string, at: number): boolean => is(text, at, WHITE);

/** Whether a lower-case word stands at a place, in whatever case. */
const stands = (text: string, at: number, word: string): boolean => {
  for (let i = 0; i < word.length; i++) {
    const unit = text.charCodeAt(at + i);
    const letter = unit === LONG_S ? SMALL_S : unit | 0x20;
    if (letter !== word.charCodeAt(i)) return false;
  }
  return true;
};

const englishBreak = (text: string, at: number): number => {
  for (const word of ENGLISH_BREAKS) if (stands(text, at, word)) return is(text, at + word.length, WORD) ? 0 : word.length;
  return 0;
};

const lengthAt = (text: string, at: number, kind: number): number => {
  if ((kind & DOT) !== 0) return at + 1 === text.length || isWhite(text, at + 1) ? 1 : 0;
  if ((kind & WORD) !== 0) return englishBreak(text, at);
  if ((kind & BEGINS) !== 0) return CHINESE_BREAKS.find((word) => text.startsWith(word, at))?.length ?? 0;
  let end = at + 1;
  while (is(text, end, MARK)) end++;
  return end - at;
};

/** A break of a text: marks, a full stop, or a word that begins another thought. */
export interface Break {
  at: number;
  length: number;
}

/** The first break from a place on; null where there is none. */
export const nextBreak = (text: string, from: number): Break | null => {
  let before = from === 0 ? 0 : (kinds[text.charCodeAt(from - 1)] as number);
  for (let at = from; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)] as number;
    // Within a word no other begins.
    if ((kind & (MARK | DOT | BEGINS)) !== 0 && (kind & before & WORD) === 0) {
      const length = lengthAt(text, at, kind);
      if (length > 0) return { at, length };
    }
    before = kind;
  }
  return null;
};
