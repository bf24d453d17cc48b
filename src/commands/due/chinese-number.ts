const DIGITS = '零一二三四五六七八九';

/** A number up to 999 in digits, or up to 99 in Chinese characters, as a piece of a pattern. */
export const NUMBER = '(?:\\d{1,3}|[零一二两三四五六七八九十]{1,3})';

/** Two numbers for about as many: 两三, 三五, 3-5, 三到五; as a piece of a pattern. */
export const ROUGHLY = `(?:${NUMBER} ?[-–—~～到至] ?${NUMBER}|一两|两三|三[四五]|四五|五六|六七|七八|八九)`;

/** What 几 is taken for. */
const A_FEW = 3;

/** Reads what `NUMBER` found; NaN for characters in no order. */
export const chineseNumber = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens, ten, ones = ''] = /^([^十]?)(十?)([^十]?)$/.exec(text.replace('两', '二')) ?? [];
  if (tens === undefined) return Number.NaN;
  const digit = (word: string) => DIGITS.indexOf(word);
  if (ten === '') return text.length === 1 ? digit(tens) : Number.NaN;
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
};

/** Reads what `NUMBER`, `ROUGHLY` or 几 found; of two numbers the nearer. */
export const nearestNumber = (text: string): number => {
  if (text === '几') return A_FEW;
  const [first = ''] = new RegExp(ROUGHLY, 'u').test(text)
    ? (/^\d+|^[^-–—~～到至 ]+(?= ?[-–—~～到至])|^./u.exec(text) ?? [])
    : [text];
  return chineseNumber(first);
};
