import type { LearnAnswer } from '../../domain/learn-answers.ts';
import { lessonLine } from './lesson-lines.ts';
import { paint } from './paint.ts';
import type { View } from './view.ts';
import { asOfLines } from './words.ts';

const WORDS = {
  zh: {
    none: '没有等待批准的例句。大家用 review 回答之后，这里就有了。',
    count: (all: number, shown: number) => `${all} 条例句等待批准${shown < all ? `，先看 ${shown} 条` : ''}`,
    how: '批准：learn approve 1 3，或 learn approve all；不要：learn drop 2',
    learnt: (count: number, version: number) =>
      version === 0 ? '还没有学过什么。' : `已学 ${count} 条，第 ${version} 版；learn history 看每一步。`,
  },
  en: {
    none: 'No example waits to be approved. There are some once people have answered in review.',
    count: (all: number, shown: number) =>
      `${all} ${all === 1 ? 'example waits' : 'examples wait'} to be approved${shown < all ? `, ${shown} shown` : ''}`,
    how: 'To approve: learn approve 1 3, or learn approve all. To leave out: learn drop 2',
    learnt: (count: number, version: number) =>
      version === 0
        ? 'Nothing has been learnt yet.'
        : `Learnt so far: ${count}, version ${version}. learn history tells each step.`,
  },
};

/** What waits for approval, with the numbers to type. */
export const renderLearn = (doc: LearnAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const width = String(doc.proposals.length).length;
  const rows = doc.proposals.map((one) => `  ${bold(String(one.number).padStart(width))}  ${lessonLine(one, view)}`);
  const head =
    doc.count === 0 ? [words.none] : [bold(words.count(doc.count, doc.proposals.length)), '', ...rows, '', dim(words.how)];
  return [...head, words.learnt(doc.learnt, doc.version), '', ...asOfLines(doc, view)];
};
