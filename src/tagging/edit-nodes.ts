import type { TagNode } from '../domain/tag.ts';
import { nameKey } from '../domain/tag-name.ts';
import { createTagTree } from '../domain/tag-tree.ts';

type Nodes = readonly TagNode[];

const NO_CAPS = { tags: 0, perCustomer: 0, topGroups: 0 };

/** The tree of nodes that were not checked yet. */
export const treeOf = (nodes: Nodes) => createTagTree({ version: 1, caps: NO_CAPS, nodes: [...nodes] });

const changed = (nodes: Nodes, ids: ReadonlySet<string>, change: (node: TagNode) => TagNode): TagNode[] =>
  nodes.map((node) => (ids.has(node.id) ? change(node) : node));

const one = (nodes: Nodes, id: string, change: (node: TagNode) => TagNode): TagNode[] => changed(nodes, new Set([id]), change);

/** A node and all below it. */
export const withBelow = (nodes: Nodes, id: string): Set<string> => {
  const tree = treeOf(nodes);
  return new Set(tree.order.filter((other) => tree.isWithin(other, id)));
};

const withAlias = (node: TagNode, name: string): TagNode => {
  const known = [node.name, ...(node.en === undefined ? [] : [node.en]), ...node.aliases].map(nameKey);
  return known.includes(nameKey(name)) ? node : { ...node, aliases: [...node.aliases, name] };
};

/** Gives a node another name, in the language in which people see it; the old one goes on working. */
export const renamed = (nodes: Nodes, id: string, name: string, lang: 'zh' | 'en'): TagNode[] =>
  one(nodes, id, (node) => {
    const english = lang === 'en' && node.en !== undefined;
    const old = english ? (node.en ?? '') : node.name;
    const aliases = node.aliases.filter((alias) => nameKey(alias) !== nameKey(name));
    const now = { ...node, aliases, ...(english ? { en: name } : { name }) };
    return old === name ? node : withAlias(now, old);
  });

export const aliased = (nodes: Nodes, id: string, name: string): TagNode[] => one(nodes, id, (node) => withAlias(node, name));

export const defined = (nodes: Nodes, id: string, definition: string): TagNode[] =>
  one(nodes, id, (node) => ({ ...node, definition }));

/** Puts a node and all below it under another, behind `after` where that is one of its children, else last. */
export const moved = (nodes: Nodes, id: string, under: string | null, after: string | null): TagNode[] => {
  const whole = withBelow(nodes, id);
  const taken = nodes.filter((node) => whole.has(node.id));
  const rest = nodes.filter((node) => !whole.has(node.id));
  const place = after === null ? -1 : rest.findIndex((node) => node.id === after);
  const at = place < 0 ? rest.length : place + 1;
  const put = taken.map((node) => (node.id === id ? { ...node, parent: under } : node));
  return [...rest.slice(0, at), ...put, ...rest.slice(at)];
};

/** Sets a colour or a time to live, also below, where it is the same as above: it was taken over from there. */
export const passedDown = <F extends 'colour' | 'ttlDays'>(nodes: Nodes, id: string, field: F, value: TagNode[F]): TagNode[] => {
  const tree = treeOf(nodes);
  const before = tree.node(id)?.[field];
  const following = new Set([id]);
  const follow = (parent: string): void => {
    for (const child of tree.children(parent)) {
      if (tree.node(child)?.[field] !== before) continue;
      following.add(child);
      follow(child);
    }
  };
  follow(id);
  return changed(
    nodes,
    following,
    ({ [field]: _, ...node }) => (value === undefined ? node : { ...node, [field]: value }) as TagNode,
  );
};

/** Takes a node and all below it out of use. */
export const archived = (nodes: Nodes, id: string): TagNode[] =>
  changed(nodes, withBelow(nodes, id), (node) => ({ ...node, archived: true }));

/** Takes a node into use again with all below it, the groups above it too. What became part of another below it stays that. */
export const restored = (nodes: Nodes, id: string): TagNode[] => {
  const below = withBelow(nodes, id);
  const ids = new Set([...below, ...treeOf(nodes).ancestors(id)]);
  return changed(nodes, ids, ({ mergedInto, ...node }) =>
    mergedInto === undefined || node.id === id ? { ...node, archived: false } : { ...node, mergedInto },
  );
};

/** Makes a node part of another: it goes out of use, what lay below it lies below the other. */
export const merged = (nodes: Nodes, id: string, into: string): TagNode[] => {
  const children = nodes.filter(({ parent }) => parent === id).map((node) => node.id);
  const emptied = children.reduce<TagNode[]>((all, child) => moved(all, child, into, null), [...nodes]);
  return one(emptied, id, (node) => ({ ...node, archived: true, mergedInto: into }));
};
