const DIGITS = '零一二三四五六七八九';

/** A number up to 999 in digits, or up to 99 in Chinese characters, as a piece of a pattern. */
export const NUMBER = '(?:\\d{1,3}|[零一二两三四五六七八九十]{1,3})';

/** Reads what `NUMBER` found; NaN for characters in no order. */
export const chineseNumber = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  const [, tens, ten, ones = ''] = /^([^十]?)(十?)([^十]?)$/.exec(text.replace('两', '二')) ?? [];
  if (tens === undefined) return Number.NaN;
  const digit = (word: string) => DIGITS.indexOf(word);
  if (ten === '') return text.length === 1 ? digit(tens) : Number.NaN;
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
};
