import type { Hits, HitsAnswer } from '../../domain/usage.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { table } from './table.ts';
import type { View } from './view.ts';
import { agoWords, labelWords } from './words.ts';

const WORDS = {
  zh: {
    title: (days: number) => `${days} 天里各命中多少次`,
    kind: { rule: '规则', pack: '关键词', intent: '意图' },
    off: '关',
    none: '没有命中',
    uncounted: '不计次数',
    times: (count: number) => `${count} 次`,
    before: (count: number) => `之前 ${count}`,
    rejected: (count: number) => (count === 0 ? '' : `推翻 ${count}`),
    confirmed: (count: number) => (count === 0 ? '' : `确认 ${count}`),
    last: (time: string) => `最近 ${time}`,
    carried: (tag: string, count: number) => `因它而带有“${tag}”的客户：${count}`,
    next: '看一条，和因它带标签的客户：rules hits 规则',
  },
  en: {
    title: (days: number) => `What came of each in ${days} days`,
    kind: { rule: 'rule', pack: 'keywords', intent: 'intent' },
    off: 'off',
    none: 'nothing',
    uncounted: 'not counted',
    times: (count: number) => `${count} ${count === 1 ? 'time' : 'times'}`,
    before: (count: number) => `before ${count}`,
    rejected: (count: number) => (count === 0 ? '' : `${count} turned down`),
    confirmed: (count: number) => (count === 0 ? '' : `${count} confirmed`),
    last: (time: string) => `last ${time}`,
    carried: (tag: string, count: number) => `Customers who carry "${tag}" because of it: ${count}`,
    next: 'One of them, and who carries its tags: rules hits RULE',
  },
};

const timesOf = ({ countable, given }: Hits, { lang }: View): string =>
  !countable ? WORDS[lang].uncounted : given === 0 ? WORDS[lang].none : WORDS[lang].times(given);

const row = (source: Hits, view: View) => {
  const words = WORDS[view.lang];
  const { dim } = paint(view.colour);
  const silent = source.given === 0;
  return [
    { text: words.kind[source.kind] },
    { text: printable(source.name), ...(silent ? { paint: dim } : {}) },
    { text: source.mode === 'off' ? words.off : '' },
    { text: timesOf(source, view), ...(silent ? { paint: dim } : {}) },
    { text: source.before === 0 ? '' : words.before(source.before) },
    { text: words.rejected(source.rejected) },
    { text: words.confirmed(source.confirmed ?? 0) },
    { text: source.lastAt === null ? '' : words.last(agoWords(source.lastAt, view)) },
  ];
};

/** What rules, packs and intents gave, the most first; of one alone also what it does and who carries its tags because of it. */
export const renderHits = ({ days, sources }: HitsAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold } = paint(view.colour);
  const [one, ...others] = sources;
  const rows = table(
    sources.map((source) => row(source, view)),
    { most: [10, 32] },
  );
  if (others.length > 0 || one?.carried === undefined) return [bold(words.title(days)), ...rows, '', words.next];
  const carried = one.carried.map(({ tag, customers }) => words.carried(labelWords(tag, view), customers));
  return [bold(words.title(days)), ...rows, ...(one.does === '' ? [] : [printable(one.does)]), ...carried];
};
