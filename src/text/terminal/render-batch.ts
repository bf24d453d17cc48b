import type { BatchAnswer } from '../../domain/asked.ts';
import { batchWords, reasonWords } from '../batch-words.ts';
import type { View } from './view.ts';
import { customerWords } from './words.ts';

const WORDS = {
  zh: {
    done: (what: string) => `已做：${what}。`,
    counts: (count: number, changed: number, unchanged: number) =>
      `${count} 位客户：改了 ${changed} 位${unchanged > 0 ? `，${unchanged} 位本来就是这样` : ''}。`,
    refused: (count: number) => `${count} 位没有改：`,
    line: (name: string, why: string) => `  ${name}：${why}`,
    more: (count: number) => `  还有 ${count} 位，见 audit。`,
    undo: '24 小时内 undo 可以整批撤销。',
  },
  en: {
    done: (what: string) => `Done: ${what}.`,
    counts: (count: number, changed: number, unchanged: number) =>
      `${count} customer${count === 1 ? '' : 's'}: ${changed} changed${unchanged > 0 ? `, ${unchanged} were so already` : ''}.`,
    refused: (count: number) => `${count} not changed:`,
    line: (name: string, why: string) => `  ${name}: ${why}`,
    more: (count: number) => `  and ${count} more`,
    undo: 'Within 24 hours, undo takes the whole batch back.',
  },
};

/** What became of a change of many customers. */
export const renderBatch = (doc: BatchAnswer, { lang }: View): string[] => {
  const words = WORDS[lang];
  const rest = doc.refusedCount - doc.refused.length;
  const refused = doc.refused.map((one) => words.line(customerWords(one), reasonWords(one.code, lang)));
  return [
    words.done(batchWords(doc.did, lang)),
    words.counts(doc.count, doc.changed, doc.unchanged),
    ...(doc.refusedCount > 0 ? [words.refused(doc.refusedCount), ...refused, ...(rest > 0 ? [words.more(rest)] : [])] : []),
    ...(doc.did.kind === 'undo' || doc.changed === 0 ? [] : [words.undo]),
  ];
};
