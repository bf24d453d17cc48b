import type { OddCell } from '../table.ts';

/** What a sheet says of one cell. */
export interface RawCell {
  /** Its `t`: s, str, inlineStr, n, b, e, d; absent for a number. */
  type: string;
  value: string;
  formula: boolean;
  isDate: boolean;
}

const DAY = 86_400_000;
/** Days from the beginning of spreadsheet time (with its 29 February 1900) to that of ours; of 1904 where a workbook says so. */
const EPOCHS = { 1900: 25_569, 1904: 24_107 };
/** A spreadsheet program keeps 15 digits and makes the others 0. */
const ROUNDED = 1e15;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A date of the sheet, which has no zone: 2026-03-01 or 2026-03-01 09:00:00. */
const dateText = (serial: number, since1904: boolean): string => {
  const date = new Date(Math.round((serial - EPOCHS[since1904 ? 1904 : 1900]) * 86_400) * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const day = `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
  if (date.getTime() % DAY === 0) return day;
  return `${day} ${[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits).join(':')}`;
};

/** Characters as a workbook writes those that XML has no place for, and `_x005F_` for a line that looks so: _x000D_ is a return. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/**
 * A cell as text, and what is odd about it. Of a formula the result counts that was there when the workbook was saved: nothing is
 * ever computed.
 */
export const cellText = (
  { type, value, formula, isDate }: RawCell,
  strings: readonly string[],
  since1904: boolean,
): { text: string; odd?: OddCell['kind'] } => {
  // A formula may well give an empty text; where nothing at all stands beside it, nobody ever worked it out.
  if (formula && value === '') return type === 'str' ? { text: '' } : { text: '', odd: 'formula' };
  if (type === 'e') return { text: value, odd: 'error' };
  if (type === 's') return { text: unescaped(strings[Number(value)] ?? '') };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' };
  const number = Number(value);
  if (type !== 'n' || value === '' || !Number.isFinite(number)) return { text: unescaped(value) };
  if (isDate && number >= 1) return { text: dateText(number, since1904) };
  if (Math.abs(number) >= ROUNDED) return { text: value, odd: 'rounded' };
  // 0.1 + 0.2 is written with 17 digits, of which 15 were ever meant.
  return { text: String(Number(number.toPrecision(15))) };
};
