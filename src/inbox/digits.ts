/** What a character can be to a number written in text. 0 to 9 are the digits themselves. */
export const OTHER = 10;
export const SEPARATOR = 11;
/** Takes no room on the page (zero-width, combining, control): it hides inside a number without parting it. */
export const IGNORED = 12;
/** The X that ends one ID number in eleven. */
export const CROSS = 13;
/** Stands for several characters at once, digits among them (⑩, ⒈); `spell` has them. */
export const SPREAD = 14;
/** First half of a surrogate pair. */
export const PAIR = 15;

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{M}]/u;
const SEPARATORS = /[\s\p{Zs}\p{Pd}\p{Pc}.․．﹒·•・･‧∙⋅。｡/／\u2800\u2212]/u;
const CONTROL = /\p{Cc}/u;
const DECIMAL = /\p{Nd}/u;
/** x in full width and other scripts, and the signs of multiplication: all are typed for the X. */
const CROSSES = /[xXｘＸⅹⅩхХχΧ×✕✖]/u;
/** Everything that can be other than `OTHER`. Finding these in one pass keeps the making of the table short. */
const NOTABLE = new RegExp(`\\p{N}|${[INVISIBLE, SEPARATORS, CONTROL, CROSSES].map((one) => one.source).join('|')}`, 'gu');

/** Numbered signs that NFKC leaves alone or spells with brackets: first and last code point, value of the first. */
const SIGNS: readonly (readonly [number, number, number])[] = [
  [0x2474, 0x2487, 1],
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x1f100, 0x1f100, 0],
  [0x1f101, 0x1f10a, 0],
  [0x1f10b, 0x1f10c, 0],
];

/** The plain characters that a code point stands for, digits of every script as ASCII. */
export function spell(codePoint: number): string {
  const sign = SIGNS.find(([first, last]) => codePoint >= first && codePoint <= last);
  if (sign !== undefined) return String(codePoint - sign[0] + sign[2]);
  const text = String.fromCodePoint(codePoint).normalize('NFKC');
  return DECIMAL.test(text) && !/[0-9]/.test(text) ? String(decimalValue(codePoint)) : text;
}

/** Unicode gives every script its ten digits in a row, zero first, so a digit's place in its row is its value. */
function decimalValue(codePoint: number): number {
  let zero = codePoint;
  while (DECIMAL.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (codePoint - zero) % 10;
}

/** What this code point is to a number. */
export function kindOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (CROSSES.test(character)) return CROSS;
  if (INVISIBLE.test(character)) return IGNORED;
  if (SEPARATORS.test(character)) return SEPARATOR;
  if (CONTROL.test(character)) return IGNORED;
  const plain = spell(codePoint);
  if (/^[0-9]$/.test(plain)) return Number(plain);
  return /[0-9]/.test(plain) ? SPREAD : OTHER;
}

/** Ideographs, Hangul, surrogates and private use hold nothing notable and are left out. */
function makeKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000).fill(OTHER).fill(PAIR, 0xd800, 0xdc00);
  for (const [first, end] of [
    [0, 0x3400],
    [0xa000, 0xac00],
    [0xf900, 0x10000],
  ] as const) {
    const block = String.fromCharCode(...Array.from({ length: end - first }, (_, offset) => first + offset));
    for (const { index } of block.matchAll(NOTABLE)) kinds[first + index] = kindOf(first + index);
  }
  return kinds;
}

/** `kindOf` of every UTF-16 unit, worked out once: the look-up is what makes an ordinary message cost next to nothing. */
export const KINDS: Uint8Array = makeKinds();

/** At most so many digits stand in a UTF-16 unit. */
export const DIGIT_COUNTS: Uint8Array = KINDS.map((kind) => (kind < 10 ? 1 : kind >= SPREAD ? 2 : 0));
