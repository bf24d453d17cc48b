import { Unclean } from './fault.ts';

export interface Money {
  amount: number;
  /** As the cell says itself; null where it does not. */
  currency: string | null;
}

/** What people write for a currency. A bare ¥ is taken for ours. */
const SIGNS: Record<string, string> = {
  '¥': 'CNY',
  元: 'CNY',
  rmb: 'CNY',
  人民币: 'CNY',
  cny: 'CNY',
  $: 'USD',
  日元: 'JPY',
  港元: 'HKD',
  新台币: 'TWD',
  nt$: 'TWD',
  英镑: 'GBP',
  澳元: 'AUD',
  韩元: 'KRW',
  '₩': 'KRW',
  us$: 'USD',
  usd: 'USD',
  美元: 'USD',
  '€': 'EUR',
  eur: 'EUR',
  欧元: 'EUR',
  '£': 'GBP',
  gbp: 'GBP',
  hk$: 'HKD',
  hkd: 'HKD',
  港币: 'HKD',
};
const SIGN = `(${Object.keys(SIGNS)
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replace('$', '\\$'))
  .join('|')}|[a-z]{3})?`;
const FORM = new RegExp(`^${SIGN}(\\d+|\\d{1,3}(?:,\\d{3})+)(\\.\\d+)?(万|亿|w)?${SIGN}整?$`, 'i');
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d+$/i;
/** How many places 万 and 亿 move the point. */
const PLACES: Record<string, number> = { 万: 4, w: 4, 亿: 8 };
const LARGEST = 1e12;

const BAD = 'Write an amount like 5000, 5,000.00 or 1.2万.';

/** Moves the point of written digits, so that 1.15万 is 11 500 to the last place. */
const shifted = (whole: string, fraction: string, places: number): number => {
  const digits = fraction.slice(1).padEnd(places, '0');
  return Number(`${whole}${digits.slice(0, places)}.${digits.slice(places) || '0'}`);
};

const CODES = new Set(Intl.supportedValuesOf('currency'));

/** The currency that a word beside an amount means; null for none, undefined for a word that is none. */
const currencyOf = (word: string): string | null | undefined => {
  if (word === '') return null;
  const code = SIGNS[word.toLowerCase()] ?? word.toUpperCase();
  return CODES.has(code) ? code : undefined;
};

/** The currency that a word means: a code of ISO 4217, or what people write for one. */
export const cleanCurrency = (text: string): string | Unclean => {
  const word = text.normalize('NFKC').trim();
  return currencyOf(word) ?? new Unclean('currency', 'Write a currency of ISO 4217, like CNY.');
};

/** An amount of money in whatever form people write it: ¥5,000.00, 5000元, 1.2万. */
export const cleanAmount = (cell: string): Money | Unclean => {
  const text = cell.normalize('NFKC').replace(/[\s']/g, '').replace(/[￥]/g, '¥');
  if (SCIENTIFIC.test(text))
    return new Unclean('excel_number', 'The spreadsheet program shortened the number: make the column text and write it out.');
  const [, before = '', whole = '', fraction = '.', unit = '', after = ''] = FORM.exec(text) ?? [];
  if (whole === '') return new Unclean('amount', BAD);
  const amount = shifted(whole.replaceAll(',', ''), fraction, PLACES[unit.toLowerCase()] ?? 0);
  const [first, second] = [currencyOf(before), currencyOf(after)];
  if (first === undefined || second === undefined || amount > LARGEST) return new Unclean('amount', BAD);
  if (first !== null && second !== null && first !== second) return new Unclean('amount', BAD);
  return { amount, currency: first ?? second };
};
