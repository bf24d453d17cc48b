import type { LearnHistoryAnswer } from '../../domain/learn-answers.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { table } from './table.ts';
import type { View } from './view.ts';
import { actorWords, timeWords, topicWords } from './words.ts';

const WORDS = {
  zh: {
    none: '还没有学过什么。',
    head: ['版本', '时间', '谁', '学了', '说明'],
    yes: (count: number) => `${count} 条是`,
    no: (count: number) => `${count} 条不是`,
    dropped: (count: number) => `不学 ${count} 条`,
    keyword: (phrase: string, topic: string) => `关键词「${phrase}」 ${topic}`,
    undone: (who: string, at: string) => `${who} ${at} 退回`,
    how: '退回到某一版之后：learn rollback 版本；0 是只用文件里的例句',
  },
  en: {
    none: 'Nothing has been learnt yet.',
    head: ['Version', 'Time', 'Who', 'Learnt', 'Note'],
    yes: (count: number) => `${count} yes`,
    no: (count: number) => `${count} no`,
    dropped: (count: number) => `left out ${count}`,
    keyword: (phrase: string, topic: string) => `keyword “${phrase}” ${topic}`,
    undone: (who: string, at: string) => `taken back by ${who} ${at}`,
    how: 'To go back to a version: learn rollback VERSION; 0 leaves the examples of the files only',
  },
};

/** The steps of what was learnt, the newest first. */
export const renderLearnHistory = ({ steps }: LearnHistoryAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { dim } = paint(view.colour);
  if (steps.length === 0) return [words.none];
  const rows = steps.map(({ version, at, by, yes, no, dropped, keywords, undone }) => {
    const parts = [...(yes > 0 ? [words.yes(yes)] : []), ...(no > 0 ? [words.no(no)] : [])];
    for (const { phrase, topic } of keywords) parts.push(words.keyword(printable(phrase), topicWords(topic, view)));
    const did = [...parts, ...(dropped > 0 ? [words.dropped(dropped)] : [])].join(', ');
    const note = undone === null ? '' : words.undone(actorWords(undone.by, view), timeWords(undone.at, view));
    return [String(version), timeWords(at, view), actorWords(by, view), did, note].map((text) => ({ text }));
  });
  const head = words.head.map((text) => ({ text, paint: dim }));
  return [...table([head, ...rows]), '', dim(words.how)];
};
