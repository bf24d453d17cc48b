import type { TagAnswer } from '../../domain/answers.ts';
import { ago, dateTime } from '../ago.ts';
import { causeWords, personWords } from '../cause-words.ts';
import { printable } from '../printable.ts';
import { topicNames } from '../topic-names.ts';
import type { View } from './view.ts';

/** A customer as `Mei (mei)`; by id alone where there is no other name. */
export const customerWords = ({ id, name }: { id: string; name: string | null }): string => {
  const [shownId, shownName] = [printable(id), printable(name ?? '').trim()];
  return shownName === '' || shownName === shownId ? shownId : `${shownName} (${shownId})`;
};

/** A tag's group and name in the reader's language. */
export const tagWords = (
  { id, group, name }: Pick<TagAnswer, 'id' | 'group' | 'name'>,
  { names }: View,
): { group: string; name: string } => {
  const known = names?.tag?.(id) ?? { group, name };
  return { group: printable(known.group ?? ''), name: printable(known.name) };
};

/** A tag as somebody types it: by its label, or by its id where a space in the label would need quotes. */
export const typedTag = (tag: Parameters<typeof tagWords>[0], view: View): string => {
  const { group, name } = tagWords(tag, view);
  const label = group === '' ? name : `${group}:${name}`;
  return /\s/.test(label) ? printable(tag.id) : label;
};

/** A `group:tag` label in the reader's language. */
export const labelWords = (label: string, { names }: View): string => {
  const known = names?.tag?.(label);
  if (!known) return printable(label);
  return printable(known.group === null ? known.name : `${known.group}:${known.name}`);
};

const nameIn = (group: string, name: string, { names }: View): string =>
  printable(names?.tag?.(`${group}:${name}`)?.name ?? name);

/** A tag by its name alone, in the reader's language. */
export const nameWords = (label: string, { names }: View): string => printable(names?.tag?.(label)?.name ?? label);

/** The answers' stage is a bare name; which one it is, its group says. */
export const stageWords = (name: string, view: View): string => nameIn('stage', name, view);

/** Where a customer comes from, which answers have as a bare name too. */
export const channelWords = (name: string, view: View): string => nameIn('source', name, view);

export const sourceWords = (cause: Parameters<typeof causeWords>[0], { lang, names }: View): string =>
  causeWords(cause, { lang, person: names?.person, tag: names?.tag });

/** Who made a change: a person's name, or nothing for a machine (an actor is then the kind of its cause). */
/** A topic by its name in the reader's language. */
export const topicWords = (topic: string, { lang }: View): string => topicNames[topic]?.[lang] ?? printable(topic);

export const actorWords = (actor: string, { lang, names }: View): string => personWords(actor, lang, names?.person);

/** 2026-03-01 09:00 in the reader's zone, from an ISO time. */
export const timeWords = (at: string, { zone }: View): string => dateTime(Date.parse(at), zone);

export const agoWords = (at: string, view: View): string => ago(Date.parse(at), view.now, view.lang);

/** The last lines of an answer: which moment it is of, and whether the clock lags. */
export const asOfLines = ({ asOf, behindMinutes }: { asOf: string; behindMinutes?: number }, view: View): string[] => {
  const time = timeWords(asOf, view);
  const behind = behindMinutes ?? 0;
  const late =
    view.lang === 'zh'
      ? `时钟落后 ${behind} 分钟，先运行 start 或任何会写入的命令`
      : `The clock is ${behind} min behind: run start first, or any command that writes`;
  return [view.lang === 'zh' ? `截至 ${time}` : `As of ${time}`, ...(behind > 0 ? [late] : [])];
};
