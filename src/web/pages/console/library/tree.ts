import type { LibraryAnswer } from '../../../../domain/answers.ts';
import type { View } from '../view.ts';

export type Node = LibraryAnswer['nodes'][number];

/** A line of the tree as it is on the screen. */
export interface Row {
  node: Node;
  /** Counted from 1. */
  level: number;
  /** Whether something lies below it. */
  parent: boolean;
  open: boolean;
  /** Which one it is of how many beside it, counted from 1. */
  place: number;
  of: number;
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Nodes by what lies below which; who has lost their parent stands at the top. */
export const childrenIn = (nodes: readonly Node[]): Map<string | null, Node[]> => {
  const ids = new Set(nodes.map(({ id }) => id));
  const children = new Map<string | null, Node[]>();
  for (const node of nodes) {
    const parent = node.parent !== null && ids.has(node.parent) ? node.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  return children;
};

/** All that lies below a node, and itself. */
export const within = (id: string, children: ReadonlyMap<string | null, readonly Node[]>): string[] => [
  id,
  ...(children.get(id) ?? []).flatMap((child) => within(child.id, children)),
];

/** Which nodes a word finds, with all that stand above them; null: all. */
const foundBy = (nodes: readonly Node[], word: string, view: View): Set<string> | null => {
  const wanted = fold(word.trim());
  if (wanted === '') return null;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Set<string>();
  for (const node of nodes) {
    const texts = [node.name, view.nodeName(node), ...node.aliases, node.definition ?? ''];
    if (!texts.some((text) => fold(text).includes(wanted))) continue;
    for (let at: Node | undefined = node; at && !found.has(at.id); at = at.parent === null ? undefined : byId.get(at.parent))
      found.add(at.id);
  }
  return found;
};

/** Where somebody begins who comes from the search: at what is called so, else at what has the word in its name. */
export const bestOf = (rows: readonly Row[], word: string, view: View): number => {
  const wanted = fold(word.trim());
  const names = rows.map(({ node }) => [node.name, view.nodeName(node), ...node.aliases].map(fold));
  const called = names.findIndex((all) => all.includes(wanted));
  const near = called >= 0 ? called : names.findIndex((all) => all.some((name) => name.includes(wanted)));
  return wanted === '' ? 0 : Math.max(0, near);
};

/** The lines to show: all that is not folded away, or all that a word finds. */
export const rowsOf = (nodes: readonly Node[], folded: ReadonlySet<string>, word: string, view: View): Row[] => {
  const found = foundBy(nodes, word, view);
  const shown = found === null ? nodes : nodes.filter(({ id }) => found.has(id));
  const children = childrenIn(shown);
  const below = (parent: string | null, level: number): Row[] => {
    const beside = children.get(parent) ?? [];
    return beside.flatMap((node, at) => {
      const open = found !== null || !folded.has(node.id);
      const row = { node, level, parent: children.has(node.id), open, place: at + 1, of: beside.length };
      return [row, ...(open ? below(node.id, level + 1) : [])];
    });
  };
  return below(null, 1);
};
