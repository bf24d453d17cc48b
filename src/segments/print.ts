import { printComparison, runsOn } from './comparison.ts';
import type { Tree } from './tree.ts';

/** The query in its shortest written form; `parseSegment` of it gives the same tree, places aside. */
export function printSegment(tree: Tree): string {
  switch (tree.kind) {
    case 'term':
      return word(tree);
    case 'condition':
      return `${word(tree)}${printComparison(tree)}`;
    case 'suggested':
      return `?${word(tree)}`;
    case 'saved':
      return `@${word(tree)}`;
    case 'not':
      return `-${tree.item.kind === 'not' || isJunction(tree.item) ? `(${printSegment(tree.item)})` : printSegment(tree.item)}`;
    case 'and':
      return tree.items.map((item) => (isJunction(item) ? `(${printSegment(item)})` : printSegment(item))).reduce(beside);
    case 'or':
      return tree.items.map((item) => (item.kind === 'or' ? `(${printSegment(item)})` : printSegment(item))).join(' 或 ');
  }
}

const word = ({ text, quoted }: { text: string; quoted: boolean }): string => (quoted ? quote(text) : escapeEntities(text));

/** Two items side by side; brackets keep a word from being read as the unit or the number of the one before. */
const beside = (before: string, next: string): string => `${before} ${runsOn(before, next) ? `(${next})` : next}`;

/** A name in quotes, taken letter by letter. */
export function quote(name: string): string {
  return `"${escapeEntities(name.replace(/[\\"＂“”„]/g, '\\$&'))}"`;
}

const isJunction = (tree: Tree): boolean => tree.kind === 'and' || tree.kind === 'or';

/** Text that looks like an escaped sign must not be read as that sign the next time. */
const escapeEntities = (text: string): string => text.replace(/&(?=(?:gt|lt|amp);)/g, '&amp;');
