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

const englishBreak = (text: string, at: number): number => {
  if (is(text, at - 1, WORD)) return 0;
  const said = text
    .slice(at, at + 4)
    .toLowerCase()
    .replaceAll('\u017f', 's');
  const word = ENGLISH_BREAKS.find((one) => said.startsWith(one));
  return word && !is(text, at + word.length, WORD) ? word.length : 0;
};

/** How long the break is that begins at a place; 0 where none does: marks, a full stop, or a word that begins another thought. */
export const breakAt = (text: string, at: number): number => {
  const kind = (kinds[text.charCodeAt(at)] as number) & (MARK | DOT | BEGINS);
  if (kind === 0) return 0;
  if (kind === DOT) return at + 1 === text.length || isWhite(text, at + 1) ? 1 : 0;
  if (kind === MARK) {
    let end = at + 1;
    while (is(text, end, MARK)) end++;
    return end - at;
  }
  if (is(text, at, WORD)) return englishBreak(text, at);
  return CHINESE_BREAKS.find((word) => text.startsWith(word, at))?.length ?? 0;
};
