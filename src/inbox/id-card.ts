/** First two digits: provinces of GB/T 2260, Taiwan, Hong Kong, Macao, 83 (residence permits of Taiwan), 9x (foreign residents). */
const PROVINCES = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 ' +
    '71 81 82 83 91 92 93 94 95 96'
  ).split(' '),
);
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);
/** ISO 7064 mod 11-2: the weighted sum over all eighteen is 1 modulo 11. */
const WEIGHTS = { weights: [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1], x: 10 };
/**
 * A company's unified social credit code (GB 32100), which may be all digits, is business data and kept: its sum is 0 modulo 31.
 * Its alphabet skips I, O, S, V and Z, which makes X the thirtieth sign.
 */
const COMPANY_WEIGHTS = { weights: [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1], x: 29 };
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether these digits are a mainland ID number of 18 or 15 digits (GB 11643), an X at the end as `X`. `sure`: the checksum of a
 * dated number holds. `likely`: the checksum is wrong, as in a mistyped number, but district and birth date could be a living
 * person's; or the text speaks of ID cards (`idWord`), which also makes numbers of fifteen digits likely.
 */
export function idCard(digits: string, idWord: boolean): 'sure' | 'likely' | null {
  if (!PROVINCES.has(digits.slice(0, 2))) return null;
  if (digits.length === 15) return idWord && isDate(`19${digits.slice(6, 12)}`) ? 'likely' : null;
  if (digits.length !== 18) return null;
  const date = digits.slice(6, 14);
  const dated = date >= '1900' && date < '2100' && isDate(date);
  if (dated && weigh(digits, WEIGHTS) % 11 === 1) return 'sure';
  if (weigh(digits, COMPANY_WEIGHTS) % 31 === 0) return null;
  return idWord || (dated && date >= '1930' && date < '2050' && isDistrict(digits)) ? 'likely' : null;
}

/** Whether yyyymmdd is a day of the calendar. */
function isDate(date: string): boolean {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6))];
  const days = MONTH_DAYS[month - 1] ?? 0;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= days && (leap || month !== 2 || day <= 28);
}

function weigh(digits: string, { weights, x }: { weights: readonly number[]; x: number }): number {
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] === 'X' ? x : Number(digits[at])), 0);
}

/** Digits three to six as GB/T 2260 has used them, places since renamed included; keeps random numbers out. */
function isDistrict(digits: string): boolean {
  const province = digits.slice(0, 2);
  const city = Number(digits.slice(2, 4));
  const county = Number(digits.slice(4, 6));
  if (province > '70') return city === 0;
  if (county > 50 && (county < 80 || county > 92)) return false;
  if (MUNICIPALITIES.has(province)) return city <= 3;
  return city <= 37 || city === 90 || (province === '44' && city >= 51 && city <= 53) || (province === '65' && city <= 44);
}
