import type { CauseKind } from '../../domain/cause.ts';
import type { Giver, TagUsageAnswer, UsageAnswer } from '../../domain/usage.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { table } from './table.ts';
import type { View } from './view.ts';
import { agoWords, labelWords } from './words.ts';

const WORDS = {
  zh: {
    title: (days: number) => `${days} 天里各标签打了多少次`,
    times: (count: number) => `${count} 次`,
    before: (count: number) => `之前 ${count}`,
    last: (time: string) => `最近 ${time}`,
    never: '从来没用过',
    head: (tag: string, customers: number) => `${tag}：${customers} 位客户`,
    sum: (days: number, given: number, before: number) => `${days} 天里打了 ${given} 次，再之前 ${days} 天 ${before} 次`,
    daily: '每天：',
    by: { person: '人工', rule: '规则', pack: '关键词', intent: '意图', prediction: '预测', import: '导入' },
    segment: (query: string) => `带着它的客户：segment ${query}`,
  },
  en: {
    title: (days: number) => `How often each tag was given in ${days} days`,
    times: (count: number) => `${count} ${count === 1 ? 'time' : 'times'}`,
    before: (count: number) => `before ${count}`,
    last: (time: string) => `last ${time}`,
    never: 'never used',
    head: (tag: string, customers: number) => `${tag}: ${customers} ${customers === 1 ? 'customer' : 'customers'}`,
    sum: (days: number, given: number, before: number) =>
      `Given ${given} ${given === 1 ? 'time' : 'times'} in ${days} days, ${before} in the ${days} before`,
    daily: 'By day: ',
    by: { person: 'by hand', rule: 'rule', pack: 'keywords', intent: 'intent', prediction: 'prediction', import: 'import' },
    segment: (query: string) => `Who carries it: segment ${query}`,
  },
} satisfies Record<string, { by: Record<CauseKind, string> } & Record<string, unknown>>;

const lastWords = (lastAt: string | null, view: View): string => {
  const words = WORDS[view.lang];
  return lastAt === null ? words.never : words.last(agoWords(lastAt, view));
};

/** Every tag with how often it was given, the most used first; those that never were stand at the end. */
export const renderUsage = ({ days, tags }: UsageAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const order = tags.toSorted((a, b) => b.given - a.given || b.before - a.before);
  const rows = order.map(({ tag, given, before, lastAt }) => [
    { text: labelWords(tag, view), ...(given === 0 ? { paint: dim } : {}) },
    { text: given === 0 ? '' : words.times(given) },
    { text: before === 0 ? '' : words.before(before) },
    { text: lastWords(lastAt, view), paint: dim },
  ]);
  return [bold(words.title(days)), ...table(rows, { most: [40] })];
};

const giver = ({ kind, name, given }: Giver, { lang }: View) => {
  const words = WORDS[lang];
  return [{ text: words.by[kind] }, { text: printable(name) }, { text: words.times(given) }];
};

/** One tag: how many carry it, how often it was given, by day and by whom. */
export const renderTagUsage = (doc: TagUsageAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold } = paint(view.colour);
  return [
    bold(words.head(labelWords(doc.tag, view), doc.customers)),
    `${words.sum(doc.days, doc.given, doc.before)} · ${lastWords(doc.lastAt, view)}`,
    ...(doc.given === 0 ? [] : [words.daily + doc.daily.join(' ')]),
    ...table(
      doc.by.map((one) => giver(one, view)),
      { indent: '  ' },
    ),
    words.segment(printable(doc.query)),
  ];
};
