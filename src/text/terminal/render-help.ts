import type { HelpAnswer } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';

const WORDS = {
  zh: {
    and: '、',
    notes: [
      '在命令行里，> 和 | 要加引号；写“超过”“大于”“或”，或者全角的＞和｜，就不用。',
      '客户写名字或编号；标签写名字、别名或 组:标签。名字里有空格或符号时加引号。',
    ],
  },
  en: {
    and: ', ',
    notes: [
      'In a shell, > and | need quotes; the words 超过 and 大于 (above), "or", and the full-width ＞ and ｜ need none.',
      'Name a customer by name or id, a tag by name, alias or group:tag. Put names with spaces or signs in quotes.',
    ],
  },
};

/** What can be said, and what it does: each command with its other names, then how it is written. */
export const renderHelp = (doc: HelpAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const rows = doc.commands.flatMap(({ name, usage, summary, aliases }): Cell[][] => [
    [{ text: [name, ...aliases].map(printable).join(words.and), paint: bold }, { text: printable(summary) }],
    [{ text: '' }, { text: dim(printable(usage)) }],
  ]);
  return [...table(rows), '', ...words.notes];
};
