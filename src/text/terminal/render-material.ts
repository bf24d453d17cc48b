import type { MaterialAnswer, PieceAnswer } from '../../domain/material.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import type { View } from './view.ts';
import { asOfLines, customerWords } from './words.ts';

const WORDS = {
  zh: {
    kinds: { reply: '话术', case: '案例', link: '链接', file: '文件' },
    none: '没有对得上的素材。',
    nothing: '现在没有素材：把文件夹写进 tagwise.yaml 的 material，写法见 docs/material.md。',
    count: (shown: number, count: number) =>
      shown < count ? `${count} 条对得上，最贴切的 ${shown} 条：` : `${count} 条对得上：`,
    when: '因为',
  },
  en: {
    kinds: { reply: 'reply', case: 'case', link: 'link', file: 'file' },
    none: 'No material fits.',
    nothing: 'There is no material: name a folder under material in tagwise.yaml; docs/material.md says how to write it.',
    count: (shown: number, count: number) =>
      shown < count ? `${count} fit, the most telling ${shown}:` : `${count} ${count === 1 ? 'fits' : 'fit'}:`,
    when: 'because of',
  },
};

const pieceLines = ({ title, kind, text, url, when }: PieceAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const { bold, dim } = paint(view.colour);
  const body = (text ?? '').split('\n').map((line) => printable(line).trim());
  return [
    '',
    `${dim(words.kinds[kind])} ${bold(printable(title))}`,
    ...[...body, printable(url ?? '')].filter((line) => line !== '').map((line) => `  ${line}`),
    dim(`  ${words.when} ${printable(when)}`),
  ];
};

/** The material that fits a customer, each piece with its words and why it fits. */
export const renderMaterial = (doc: MaterialAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const none = doc.of === 0 ? words.nothing : words.none;
  return [
    customerWords(doc.customer),
    doc.count === 0 ? none : words.count(doc.material.length, doc.count),
    ...doc.material.flatMap((piece) => pieceLines(piece, view)),
    '',
    ...asOfLines(doc, view),
  ];
};
