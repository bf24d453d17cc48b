import type { LibraryAnswer } from '../../domain/answers.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';

type Node = LibraryAnswer['nodes'][number];

const MOST = [40, 12, 12];

const WORDS = {
  zh: {
    title: (version: number, tags: number) => `标签库 版本 ${version}，${tags} 个标签`,
    customers: (count: number) => (count === 0 ? '' : `${count} 位客户`),
    restricted: '受限',
    next: '改标签库：如 library rename 询价 问价，先说涉及多少客户；整份改用 library export 标签.yaml 和 library import 标签.yaml',
  },
  en: {
    title: (version: number, tags: number) => `Tag library, version ${version}, ${tags} tags`,
    customers: (count: number) => (count === 0 ? '' : `${count} customer${count === 1 ? '' : 's'}`),
    restricted: 'restricted',
    next: 'To change it: like library rename Bargaining Haggling, which asks first; or all of it by library export tags.yaml and library import tags.yaml',
  },
};

const row = (node: Node, view: View): Cell[] => {
  const words = WORDS[view.lang];
  const { bold, dim, hex } = paint(view.colour);
  const name = printable(view.names?.tag?.(node.id)?.name ?? node.name);
  const group = node.kind === 'group';
  return [
    { text: `${'  '.repeat(node.depth)}${name}`, paint: group ? bold : (text) => hex(node.colour, text) },
    { text: group ? '' : words.customers(node.customers) },
    { text: node.restricted ? words.restricted : '' },
    { text: printable(node.definition ?? ''), paint: dim },
  ];
};

/** The tag tree, with how many customers carry each tag and what it means. */
export const renderLibrary = (doc: LibraryAnswer, view: View): string[] => {
  const words = WORDS[view.lang];
  const tags = doc.nodes.filter(({ kind }) => kind === 'tag').length;
  const rows = table(
    doc.nodes.map((node) => row(node, view)),
    { most: MOST },
  );
  return [paint(view.colour).bold(words.title(doc.version, tags)), ...rows, '', words.next];
};
