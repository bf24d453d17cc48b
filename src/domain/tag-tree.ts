import { createNearTags } from './near-tags.ts';
import { productNodes } from './product-nodes.ts';
import type { Library, TagNode } from './tag.ts';
import { createTagNames } from './tag-names.ts';

/** What a word means in a library. */
export type Resolved = { kind: 'one'; id: string } | { kind: 'ambiguous'; ids: string[] } | { kind: 'unknown'; near: string[] };

/** The tag library as a tree: who lies below whom, and which node a word means. Unknown ids give nothing, never an error. */
export interface TagTree {
  /** All ids in display order, parents before children. */
  order: readonly string[];
  /** Where an id stands in that order; -1 for an unknown one. */
  place(id: string): number;
  node(id: string): TagNode | undefined;
  /** The children of a node in display order; of null: the top. */
  children(id: string | null): readonly string[];
  /** Proper ancestors, the nearest first. */
  ancestors(id: string): readonly string[];
  /** The nearest ancestor that is a group: the `group` of answers. Null at the top. */
  groupOf(id: string): string | null;
  /** `group:tag` in names, or the name alone at the top. */
  label(id: string, lang?: 'zh' | 'en'): string;
  /** What a customer can carry of a node: itself and all below it that is assignable, in display order. */
  descendants(id: string): readonly string[];
  /** Whether a node is `root` or lies below it. */
  isWithin(id: string, root: string): boolean;
  /** The outermost node among whose descendants a customer carries at most one, this tag being one of them. */
  exclusiveRoot(id: string): string | null;
  /** The node that stands for this one now: the one that it became part of, else itself. */
  current(id: string): string;
  /** A node and all that became part of it, by way of others too. */
  partsOf(id: string): readonly string[];
  /** The node that a word means: id, name, English name, alias, or `group:tag` with any ancestor. */
  resolve(term: string): Resolved;
}

/** Builds the tree of a library, the tags of its products among it, whose nodes have unique ids and known, acyclic parents (`parseLibrary` sees to that). */
export function createTagTree(library: Library): TagTree {
  const all = [...library.nodes, ...productNodes(library)];
  const nodes = new Map(all.map((node) => [node.id, node]));
  const children = childrenByParent(all);
  const order = [...walk(null, children)];
  const ancestors = new Map(order.map((id) => [id, ancestorsOf(id, nodes)]));
  const descendants = new Map(order.map((id) => [id, [id, ...walk(id, children)].filter((one) => nodes.get(one)?.assignable)]));

  const groupOf = (id: string): string | null => ancestors.get(id)?.find((one) => nodes.get(one)?.kind === 'group') ?? null;
  const isWithin = (id: string, root: string): boolean => id === root || (ancestors.get(id)?.includes(root) ?? false);
  const nearTags = createNearTags(all);
  const names = createTagNames({ nodes: order.flatMap((id) => nodes.get(id) ?? []), isWithin });
  const nameOf = (id: string, lang: 'zh' | 'en'): string => {
    const node = nodes.get(id);
    return (lang === 'en' ? node?.en : undefined) ?? node?.name ?? id;
  };

  const current = (id: string): string => currentIn(nodes, id);
  const parts = new Map<string, string[]>();
  for (const { id, mergedInto } of all)
    if (mergedInto !== undefined) parts.set(current(id), [...(parts.get(current(id)) ?? []), id]);

  const places = new Map(order.map((id, place) => [id, place]));

  return {
    order,
    place: (id) => places.get(id) ?? -1,
    node: (id) => nodes.get(id),
    children: (id) => children.get(id) ?? [],
    ancestors: (id) => ancestors.get(id) ?? [],
    groupOf,
    label: (id, lang = 'zh') => {
      const group = groupOf(id);
      return group === null ? nameOf(id, lang) : `${nameOf(group, lang)}:${nameOf(id, lang)}`;
    },
    descendants: (id) => descendants.get(id) ?? [],
    isWithin,
    exclusiveRoot: (id) => ancestors.get(id)?.findLast((one) => nodes.get(one)?.exclusive) ?? null,
    current,
    partsOf: (id) => [id, ...(parts.get(id) ?? [])],
    resolve: (term) => {
      const [first, ...others] = new Set(names.meaning(term).map(current));
      if (first === undefined) return { kind: 'unknown', near: nearTags(term) };
      return others.length === 0 ? { kind: 'one', id: first } : { kind: 'ambiguous', ids: [first, ...others] };
    },
  };
}

function childrenByParent(nodes: readonly TagNode[]): Map<string | null, string[]> {
  const children = new Map<string | null, string[]>();
  for (const node of nodes) {
    const siblings = children.get(node.parent);
    if (siblings) siblings.push(node.id);
    else children.set(node.parent, [node.id]);
  }
  return children;
}

function* walk(id: string | null, children: ReadonlyMap<string | null, string[]>): Generator<string> {
  for (const child of children.get(id) ?? []) {
    yield child;
    yield* walk(child, children);
  }
}

/** A library that was not checked yet may have a ring of them: whoever is met twice is the last. */
function currentIn(nodes: ReadonlyMap<string, TagNode>, id: string): string {
  const met = new Set([id]);
  let now = id;
  for (let into = nodes.get(now)?.mergedInto; into !== undefined && !met.has(into); into = nodes.get(now)?.mergedInto) {
    met.add(into);
    now = into;
  }
  return now;
}

function ancestorsOf(id: string, nodes: ReadonlyMap<string, TagNode>): string[] {
  const above: string[] = [];
  for (let parent = nodes.get(id)?.parent ?? null; parent !== null; parent = nodes.get(parent)?.parent ?? null)
    above.push(parent);
  return above;
}
