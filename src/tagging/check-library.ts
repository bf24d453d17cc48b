import { RE2JS } from 're2js';
import { confusableKey } from '../domain/confusable-key.ts';
import { productNodes } from '../domain/product-nodes.ts';
import type { Library, TagNode } from '../domain/tag.ts';
import { nameKey } from '../domain/tag-name.ts';
import { checkProducts } from './check-products.ts';
import type { Fault } from './library-fault.ts';
import { mergeFaults } from './merge-faults.ts';

/** All that a library may not be although each of its nodes is well formed; empty where it can be used. */
export function checkLibrary({ nodes: own, products = [], caps }: Pick<Library, 'nodes' | 'products' | 'caps'>): Fault[] {
  // Products that clash among themselves are told by their own check, once, and not by each of their tags.
  const sold = checkProducts(products).length === 0 ? products : [];
  const nodes = [...own, ...productNodes({ nodes: own, products: sold })];
  const ids = repeatedIds(nodes);
  if (ids.length > 0) return ids;
  const group = groupFinder(nodes);
  return [
    ...shapeFaults(nodes),
    ...repeatedNames(nodes, group),
    ...lookAlikes(nodes),
    ...offPattern(nodes, group),
    ...mergeFaults(own),
    ...overCaps(nodes, caps),
  ];
}

type GroupFinder = (node: TagNode) => TagNode | undefined;

/** The nearest ancestor that is a group. */
function groupFinder(nodes: readonly TagNode[]): GroupFinder {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const above = (node: TagNode): TagNode | undefined => (node.parent === null ? undefined : byId.get(node.parent));
  return (node) => {
    let group = above(node);
    while (group && group.kind !== 'group') group = above(group);
    return group;
  };
}

function repeatedIds(nodes: readonly TagNode[]): Fault[] {
  const first = new Map<string, TagNode>();
  return nodes.flatMap((node) => {
    const other = first.get(node.id);
    if (!other) first.set(node.id, node);
    return other ? [{ node, field: 'id', message: 'Choose another id: it is taken', other }] : [];
  });
}

function shapeFaults(nodes: readonly TagNode[]): Fault[] {
  const tags = new Set(nodes.flatMap(({ id, kind }) => (kind === 'tag' ? [id] : [])));
  return nodes.flatMap((node) => {
    const faults: Fault[] = [];
    if (node.kind === 'group' && tags.has(node.parent ?? ''))
      faults.push({ node, field: 'id', message: 'Put the group into a group or to the top: no tag holds groups.' });
    if (node.kind === 'tag' && node.parent === null) faults.push({ node, field: 'id', message: 'Put the tag into a group.' });
    if (node.kind === 'tag' && node.exclusive && node.assignable) {
      faults.push({
        node,
        field: 'exclusive',
        message: 'Write assignable: false as well, or make it a group: it would exclude its own members.',
      });
    }
    if (node.ordered && !node.exclusive)
      faults.push({ node, field: 'ordered', message: 'Write exclusive: true as well: only one at a time has an order.' });
    return faults;
  });
}

const namesOf = (node: TagNode): string[] => [node.name, ...(node.en === undefined ? [] : [node.en]), ...node.aliases];

/** Names, English names and aliases are unique within a group, so that `group:tag` always means one tag. */
function repeatedNames(nodes: readonly TagNode[], group: GroupFinder): Fault[] {
  const first = new Map<string, TagNode>();
  return nodes.flatMap((node) =>
    [...new Set(namesOf(node).map(nameKey))].flatMap((key) => {
      const place = `${group(node)?.id ?? ''}:${key}`;
      const other = first.get(place);
      if (!other) first.set(place, node);
      return other
        ? [{ node, field: fieldOf(node, key, nameKey), message: 'Choose another name: in this group it is taken', other }]
        : [];
    }),
  );
}

/** No name that a reader could take for a restricted tag's, in any group; restricted tags among themselves are safe. */
function lookAlikes(nodes: readonly TagNode[]): Fault[] {
  const restricted = new Map(
    nodes.filter((node) => node.roles).flatMap((node) => namesOf(node).map((name) => [confusableKey(name), node])),
  );
  restricted.delete('');
  if (restricted.size === 0) return [];
  return nodes
    .filter((node) => !node.roles)
    .flatMap((node) => {
      const key = namesOf(node)
        .map(confusableKey)
        .find((one) => restricted.has(one));
      const other = key === undefined ? undefined : restricted.get(key);
      if (key === undefined || !other) return [];
      return [
        {
          node,
          field: fieldOf(node, key, confusableKey),
          message: 'Choose another name: it looks like that of a restricted tag',
          other,
        },
      ];
    });
}

function fieldOf(node: TagNode, key: string, keyOf: (name: string) => string): string {
  if (keyOf(node.name) === key) return 'name';
  return node.en !== undefined && keyOf(node.en) === key ? 'en' : 'aliases';
}

function offPattern(nodes: readonly TagNode[], group: GroupFinder): Fault[] {
  const compiled = new Map(
    nodes.flatMap((node) => (node.pattern === undefined ? [] : [[node.id, RE2JS.compile(node.pattern)] as const])),
  );
  return nodes.flatMap((node) => {
    const above = node.kind === 'tag' ? group(node) : undefined;
    const pattern = above && compiled.get(above.id);
    if (!above || !pattern || pattern.matches(node.name)) return [];
    return [{ node, field: 'name', message: 'Choose a name that fits the pattern of its group', other: above }];
  });
}

function overCaps(nodes: readonly TagNode[], caps: Library['caps']): Fault[] {
  const tags = nodes.filter((node) => node.kind === 'tag' && !node.archived).length;
  const groups = nodes.filter((node) => node.parent === null && !node.archived).length;
  const faults: Fault[] = [];
  if (tags > caps.tags)
    faults.push({
      node: null,
      field: 'caps.tags',
      message: `Archive some tags or raise this: ${tags} are in use, ${caps.tags} are allowed.`,
    });
  if (groups > caps.topGroups) {
    const message = `Nest some groups or raise this: there are ${groups} groups at the top, ${caps.topGroups} are allowed.`;
    faults.push({ node: null, field: 'caps.topGroups', message });
  }
  return faults;
}
