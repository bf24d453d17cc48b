import type { Seen } from '../../domain/answers.ts';
import type { Message } from '../messages/message.ts';
import { paint } from './paint.ts';
import { seenLines } from './seen-lines.ts';
import type { View } from './view.ts';
import { asOfLines } from './words.ts';

/** What somebody is told, on a terminal; a section without anything is said in a word. */
export const renderMessage = (
  { title, sections, none }: Message,
  asOf: { asOf: string; behindMinutes?: number; seen?: Seen },
  view: View,
): string[] => {
  const { bold, dim } = paint(view.colour);
  const colon = view.lang === 'zh' ? '：' : ': ';
  const lines = sections.flatMap(({ heading, rows }) => {
    if (rows.length === 0) return [`${heading}${colon}${dim(none)}`];
    return [...(heading === '' ? [] : [`${bold(heading)} (${rows.length})`]), ...rows.map((row) => `  ${row}`)];
  });
  const empty = sections.every(({ rows }) => rows.length === 0);
  return [bold(title), '', ...lines, '', ...seenLines(asOf.seen, empty, view.lang), ...asOfLines(asOf, view)];
};
