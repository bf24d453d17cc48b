import {
  dateOf,
  endOfMonth,
  endOfYear,
  fromNow,
  monthly,
  ofMonth,
  today,
  type Unit,
  weekday,
  weekend,
  yearly,
} from './calendar.ts';
import { chineseNumber, NUMBER, nearestNumber, ROUGHLY } from './chinese-number.ts';
import type { DayPart, Piece, PieceForm } from './piece.ts';

const UNITS: Record<string, [Unit, number]> = {
  ...{ 分钟: ['minute', 1], 刻钟: ['minute', 15], 小时: ['hour', 1], 钟头: ['hour', 1], 天: ['day', 1], 日: ['day', 1] },
  ...{ 周: ['week', 1], 星期: ['week', 1], 礼拜: ['week', 1], 个月: ['month', 1], 月: ['month', 1], 年: ['year', 1] },
};
const AHEAD: Record<string, number> = { 今: 0, 明: 1, 后: 2, 大后: 3 };
const YEARS: Record<string, number> = { 今: 0, 明: 1, 后: 2 };
const TURNS: Record<string, number> = { 这: 0, 本: 0, 下: 1, 下下: 2 };
const PARTS: Record<string, DayPart> = {
  ...{ 凌晨: 'night', 清晨: 'early', 早上: 'early', 早晨: 'early', 早: 'early', 上午: 'morning', 中午: 'noon' },
  ...{
    下午: 'afternoon',
    傍晚: 'dusk',
    晚上: 'evening',
    晚: 'evening',
    夜里: 'evening',
    半夜: 'midnight',
    深夜: 'midnight',
    午夜: 'midnight',
  },
};

const MANY = `(半|\\d{1,3}\\.\\d{1,2}|${ROUGHLY}|${NUMBER}|几)`;
const OF_UNIT = ' ?(?:个(?!月))?(半)?(分钟|刻钟|小时|钟头|天|日|周|星期|礼拜|个月|月|年)(半)?';

const form = (pattern: string, read: PieceForm['read']): PieceForm => ({ pattern: new RegExp(pattern, 'uy'), read });

const clock = (hour: string, minute: number, weak: boolean): Piece | null => {
  const at = chineseNumber(hour);
  return at <= 24 && minute < 60 ? { clock: { hour: at, minute, exact: false }, weak } : null;
};

/** A count from now; null where it is no number, or a fraction of days or more that is no half. */
const counted = (now: Parameters<PieceForm['read']>[1], count: number, unit: Unit): Piece | null => {
  if (Number.isNaN(count) || (unit !== 'minute' && unit !== 'hour' && !Number.isInteger(count * 2))) return null;
  return fromNow(now, count, unit);
};

/** So many of a unit, as `MANY` and `OF_UNIT` find them. */
const manyOf: PieceForm['read'] = ([, many = '', before, word = '', after], now) => {
  const [unit, times] = UNITS[word] ?? ['day', 1];
  const number = many.includes('.') ? Number(many) : nearestNumber(many);
  return counted(now, ((many === '半' ? 0.5 : number) + (before || after ? 0.5 : 0)) * times, unit);
};

const turnsOf = (word: string | undefined): number | null => (word === undefined ? null : (TURNS[word] ?? null));

/** How Chinese says when. */
export const chinesePieces: readonly PieceForm[] = [
  form(`${MANY}${OF_UNIT}[之以]?[后内]`, manyOf),
  // 过一年 is to come, 过年 and 路过 are not.
  form(`(?<![通经超路度])再?过${MANY}${OF_UNIT}(?:[之以]?后)?`, manyOf),
  form(`(${NUMBER}) ?个?(?:小时|钟头) ?零?(${NUMBER}) ?(分钟?|刻钟)[之以]?[后内]`, ([, hours = '', more = '', word], now) =>
    counted(now, chineseNumber(hours) * 60 + chineseNumber(more) * (word === '刻钟' ? 15 : 1), 'minute'),
  ),
  form('(?<![\\w.-])(\\d{1,3}(?:\\.\\d{1,2})?) ?(min(?:ute)?s?|h(?:(?:ou)?rs?)?)[之以]?[后内]', ([, count, word = ''], now) =>
    counted(now, Number(count), word.startsWith('h') ? 'hour' : 'minute'),
  ),
  form('(大后|今|明|后)[天日]', ([, word = ''], now) => ({ day: today(now).add({ days: AHEAD[word] ?? 0 }) })),
  form('(今|明)([早晚])上?', ([, word = '', part = ''], now) => ({
    day: today(now).add({ days: AHEAD[word] ?? 0 }),
    ...(PARTS[part] ? { part: PARTS[part] } : {}),
  })),
  form('(下下|下|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天末1-7])', ([, turn, word = ''], now) => {
    if (word === '末') return weekend(now, turnsOf(turn));
    return weekday(now, /[日天]/.test(word) ? 7 : chineseNumber(word), turnsOf(turn));
  }),
  form('(下下|下)个?(?:周|星期|礼拜)', ([, turn], now) => weekday(now, 1, turnsOf(turn))),
  form('(下下|下|这|本)?个?月([底末初中])', ([, turn, word = ''], now) => {
    const months = turnsOf(turn) ?? 0;
    if (word === '初') return ofMonth(now, turnsOf(turn) ?? 1, 1);
    return word === '中' ? ofMonth(now, months, 15) : endOfMonth(now, months);
  }),
  form(`(下下|下|这|本)个?月(${NUMBER})[号日]`, ([, turn, day = ''], now) =>
    ofMonth(now, turnsOf(turn) ?? 0, chineseNumber(day)),
  ),
  form('(下下|下)个月', ([, turn], now) => ofMonth(now, turnsOf(turn) ?? 1, 1)),
  form('年[底末]', (_, now) => endOfYear(now)),
  form(`(?:(\\d{4}|[今明后]) ?年 ?)?(${NUMBER}) ?月 ?(${NUMBER})(?: ?[日号])?`, ([, year, month = '', day = ''], now) => {
    const [m, d] = [chineseNumber(month), chineseNumber(day)];
    if (year === undefined) return yearly(now, m, d);
    const found = dateOf(year in YEARS ? now.year + (YEARS[year] ?? 0) : Number(year), m, d);
    return found && { day: found };
  }),
  // Numbers of lines, shops and orders are no days.
  form(`(${NUMBER})号(?![线楼店院机桌房仓单柜门])`, ([, day = ''], now) => monthly(now, chineseNumber(day))),
  form('(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|[半深午]夜)(?![茶饭餐好])', ([word]) => ({
    part: PARTS[word] ?? 'morning',
  })),
  form(`(${NUMBER}) ?[点时](半|([一三])刻|(${NUMBER})分?|整|钟)?`, ([, hour = '', more, quarters, minutes]) => {
    if (quarters) return clock(hour, chineseNumber(quarters) * 15, false);
    if (minutes) return clock(hour, chineseNumber(minutes), false);
    // "3点" may also be three points: alone it needs room behind it.
    return clock(hour, more === '半' ? 30 : 0, more === undefined);
  }),
  form(`(${ROUGHLY}) ?[点时]`, ([, hours = '']) => {
    const hour = nearestNumber(hours);
    return Number.isNaN(hour) ? null : clock(String(hour), 0, true);
  }),
];
