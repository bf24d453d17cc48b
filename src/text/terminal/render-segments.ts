import type { SegmentsAnswer } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';
import { actorWords, timeWords } from './words.ts';

const MOST = [24, 60, 20, 16, 20];

/** The column that is there where counts were asked for. */
const COUNTS = 2;

const WORDS = {
  zh: {
    dropped: (name: string) => `已删除 @${name}。`,
    empty: '还没有存过分群。用 segment --save 名字 条件 存一个，例如 segment --save 该联系 VIP 静默。',
    head: ['名字', '条件', '客户数', '谁存的', '时间'],
  },
  en: {
    dropped: (name: string) => `@${name} is dropped.`,
    empty: 'No segment is saved yet. Save one with segment --save NAME QUERY, like: segment --save "to call" VIP Silent',
    head: ['Name', 'Query', 'Customers', 'Saved by', 'Time'],
  },
};

/** The saved segments, as people use them: @name. */
export const renderSegments = ({ segments, dropped }: SegmentsAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { dim } = paint(view.colour);
  const counted = segments.some(({ count }) => count !== undefined);
  const head = words.head.map((text, at): Cell => ({ text: at === COUNTS && !counted ? '' : text, paint: dim }));
  const rows = segments.map(({ name, query, by, at, count, problem }): Cell[] => [
    { text: `@${printable(name)}` },
    { text: printable(query) },
    { text: problem === undefined ? String(count ?? '') : printable(problem) },
    { text: actorWords(by, view) },
    { text: timeWords(at, view), paint: dim },
  ]);
  return [
    ...(dropped === undefined ? [] : [words.dropped(printable(dropped))]),
    ...(segments.length === 0 ? [words.empty] : table([head, ...rows], { most: MOST })),
  ];
};
