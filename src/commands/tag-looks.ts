import { UsageError } from '../errors.ts';

/** Colours by name, so that nobody has to know signs that a shell takes for a comment. */
const COLOURS = new Map(
  Object.entries({
    ...{ red: '#cf1322', 红: '#cf1322', orange: '#fa8c16', 橙: '#fa8c16', yellow: '#d4b106', 黄: '#d4b106' },
    ...{ green: '#389e0d', 绿: '#389e0d', cyan: '#08979c', 青: '#08979c', blue: '#1677ff', 蓝: '#1677ff' },
    ...{ purple: '#722ed1', 紫: '#722ed1', pink: '#eb2f96', 粉: '#eb2f96', grey: '#8c8c8c', gray: '#8c8c8c', 灰: '#8c8c8c' },
  }),
);

/** A colour by its name or as #1677ff, the sign left out or not. @throws UsageError for anything else. */
export const readColour = (word: string): string => {
  const text = word.normalize('NFKC').trim().toLowerCase();
  const named = COLOURS.get(text.replace(/色$/, ''));
  if (named !== undefined) return named;
  const [, digits] = /^#?([0-9a-f]{6})$/.exec(text) ?? [];
  if (digits === undefined) throw new UsageError('bad_colour', { word });
  return `#${digits}`;
};

const UNITS = new Map(Object.entries({ d: 1, 天: 1, 日: 1, w: 7, 周: 7, m: 30, 月: 30, 个月: 30, y: 365, 年: 365 }));
const NONE = ['none', '无', '不限', '永久'];
const LONGEST = 36_500;

/** Days of a time to live: 30d, 30天, 2周; null for none. @throws UsageError for anything else. */
export const readTtl = (word: string): number | null => {
  const text = word.normalize('NFKC').trim().toLowerCase();
  if (NONE.includes(text)) return null;
  const [, number = '', unit = ''] = /^(\d{1,5})(\p{L}*)$/u.exec(text) ?? [];
  const days = Number(number) * (unit === '' ? 1 : (UNITS.get(unit) ?? 0));
  if (days < 1 || days > LONGEST) throw new UsageError('bad_ttl', { word });
  return days;
};
