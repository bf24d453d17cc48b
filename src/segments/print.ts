import type { Tree } from './tree.ts';

/** The query in its shortest written form; `parseSegment` of it gives the same tree, places aside. */
export function printSegment(tree: Tree): string {
  switch (tree.kind) {
    case 'term':
      return tree.quoted ? quote(tree.text) : escapeEntities(tree.text);
    case 'not':
      return `-${tree.item.kind === 'term' ? printSegment(tree.item) : `(${printSegment(tree.item)})`}`;
    case 'and':
      return tree.items.map((item) => (isJunction(item) ? `(${printSegment(item)})` : printSegment(item))).join(' ');
    case 'or':
      return tree.items.map((item) => (item.kind === 'or' ? `(${printSegment(item)})` : printSegment(item))).join(' 或 ');
  }
}

/** A name in quotes, taken letter by letter. */
export function quote(name: string): string {
  return `"${escapeEntities(name.replace(/[\\"＂“”„]/g, '\\$&'))}"`;
}

const isJunction = (tree: Tree): boolean => tree.kind === 'and' || tree.kind === 'or';

/** Text that looks like an escaped sign must not be read as that sign the next time. */
const escapeEntities = (text: string): string => text.replace(/&(?=(?:gt|lt|amp);)/g, '&amp;');
