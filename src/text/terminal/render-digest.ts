import type { DigestAnswer } from '../../domain/answers.ts';
import { digestWords } from '../digest-words.ts';
import { paint } from './paint.ts';
import type { View } from './view.ts';
import { asOfLines } from './words.ts';

/** A digest, the stale quotes first; a section without anything is said in a word. */
export const renderDigest = (doc: DigestAnswer, view: View): string[] => {
  const { title, sections, none } = digestWords(doc, view);
  const { bold, dim } = paint(view.colour);
  const colon = view.lang === 'zh' ? '：' : ': ';
  const lines = sections.flatMap(({ heading, rows }) =>
    rows.length === 0
      ? [`${heading}${colon}${dim(none)}`]
      : [`${bold(heading)} (${rows.length})`, ...rows.map((row) => `  ${row}`)],
  );
  return [bold(title), '', ...lines, '', ...asOfLines(doc, view)];
};
