import { DAY, HOUR, type Instant, MINUTE } from '../domain/time.ts';
import type { Lang } from './lang.ts';

const UNITS = [
  { length: DAY, zh: '天', en: 'day' },
  { length: HOUR, zh: '小时', en: 'hour' },
  { length: MINUTE, zh: '分钟', en: 'minute' },
] as const;

/** A length of time in whole units of the largest kind that fits: 3 天, 3 days. Null below one minute. */
const length = (ms: number, lang: Lang, round: (count: number) => number): string | null => {
  const unit = UNITS.find((one) => ms >= one.length);
  if (!unit) return null;
  const count = round(ms / unit.length);
  return lang === 'zh' ? `${count} ${unit.zh}` : `${count} ${unit.en}${count === 1 ? '' : 's'}`;
};

/** How long before `now` something was; days are 24 hours elapsed (semantics 0). What lies ahead is "in N days". */
export const ago = (at: Instant, now: Instant, lang: Lang): string => {
  // What ends in 29.9 days ends in 30; what began 29.9 days ago has lasted 29.
  const words = length(Math.abs(now - at), lang, at > now ? Math.round : Math.floor);
  if (words === null) return lang === 'zh' ? '刚刚' : 'just now';
  if (at > now) return lang === 'zh' ? `${words}后` : `in ${words}`;
  return lang === 'zh' ? `${words}前` : `${words} ago`;
};

/** Date and time of day in a zone: 2026-03-01 09:00. */
export const dateTime = (at: Instant, zone: string): string => {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}`;
};
