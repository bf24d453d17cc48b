import { UserError } from '../errors.ts';

export type Operator = '>' | '>=' | '<' | '<=' | '=';
/** A unit as it was written; null: none. */
export type Unit = 'day' | 'week' | 'month' | 'year' | 'money' | 'count' | null;

/** The right side of a condition: how a number is compared, and with what. */
export interface Comparison {
  operator: Operator;
  number: number;
  unit: Unit;
}

/** The largest number that is compared; all up to it are exact to four decimals. */
export const LARGEST = 1e11;

const SIGNS: [Operator, string][] = [
  ['>=', '[≥⩾]|(?:[>＞]|&gt;)[=＝]'],
  ['<=', '[≤⩽]|(?:[<＜]|&lt;)[=＝]'],
  ['>', '[>＞]|&gt;'],
  ['<', '[<＜]|&lt;'],
  ['=', '[=＝]'],
];
/** Longer ones first: 不超过 is not 超过. */
const WORDS: [Operator, string][] = [
  ['>=', '至少|不少于|不低于|大于等于'],
  ['<=', '至多|最多|不超过|小于等于'],
  ['>', '超过|大于|多于'],
  ['<', '不到|小于|少于'],
  ['=', '等于'],
];
const LATIN: [Operator, string][] = [
  ['>=', 'at\\s+least'],
  ['<=', 'at\\s+most'],
  ['>', 'over|more\\s+than'],
  ['<', 'under|less\\s+than'],
  ['=', 'exactly'],
];
const UNITS: [Exclude<Unit, null>, string][] = [
  ['day', '天|日|days?(?![a-z])|d(?![a-z])'],
  ['week', '周|个?星期|weeks?(?![a-z])|w(?![a-z])'],
  ['month', '个?月|months?(?![a-z])'],
  ['year', '年|years?(?![a-z])|y(?![a-z])'],
  ['money', '元|块钱?|yuan(?![a-z])|rmb(?![a-z])|cny(?![a-z])'],
  ['count', '次|笔|单|个|times?(?![a-z])|orders?(?![a-z])'],
];
const SCALES: Record<string, number> = { 千: 1e3, 万: 1e4, 亿: 1e8 };

const any = (table: readonly (readonly [unknown, string])[]): string => table.map(([, form]) => form).join('|');
const NUMBER = '[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?:[.．][0-9０-９]+)?|[0-9０-９]+(?:[.．][0-9０-９]+)?';
const VALUE = `\\s*[¥￥]?\\s*(?<number>${NUMBER})(?:\\s*(?<scale>[千万亿]))?(?:\\s*(?<unit>${any(UNITS)}))?`;
/** A value ends where a word could begin; what else follows a number makes it part of a name. */
const END = '(?=$|[\\s()（）|｜且或"＂“”„])';
const WHOLE_SIGN = new RegExp(`(?<sign>${any(SIGNS)})(?:${VALUE}${END})?`, 'iy');
const WHOLE_WORD = new RegExp(`(?<sign>${any(WORDS)})${VALUE}${END}`, 'iy');
const WHOLE_LATIN = new RegExp(`(?<sign>${any(LATIN)})\\s${VALUE}${END}`, 'iy');

const SAID = [...SIGNS, ...WORDS, ...LATIN].map(([operator, form]) => [operator, new RegExp(`^(?:${form})$`, 'i')] as const);
const UNIT = UNITS.map(([unit, form]) => [unit, new RegExp(`^(?:${form})$`, 'i')] as const);

/** Whether what is written behind `before` would be read as part of a comparison, so that it needs brackets. */
export const runsOn = (before: string, next: string): boolean =>
  (/[0-9０-９千万亿]$/.test(before) && STARTS_UNIT.test(next)) || (ENDS_SIGN.test(before) && /^[0-9０-９¥￥]/.test(next));
const STARTS_UNIT = new RegExp(`^(?:[千万亿]|${any(UNITS)})`, 'i');
const ENDS_SIGN = new RegExp(`(?:${any(WORDS)}|least|most|over|than|under|exactly)$`, 'i');

/** Reads a comparison at one place of a query; null where none stands. A sign without a number behind it has `comparison` null. */
export function comparisonAt(
  query: string,
  at: number,
  insideWord: boolean,
): { comparison: Comparison | null; length: number } | null {
  const found = [WHOLE_SIGN, WHOLE_WORD, ...(insideWord ? [] : [WHOLE_LATIN])].map((form) => {
    form.lastIndex = at;
    return form.exec(query);
  });
  const match = found.find((one) => one !== null);
  if (!match) return null;
  const { sign = '', number, scale = '', unit = '' } = match.groups ?? {};
  const operator = SAID.find(([, form]) => form.test(sign))?.[0];
  if (number === undefined || operator === undefined) return { comparison: null, length: match[0].length };
  const plain = Number(number.normalize('NFKC').replaceAll(',', '')) * (SCALES[scale] ?? 1);
  if (!(plain <= LARGEST)) throw new UserError('segment_number_too_large', { at, most: LARGEST.toLocaleString('en') });
  const comparison = {
    operator,
    number: Number(plain.toFixed(4)),
    unit: UNIT.find(([, form]) => form.test(unit))?.[0] ?? null,
  };
  return { comparison, length: match[0].length };
}

const SHORT: Record<Exclude<Unit, null>, string> = { day: '天', week: '周', month: '月', year: '年', money: '元', count: '次' };

/** In its shortest written form. */
export const printComparison = ({ operator, number, unit }: Comparison): string =>
  `${operator}${number}${unit === null ? '' : SHORT[unit]}`;

/** Days in a unit of time (semantics 0). */
export const UNIT_DAYS: Readonly<Partial<Record<Exclude<Unit, null>, number>>> = { day: 1, week: 7, month: 30, year: 365 };

/** Whether a value lies where a comparison wants it; `width` is how much above the bound still equals it (whole days). */
export const holds = (value: number, operator: Operator, bound: number, width = 0): boolean => {
  switch (operator) {
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '=':
      return width === 0 ? value === bound : value >= bound && value < bound + width;
  }
};
