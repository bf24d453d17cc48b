import type { Role } from '../domain/person.ts';
import type { Library, TagNode } from '../domain/tag.ts';
import { nameKey } from '../domain/tag-name.ts';
import { createTagTree } from '../domain/tag-tree.ts';
import { type Problem, ProblemsError, UserError } from '../errors.ts';
import { checkLibrary } from './check-library.ts';
import { checkProducts } from './check-products.ts';
import { formOf, nodesOf } from './library-form.ts';
import { mergeProducts, type ProductChanges } from './merge-products.ts';

/** What an import did, by id. A renamed node stands in `changed` too when more than its name is new. */
export interface LibraryChanges {
  added: string[];
  renamed: { id: string; from: string; to: string }[];
  changed: string[];
  caps: boolean;
}

export interface LibraryImport {
  current: Library;
  incoming: Library;
  role: Role;
  /** Name of the incoming file, for messages. */
  file: string;
}

/**
 * Takes a library file into the library in use. The id says which node is meant; nodes that the file does not name stay,
 * and so do aliases and old names, since commands and rules may still use them. Nothing new gives the library back as it is.
 * @throws UserError `library_managers_only` or `tag_restricted`; ProblemsError `library_broken` where both together clash.
 */
export function importLibrary({ current, incoming, role, file }: LibraryImport): { library: Library; changes: LibraryChanges } {
  if (role !== 'manager' && role !== 'admin') throw new UserError('library_managers_only', { role });
  const before = new Map(current.nodes.map((node) => [node.id, node]));
  refuseKindChanges(incoming.nodes, before, file);
  const nodes = merged(current.nodes, incoming.nodes, before);
  const sold = mergeProducts(current.products ?? [], incoming.products ?? []);
  const own = changesOf({ nodes, before, caps: !same(current.caps, incoming.caps) });
  refuseRestricted(own, before, role);
  const changes = { ...own, ...joined(own, sold.changes) };
  if (isEmpty(changes)) return { library: current, changes };
  const { products } = sold;
  const library: Library = {
    ...{ version: current.version + 1, caps: incoming.caps, nodes: inOrder(nodes) },
    ...(products.length > 0 ? { products } : {}),
  };
  const problems = clashesIn(library, file);
  if (problems.length > 0) throw new ProblemsError('library_broken', problems);
  return { library, changes };
}

const joined = (own: LibraryChanges, sold: ProductChanges): ProductChanges => ({
  added: [...own.added, ...sold.added],
  renamed: [...own.renamed, ...sold.renamed],
  changed: [...own.changed, ...sold.changed],
});

/** What clashes in a library that was put together; `file` names it in the messages. */
export function clashesIn(library: Library, file: string): Problem[] {
  const products = library.products ?? [];
  return [
    ...checkLibrary(library).map(({ node, field, message, other }) => ({
      ...{ file, line: null, field: node ? `${node.id}.${field}` : field },
      message: other ? `${message} (${other.id}).` : message,
    })),
    ...checkProducts(products).map(({ at, field, message, other }) => ({
      ...{ file, line: null, field: `${products[at]?.name ?? ''}.${field}` },
      message: other === undefined ? message : `${message} (${products[other]?.name ?? ''}).`,
    })),
  ];
}

/** Customers carry tags and never groups, so a node cannot turn from one into the other. */
function refuseKindChanges(nodes: readonly TagNode[], before: ReadonlyMap<string, TagNode>, file: string): void {
  const turned = nodes.filter((node) => (before.get(node.id)?.kind ?? node.kind) !== node.kind);
  if (turned.length === 0) return;
  const message = 'Choose another id: in the library in use, a group is a tag here or the other way round.';
  throw new ProblemsError(
    'library_broken',
    turned.map((node) => ({ file, line: null, field: `${node.id}.id`, message })),
  );
}

function merged(current: readonly TagNode[], incoming: readonly TagNode[], before: ReadonlyMap<string, TagNode>): TagNode[] {
  const named = new Set(incoming.map((node) => node.id));
  const nodes = [...incoming, ...current.filter((node) => !named.has(node.id))];
  const tree = createTagTree({ version: 1, caps: { tags: 0, perCustomer: 0, topGroups: 0 }, nodes: [...nodes] });
  const place = (id: string, name: string): string => `${tree.groupOf(id) ?? ''}:${nameKey(name)}`;
  const taken = new Map(nodes.flatMap((node) => namesOf(node).map((name) => [place(node.id, name), node.id] as const)));
  return nodes.map((node) => {
    const old = before.get(node.id);
    if (!old || !named.has(node.id)) return node;
    const own = new Set(namesOf(node).map(nameKey));
    const kept = [...old.aliases, old.name].filter((name) => {
      // A restricted tag never gives a name away: the clash is reported instead.
      const free = old.roles !== undefined || (taken.get(place(node.id, name)) ?? node.id) === node.id;
      return free && !own.has(nameKey(name));
    });
    return { ...node, aliases: [...node.aliases, ...new Set(kept)] };
  });
}

const namesOf = (node: TagNode): string[] => [node.name, ...(node.en === undefined ? [] : [node.en]), ...node.aliases];

function changesOf({
  nodes,
  before,
  caps,
}: {
  nodes: TagNode[];
  before: ReadonlyMap<string, TagNode>;
  caps: boolean;
}): LibraryChanges {
  const changes: LibraryChanges = { added: [], renamed: [], changed: [], caps };
  for (const node of nodes) {
    const old = before.get(node.id);
    if (!old) {
      changes.added.push(node.id);
      continue;
    }
    const renamed = old.name !== node.name;
    if (renamed) changes.renamed.push({ id: node.id, from: old.name, to: node.name });
    const aliases = renamed ? node.aliases.filter((alias) => alias !== old.name || old.aliases.includes(alias)) : node.aliases;
    if (!same({ ...node, name: old.name, aliases }, old)) changes.changed.push(node.id);
  }
  return changes;
}

/** A restricted tag is as hard to rename, alias, move or set free as it is to set (semantics 13). */
function refuseRestricted(changes: LibraryChanges, before: ReadonlyMap<string, TagNode>, role: Role): void {
  for (const id of [...changes.renamed.map((one) => one.id), ...changes.changed]) {
    const node = before.get(id);
    if (node?.roles && !node.roles.includes(role)) {
      throw new UserError('tag_restricted', { tag: node.name, tagEn: node.en ?? node.name, role, roles: node.roles.join(', ') });
    }
  }
}

const isEmpty = ({ added, renamed, changed, caps }: LibraryChanges): boolean =>
  added.length + renamed.length + changed.length === 0 && !caps;

/** Equal in every field, in whatever order a database gave them back. */
function same(a: object, b: object): boolean {
  const text = (value: object): string =>
    JSON.stringify(
      Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return text(a) === text(b);
}

/** In display order: the order of the file, with what it did not name behind it in each group. */
export const inOrder = (nodes: TagNode[]): TagNode[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const form = formOf({ version: 1, caps: { tags: 0, perCustomer: 0, topGroups: 0 }, nodes });
  return nodesOf(form).flatMap(({ node }) => byId.get(node.id) ?? []);
};
