import type { ParsedResult } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/time.ts';

/** The hour of a day that was named without one. */
const MORNING = 9;
/** Shorter words are too often no time at all ("may", "sat"). */
const SHORTEST = 5;

/** How long something takes, not when it is due. */
const LENGTH = /^\s*(?:an?|[\d.]+|\p{L}+) ?(?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?)\s*$/iu;

/** Chinese hours and weekdays are our own layer's: what it did not take as due words is none (周五的会, 3点建议, 每周一). */
const isDue = ({ text, start }: ParsedResult): boolean => {
  if (/\p{Script=Han}/u.test(text)) return /[月日号]/u.test(text) && start.isCertain('day');
  if (text.trim().length < SHORTEST || LENGTH.test(text) || !/\p{L}/u.test(text)) return false;
  return start.isCertain('day') || start.isCertain('weekday') || start.isCertain('hour');
};

/** Chrono's own moment ignores summer time that begins later: the calendar's words are placed in the zone here. */
const momentOf = ({ start }: ParsedResult, zone: string): Instant => {
  if (start.isCertain('timezoneOffset')) return start.date().getTime();
  const of = (field: 'year' | 'month' | 'day' | 'hour' | 'minute') => start.get(field) ?? 0;
  const hour = start.isCertain('hour') ? of('hour') : MORNING;
  const minute = start.isCertain('hour') ? of('minute') : 0;
  return Temporal.ZonedDateTime.from({ timeZone: zone, year: of('year'), month: of('month'), day: of('day'), hour, minute })
    .epochMilliseconds;
};

/**
 * What chrono makes of due words that our own layer does not know, where they stand at the start or the end of the text.
 * It takes long to load, so that is done here, when it is needed.
 */
export const dueByChrono = async (
  text: string,
  now: Temporal.ZonedDateTime,
): Promise<{ at: Instant; from: number; to: number } | null> => {
  const { casual } = /\p{Script=Han}/u.test(text) ? await import('chrono-node/zh') : await import('chrono-node');
  const reference = { instant: new Date(now.epochMilliseconds), timezone: now.offsetNanoseconds / 60e9 };
  const found = casual.parse(text, reference, { forwardDate: true }).find((result) => {
    const end = result.index + result.text.length;
    return isDue(result) && text[end] !== '的' && (text.slice(0, result.index).trim() === '' || text.slice(end).trim() === '');
  });
  if (!found) return null;
  const [before = ''] = /(?:\b(?:on|by|before|due)\s+)?$/iu.exec(text.slice(0, found.index)) ?? [];
  const from = found.index - before.length;
  return { at: momentOf(found, now.timeZoneId), from, to: found.index + found.text.length };
};
