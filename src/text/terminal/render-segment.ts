import type { SegmentAnswer } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import { displayWidth } from './display-width.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';
import { agoWords, asOfLines, customerWords, labelWords, stageWords } from './words.ts';

type Row = SegmentAnswer['customers'][number];

/** Columns on screen for customer, owner, stage and last contact. */
const MOST = [28, 12, 12, 14];
const MOST_TAGS = 6;

/** The name of a saved segment as a query takes it: one with blanks or signs in quotes. */
const typed = (name: string): string => (/^[\p{L}\p{N}]+$/u.test(name) ? name : `"${name}"`);

const WORDS = {
  zh: {
    understood: (query: string) => `理解为：${query}`,
    count: (count: string) => `共 ${count} 位客户`,
    saved: (name: string) => `已存为 @${name}，下次可写 segment @${typed(name)}。`,
    counted: '只数到这里；要准确人数加 --count。',
    empty: '没有符合的客户。少写一个条件试试，或用 library show 看看有哪些标签。',
    head: ['客户', '负责人', '阶段', '最近联系', '标签'],
    none: '无',
    next: (token: string) => `还有。下一页：同样的命令加 --after ${token}`,
  },
  en: {
    understood: (query: string) => `Understood: ${query}`,
    count: (count: string) => `${count} customer${count === '1' ? '' : 's'}`,
    saved: (name: string) => `Saved as @${name}; next time: segment @${typed(name)}`,
    counted: 'Counted no further; add --count for the exact number.',
    empty: 'Nobody matches. Leave one condition out, or see which tags there are with library show.',
    head: ['Customer', 'Owner', 'Stage', 'Last contact', 'Tags'],
    none: 'none',
    next: (token: string) => `There are more. Next page: the same command with --after ${token}`,
  },
};

const bare = (label: string): string => label.slice(label.indexOf(':') + 1);

/** A tag's bare name, where that says enough: 静默, but 意向:高. The name as the library writes it decides. */
const shortLabel = (label: string, view: View): string => {
  if (displayWidth(bare(label)) <= 2) return labelWords(label, view);
  return printable(view.names?.tag?.(label)?.name ?? bare(label));
};

const tagsCell = (tags: readonly string[], view: View): string => {
  const more = tags.length - MOST_TAGS;
  const shown = tags.slice(0, MOST_TAGS).map((label) => shortLabel(label, view));
  return [...shown, ...(more > 0 ? [`+${more}`] : [])].join(view.lang === 'zh' ? '、' : ', ');
};

const cells = (row: Row, view: View): Cell[] => {
  const { none } = WORDS[view.lang];
  return [
    { text: customerWords(row) },
    { text: printable(row.owner ?? none) },
    { text: stageWords(row.stage ?? '', view) },
    { text: row.lastContactAt === null ? none : agoWords(row.lastContactAt, view) },
    { text: tagsCell(row.tags, view) },
  ];
};

/** Who matches: how the query was understood, how many, and a page of them. */
export const renderSegment = (doc: SegmentAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const count = `${doc.count.toLocaleString('en')}${doc.exact ? '' : '+'}`;
  const head: Cell[] = words.head.map((text) => ({ text, paint: dim }));
  const rows = table([head, ...doc.customers.map((row) => cells(row, view))], { indent: '  ', most: MOST });
  return [
    words.understood(printable(doc.understood)),
    ...(doc.count === 0 ? [words.empty] : [bold(words.count(count))]),
    ...(doc.exact ? [] : [words.counted]),
    ...(doc.customers.length === 0 ? [] : ['', ...rows]),
    '',
    ...(doc.saved === undefined ? [] : [words.saved(printable(doc.saved))]),
    ...(doc.next === null ? [] : [words.next(printable(doc.next))]),
    ...asOfLines(doc, view),
  ];
};
