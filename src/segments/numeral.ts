const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value): [string, number] => [digit, value]));
DIGITS.set('〇', 0).set('两', 2);

/** Every character that Chinese numerals are written with. */
export const NUMERALS = `${[...DIGITS.keys()].join('')}十百千万亿`;

const SOME = '[一二两三四五六七八九]';
const SMALL = new RegExp(`^(?:(${SOME})千)?[零〇]?(?:(${SOME})百)?[零〇]?(?:(${SOME}?)十)?[零〇]?(${SOME})?$`);
/** 两千五 is 2500 and 一百二 is 120, but 一百零二 is 102. */
const CUT_SHORT = new RegExp(`([百千])${SOME}$`);

const digit = (char: string | undefined): number => DIGITS.get(char ?? '') ?? 0;

/** Below ten thousand; null where it is none: 百二, 千百. */
const small = (text: string): number | null => {
  const [, thousands, hundreds, tens, ones] = SMALL.exec(text) ?? [];
  const ten = tens === undefined ? 0 : digit(tens) || 1;
  const step = { 千: 100, 百: 10 }[CUT_SHORT.exec(text)?.[1] ?? ''] ?? 1;
  const total = digit(thousands) * 1000 + digit(hundreds) * 100 + ten * 10 + digit(ones) * step;
  return total === 0 ? null : total;
};

/** The number that a Chinese numeral means (一万, 两千五, 十二万, 三亿, 二〇二六), or null where it is none (万, 千百). */
export const chineseNumber = (text: string): number | null => {
  if (text !== '' && [...text].every((char) => DIGITS.has(char))) return Number([...text].map(digit).join(''));
  const at = Math.max(text.indexOf('亿'), text.includes('亿') ? 0 : text.indexOf('万'));
  if (at < 0) return small(text.replace(/^[零〇]/, ''));
  const scale = text.charAt(at) === '亿' ? 1e8 : 1e4;
  const rest = text.slice(at + 1);
  const before = chineseNumber(text.slice(0, at));
  const after = rest === '' ? 0 : chineseNumber(rest);
  if (before === null || before === 0 || after === null || after >= scale) return null;
  // 一万五 is 15000, 一万零五 is 10005.
  return before * scale + (rest.length === 1 ? (after * scale) / 10 : after);
};
