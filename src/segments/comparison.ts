import { UserError } from '../errors.ts';
import { chineseNumber, NUMERALS } from './numeral.ts';

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
  ['<=', '至多|最多|不超过|不高于|小于等于'],
  ['>', '超过|大于|多于|高于'],
  ['<', '不到|小于|少于|低于|不足'],
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
/** 三个半月, 一年半, 半年. */
const CHINESE = `[${NUMERALS}]+|半(?=\\s*(?:${any(UNITS)}))`;
const VALUE = `\\s*[¥￥]?\\s*(?:(?<number>${NUMBER})(?:\\s*(?<scale>[千万亿]))?|(?<numeral>${CHINESE}))(?<half>个半(?=月|星期))?(?:\\s*(?<unit>${any(UNITS)}))?(?<more>半)?`;
/** A value ends where a word could begin; what else follows a number makes it part of a name. */
const END = '(?=$|[\\s()（）|｜且或和"＂“”„]|并且)';
/** Behind the value, which they include. */
const AFTER: [Operator, string][] = [
  ['>=', '及?以上'],
  ['<=', '及?以下|以内|之内'],
];
const WHOLE_SIGN = new RegExp(`(?<sign>${any(SIGNS)})(?:${VALUE}${END})?`, 'iy');
const WHOLE_WORD = new RegExp(`(?<sign>${any(WORDS)})${VALUE}${END}`, 'iy');
const WHOLE_LATIN = new RegExp(`(?<sign>${any(LATIN)})\\s${VALUE}${END}`, 'iy');
const WHOLE_AFTER = new RegExp(`${VALUE.replace('\\s*', '')}\\s*(?<sign>${any(AFTER)})${END}`, 'iy');

const SAID = [...SIGNS, ...WORDS, ...LATIN, ...AFTER].map(
  ([operator, form]) => [operator, new RegExp(`^(?:${form})$`, 'i')] as const,
);
const UNIT = UNITS.map(([unit, form]) => [unit, new RegExp(`^(?:${form})$`, 'i')] as const);

/** Whether what is written behind `before` would be read as part of a comparison, so that it needs brackets. */
export const runsOn = (before: string, next: string): boolean =>
  (ENDS_VALUE.test(before) && STARTS_UNIT.test(next)) || (ENDS_SIGN.test(before) && STARTS_VALUE.test(next));
const ENDS_VALUE = new RegExp(`[0-9０-９${NUMERALS}天日周期月年元块钱次笔单个半a-z]$`, 'i');
const STARTS_UNIT = new RegExp(`^(?:[千万亿半]|${any(UNITS)}|${any(AFTER)})`, 'i');
const STARTS_VALUE = new RegExp(`^[0-9０-９¥￥半${NUMERALS}]`);
const ENDS_SIGN = new RegExp(`(?:${any(WORDS)}|least|most|over|than|under|exactly)$`, 'i');

/** The number that was written, or null where it is none: 消费超过万. */
const numberOf = ({ number, scale = '', numeral = '', half, more }: Partial<Record<string, string>>): number | null => {
  const plain = numeral === '半' ? 0.5 : chineseNumber(numeral);
  const whole = number === undefined ? plain : Number(number.normalize('NFKC').replaceAll(',', '')) * (SCALES[scale] ?? 1);
  return whole === null ? null : whole + (half || more ? 0.5 : 0);
};

/** Reads a comparison at one place of a query; null where none stands. A sign without a number behind it has `comparison` null. */
export function comparisonAt(
  query: string,
  at: number,
  insideWord: boolean,
): { comparison: Comparison | null; length: number } | null {
  const forms = [WHOLE_SIGN, WHOLE_WORD, ...(insideWord ? [] : [WHOLE_LATIN]), WHOLE_AFTER];
  const found = forms.map((form) => {
    form.lastIndex = at;
    return form.exec(query);
  });
  const match = found.find((one) => one !== null);
  if (!match) return null;
  const { sign = '', unit = '', more, ...written } = match.groups ?? {};
  const operator = SAID.find(([, form]) => form.test(sign))?.[0];
  // 一年半, 3天半; of what is counted there are no halves.
  const wrong = more !== undefined && unit === '';
  const plain = operator === undefined || wrong ? null : numberOf({ ...written, more });
  if (plain === null || operator === undefined) return isSign(sign) ? { comparison: null, length: match[0].length } : null;
  if (!(plain <= LARGEST)) throw new UserError('segment_number_too_large', { at, most: LARGEST.toLocaleString('en') });
  const comparison = {
    operator,
    number: Number(plain.toFixed(4)),
    unit: UNIT.find(([, form]) => form.test(unit))?.[0] ?? null,
  };
  return { comparison, length: match[0].length };
}

const SIGN = new RegExp(`^(?:${any(SIGNS)})$`);
const isSign = (sign: string): boolean => SIGN.test(sign);

const SHORT: Record<Exclude<Unit, null>, string> = { day: '天', week: '周', month: '月', year: '年', money: '元', count: '次' };

/** In its shortest written form. */
export const printComparison = ({ operator, number, unit }: Comparison): string =>
  `${operator}${number}${unit === null ? '' : SHORT[unit]}`;

/** Days in a unit of time (semantics 0). */
export const UNIT_DAYS: Readonly<Partial<Record<Exclude<Unit, null>, number>>> = { day: 1, week: 7, month: 30, year: 365 };

/** What asks whether a value lies where a comparison wants it; `width` is how much above the bound still equals it (whole days). */
export const comparing = (operator: Operator, bound: number, width = 0): ((value: number) => boolean) => {
  switch (operator) {
    case '>':
      return (value) => value > bound;
    case '>=':
      return (value) => value >= bound;
    case '<':
      return (value) => value < bound;
    case '<=':
      return (value) => value <= bound;
    case '=':
      return width === 0 ? (value) => value === bound : (value) => value >= bound && value < bound + width;
  }
};

/** Whether a value lies where a comparison wants it. */
export const holds = (value: number, operator: Operator, bound: number, width = 0): boolean =>
  comparing(operator, bound, width)(value);
