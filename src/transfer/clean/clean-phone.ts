import { Unclean } from './fault.ts';

/** What a spreadsheet program makes of a long number that it takes for one: 1.38E+10. */
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d+$/i;

const MOBILE = /^1[3-9]\d{9}$/;
/** An area code with its number, with an extension (转801) or without; service numbers; a number within the town. */
const OTHERS = /^(?:0\d{9,15}|[48]00\d{7}|\d{7,8}|1[0-9]{4}|95\d{3,6})$/;
const ABROAD = /^\+[1-9]\d{5,14}$/;
/** As exports of ours have it: the middle stays out of the base. */
const MASKED = /^\+?\d{0,9}\*{4}\d{1,4}$/;

const BAD = 'Write one phone number, like 13800138000 or 010-12345678.';

/** Chinese numbers without their country, foreign ones with a plus. */
const national = (number: string): string => {
  const rest = /^(?:\+|00)?86(1[3-9]\d{9})$/.exec(number)?.[1] ?? /^01[3-9]\d{9}$/.exec(number)?.[0].slice(1);
  if (rest !== undefined) return rest;
  const landline = /^(?:\+|00)86(0?[2-9]\d{8,10}|0?10\d{8})$/.exec(number)?.[1];
  if (landline !== undefined) return landline.startsWith('0') ? landline : `0${landline}`;
  return number.startsWith('00') ? `+${number.slice(2)}` : number;
};

/**
 * A phone number in one spelling, from whatever people and programs write: +86, 0086, a leading 0, blanks, dashes, brackets. Idempotent.
 * `key`: whether it
 * is one person's own, so that it tells customers apart.
 */
export const cleanPhone = (text: string): { phone: string; key: boolean } | Unclean => {
  const written = text
    .normalize('NFKC')
    .replace(/^\s*(?:tel|phone|mobile|手机|电话)\s*:/i, '')
    .replace(/转|分机|ext\.?/i, '')
    .replace(/[\s()·'"-]|[,;、。]\s*$/g, '');
  if (SCIENTIFIC.test(written))
    return new Unclean('excel_number', 'The spreadsheet program shortened the number: make the column text and write it out.');
  const number = national(written.replace(/\.0+$/, '').replaceAll('.', ''));
  if (MASKED.test(number)) return { phone: number, key: false };
  if (![MOBILE, OTHERS, ABROAD].some((form) => form.test(number))) return new Unclean('phone', BAD);
  // Colleagues share a landline, and a number within a town is another one elsewhere.
  return { phone: number, key: MOBILE.test(number) || ABROAD.test(number) };
};
