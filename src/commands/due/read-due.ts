import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/time.ts';
import { UsageError } from '../../errors.ts';
import { dueByChrono } from './due-by-chrono.ts';
import { isHalfRead, namesNoMoment } from './half-read.ts';
import { momentOf } from './moment-of.ts';
import { fits, type Phrase, phraseAt } from './phrase-at.ts';
import type { Piece } from './piece.ts';

export interface Due {
  at: Instant;
  /** The text without the due words. */
  rest: string;
}

/** 每周一 is no day, 第3点 no hour, and 小周日 is somebody. */
const startsWord = (text: string, at: number): boolean =>
  !/[每第小老]/u.test(text[at - 1] ?? '') &&
  !(/[\p{L}\d]/u.test(text[at - 1] ?? '') && /[a-z\d]/i.test(text[at] ?? '') && !/\p{Script=Han}/u.test(text[at - 1] ?? ''));

const TRADITIONAL = '後點週鐘頭時兩號個禮內';
const SIMPLIFIED = '后点周钟头时两号个礼内';

/** Digits and the colon of a Chinese keyboard made half as wide, traditional characters simplified: one for one, so that places stay. */
const plain = (text: string): string =>
  text
    .replace(/[０-９：]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(new RegExp(`[${TRADITIONAL}]`, 'gu'), (sign) => SIMPLIFIED[TRADITIONAL.indexOf(sign)] ?? sign)
    .replaceAll('\u3000', ' ');

const trim = (text: string): string => text.replace(/^[\s,，、:：;；]+|[\s,，、;；]+$/gu, '');

/** The longest due words at the end of a text. */
const phraseAtEnd = (text: string, after: number, now: Temporal.ZonedDateTime): Phrase | null => {
  for (let from = after; from < text.length; from += 1) {
    const found = startsWord(text, from) ? phraseAt(text, from, now) : null;
    if (found?.to === text.length) return found;
  }
  return null;
};

/** Whether the words at the end say the rest of those at the start: 明天 回电话 3点. An hour alone needs room before it. */
const completes = (text: string, { said }: Phrase, last: Phrase): boolean => {
  const glued = /[\p{L}\d]$/u.test(text.slice(0, last.from)) && !/[\s,，]/u.test(text[last.from] ?? '');
  if (text[last.from - 1] === '的' || (last.weak && glued)) return false;
  const ofDays = ({ from }: Piece) => from === undefined || from.days;
  return fits(said, last.said) && ofDays(said) && ofDays(last.said);
};

/** Due words of our own at the start or the end of a text, or at both where together they say one time. */
const ownDue = (text: string, now: Temporal.ZonedDateTime): { said: Piece; at: Phrase[] } | null => {
  const first = phraseAt(text, 0, now);
  const last = phraseAtEnd(text, first?.to ?? 1, now);
  if (!first) return last && { said: last.said, at: [last] };
  if (!last || !completes(text, first, last)) return { said: first.said, at: [first] };
  return { said: { ...first.said, ...last.said }, at: [first, last] };
};

/** A text without what stands at these places. */
const without = (text: string, places: readonly { from: number; to: number }[]): string =>
  places.reduceRight((rest, { from, to }) => rest.slice(0, from) + rest.slice(to), text);

/**
 * Reads when something is due from the start or the end of a text, in Chinese or English. A day without an hour is due at 9 in the
 * morning, at 18 when it has begun or is the end of a week, month or year; of two hours or counts the nearer. @param zone IANA.
 * Null where the text says no time.
 * @throws UsageError where it seems to say one that was not understood, or that is none or over: no wrong moment is taken silently.
 */
export const readDue = async (given: string, at: Instant, zone: string): Promise<Due | null> => {
  const trimmed = given.trim();
  const text = plain(trimmed);
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const due = (moment: Instant, places: { from: number; to: number }[], counted: boolean): Due => {
    if (places.some(({ from, to }) => isHalfRead(text, from, to, counted))) throw new UsageError('task_when', { text: trimmed });
    return { at: moment, rest: trim(without(trimmed, places)) };
  };
  const own = ownDue(text, now);
  const ours = () => own && due(momentOf(own.said, now).epochMilliseconds, own.at, own.said.from !== undefined);
  if (own?.said.day || own?.said.from) return ours();
  // An hour alone may be the end of a longer phrase that only chrono knows.
  const found = await dueByChrono(text, now);
  const known = own?.at.reduce((sum, { from, to }) => sum + to - from, 0) ?? 0;
  if (found && found.to - found.from > known) return due(found.at, [found], false);
  if (!own && namesNoMoment(text)) throw new UsageError('task_when', { text: trimmed });
  return ours();
};
