import { NUMBER } from './chinese-number.ts';
import { isMisspeltDay } from './misspelt-day.ts';

const UNIT = '(?:年|个?月|周|星期|礼拜|天|小时|钟头|分钟?|刻钟?)';
const ENGLISH_UNIT = '(?:min(?:ute)?s?|h(?:ou)?rs?|h|days?|weeks?|months?|years?)';
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const WEEKDAY = '(?<![每小老])(?:周|星期|礼拜)[一二三四五六日天]';

/** Words of the past: nothing is due then. */
const PAST = [
  '(?:去|前)年|昨[天日晚早]|大?前天|上+个?(?:周|星期|礼拜)[一二三四五六日天末]?|上+个月',
  `\\b(?:yesterday|(?:last|past) (?:week|month|year|night|${DAY}))\\b(?!['’])`,
  `\\b[\\w.]+ ${ENGLISH_UNIT} ago\\b`,
].join('|');

/** Words that say when and stay over where a phrase was read only in part. */
const WORD = [
  PAST,
  `[今明后]年|[今明后]天|[今明][早晚]|下+个?(?:周|星期|礼拜)|下+个月|${WEEKDAY}`,
  `\\b(?:today|tomorrow|tonight|next (?:week|month|year)|${DAY})\\b(?!['’])`,
].join('|');
const CLOCK = `(?<![\\p{L}\\d])${NUMBER} ?[点时](?![\\p{L}\\d])|(?<![\\p{L}\\d:])\\d{1,2}(?::\\d{2}| ?[ap]m\\b)(?![\\d:])`;
/** Days as the calendar may not have them. */
const DATE = `${NUMBER} ?月 ?${NUMBER} ?[日号]|(?<!\\d)\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?!\\d)|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b(?:,? \\d{4}\\b)?`;

const pattern = (text: string) => new RegExp(text, 'iu');

const WORD_BEFORE = pattern(
  `(?:${WORD}|${CLOCK}|${DATE}|\\b(?:last|past|every|each)|(?:${NUMBER} ?点|${DATE})[-–~到至]|[半深午]夜|\\b(?:quarter|half|\\d+|five|ten|twenty) (?:past|to))[\\s,，]*$`,
);
const WORD_BEHIND = pattern(`^[\\s,，]*(?:(?:on|at|by) )?(?:${WORD}|${CLOCK}|${DATE}|半(?=\\s|$)|after next\\b|ago\\b)(?!的)`);
/** Glued to what was read: 二零年5月1日, 上周五, 3天5小时后, 13月5号. */
const GLUED = pattern(`(?:年|上+个?|${NUMBER}个?半?${UNIT})$`);
const COUNT_BEFORE = pattern(`(?:${NUMBER}个?半?${UNIT}|\\b\\w+ ?${ENGLISH_UNIT}(?: and)?)\\s*$`);
const NUMBER_BEFORE = /(?:[-−–负./\d]|[零一二两三四五六七八九十百千万])$/u;
const NUMBER_FIRST = /^[\d零一二两三四五六七八九十半几]/u;

/** Alone at the start or the end of a title: no moment to come, though meant as one. */
const NONE = `(?:${PAST}|[明后]年|${DATE}|(?<![\\p{L}\\d])(?:2[5-9]|[3-9]\\d)[点时])`;
const LATER = `(?:[今明后]天|${WEEKDAY}|[上下中]午|晚上|早上|凌晨)[\\s,，]*${NUMBER} ?[点时]|\\b(?:${DAY}|tomorrow|today) (?:at )?\\d{1,2}:\\d{2}`;
const NONE_AT_START = pattern(
  `^(?:(?:${NONE}|${LATER}|(?:[-−–负./\\d零一二两三四五六七八九十百千万几多来]+个?${UNIT})+[之以]?[后内])(?=[\\d一二三四五六七八九十]|[\\s,，]|[上下中]午|晚上|早上|$)|(?:${DATE})(?!的))`,
);
const NONE_AT_END = pattern(`(?:${NONE}|${LATER})(?:[\\s,，]*(?:[上下中]午|晚上|早上))?$`);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}'’]+/gu) ?? [];

/** Whether due words were read only in part: a word or a number that belongs to them was left directly beside them. */
export const isHalfRead = (text: string, from: number, to: number, counted: boolean): boolean => {
  const [before, said, behind] = [text.slice(0, from), text.slice(from, to).trim(), text.slice(to)];
  if (pattern(PAST).test(said)) return true;
  if (WORD_BEFORE.test(before) || WORD_BEHIND.test(behind)) return true;
  if ((counted || /^(?:from|before|after)\b/i.test(said)) && COUNT_BEFORE.test(before)) return true;
  if (!/^[\s,，]/u.test(text.slice(from))) {
    if (GLUED.test(before)) return true;
    if (NUMBER_FIRST.test(said) && (counted ? NUMBER_BEFORE : /\d[./]$/u).test(before)) return true;
  }
  return [wordsOf(before).at(-1), wordsOf(behind)[0]].some((word) => word !== undefined && isMisspeltDay(word));
};

/** Whether a text in which no due words were read has some all the same, that name no moment to come: 2月30日, 昨天. */
export const namesNoMoment = (text: string): boolean => {
  const words = wordsOf(text);
  return (
    NONE_AT_START.test(text) ||
    NONE_AT_END.test(text) ||
    [words[0], words.at(-1)].some((word) => word !== undefined && isMisspeltDay(word))
  );
};
