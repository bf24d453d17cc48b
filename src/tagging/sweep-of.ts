import { productNodes } from '../domain/product-nodes.ts';
import type { Concerned } from '../domain/sweep.ts';
import type { Library, TagNode } from '../domain/tag.ts';
import { createTagTree, type TagTree } from '../domain/tag-tree.ts';
import { concernedNames } from './concerned-names.ts';

/** Who may carry less now. */
const narrowed = (old: TagNode, node: TagNode): boolean =>
  (node.archived && !old.archived) ||
  (!node.assignable && old.assignable) ||
  (!node.machine && old.machine) ||
  (node.exclusive === true && old.exclusive !== true) ||
  (node.max !== undefined && node.max < (old.max ?? Infinity));

/** Whether somebody may carry now what the history gave and the library did not let them have. */
const widened = (old: TagNode, node: TagNode): boolean =>
  (!node.archived && old.archived) ||
  (node.assignable && !old.assignable) ||
  (node.machine && !old.machine) ||
  (node.exclusive !== true && old.exclusive === true) ||
  (old.max !== undefined && (node.max ?? Infinity) > old.max) ||
  node.parent !== old.parent ||
  node.mergedInto !== old.mergedInto ||
  node.ttlDays !== old.ttlDays ||
  node.ordered !== old.ordered ||
  node.manual !== old.manual;

/** Whether the steps of a group that has an order stand in another one: what is forward is another thing now. */
const reordered = (before: TagTree, after: TagTree): boolean =>
  before.order.some((id) => {
    if (before.node(id)?.ordered !== true) return false;
    const [was, now] = [before.descendants(id), after.descendants(id)];
    const [old, fresh] = [was.filter((one) => now.includes(one)), now.filter((one) => was.includes(one))];
    return old.some((one, place) => fresh[place] !== one);
  });

/**
 * Whom a change of the library concerns; null where it is about looks and words alone (names, colours, definitions), or about who may
 * set a tag from now on: renaming touches no customer. What takes something away concerns its carriers; what gives, moves or dates
 * concerns everybody, since the history alone knows who would carry it. A change of the catalogue concerns those whose facts name it.
 */
export const sweepOf = (before: Library, after: Library): Concerned | null => {
  const old = new Map([...before.nodes, ...productNodes(before)].map((node) => [node.id, node]));
  const pairs = [...after.nodes, ...productNodes(after)].flatMap((node): [TagNode, TagNode][] => {
    const was = old.get(node.id);
    return was ? [[was, node]] : [];
  });
  const tree = createTagTree(after);
  const gone = [...old.keys()].filter((id) => tree.node(id) === undefined);
  const tags = [...gone, ...pairs.flatMap(([was, node]) => (narrowed(was, node) ? tree.descendants(node.id) : []))];
  const capped = after.caps.perCustomer !== before.caps.perCustomer;
  const everybody = capped || reordered(createTagTree(before), tree) || pairs.some(([was, node]) => widened(was, node));
  const named = concernedNames(before.products ?? [], after.products ?? []);
  return everybody || tags.length > 0 || named.length > 0 ? { tags: [...new Set(tags)].sort(), named, everybody } : null;
};
