import { canonicalJson } from '../domain/canonical-json.ts';
import { derivedId } from '../domain/derived-id.ts';
import { TRIAL_TAG } from '../domain/journey.ts';
import type { LibraryEdit } from '../domain/library-edit.ts';
import type { Role } from '../domain/person.ts';
import { BOUGHT, INTEREST } from '../domain/product.ts';
import { STAGE } from '../domain/stage.ts';
import { QUOTING } from '../domain/stale-quotes.ts';
import type { Library, TagNode } from '../domain/tag.ts';
import { type Problem, ProblemsError, UserError } from '../errors.ts';
import { aliased, archived, defined, merged, moved, passedDown, renamed, restored, treeOf, withBelow } from './edit-nodes.ts';
import { clashesIn, inOrder } from './merge-library.ts';

/** What the program itself knows by id: it can be called anything, but not be part of something else. */
const KNOWN_BY_ID = new Set([STAGE, QUOTING, TRIAL_TAG, INTEREST, BOUGHT, 'source', 'good_channels', 'silent']);

const freshId = (nodes: readonly TagNode[], name: string): string => {
  const made = derivedId(name);
  const id = /^[a-z]/.test(made) ? made : `t_${made}`;
  const taken = new Set(nodes.map((node) => node.id));
  if (!taken.has(id) && !(id in Object.prototype)) return id;
  for (let n = 2; ; n += 1) if (!taken.has(`${id}_${n}`)) return `${id}_${n}`;
};

const added = (
  nodes: readonly TagNode[],
  { kind, name, under, after, fields }: Extract<LibraryEdit, { do: 'add' }>,
): TagNode[] => {
  const above = nodes.find(({ id }) => id === under);
  const node: TagNode = {
    ...{ id: freshId(nodes, name), kind, name, parent: under, aliases: [], assignable: kind === 'tag', machine: true },
    ...{ colour: above?.colour ?? '#8c8c8c', importance: 0, examples: [], archived: false },
    ...(above?.owner === undefined ? {} : { owner: above.owner }),
    ...(above?.ttlDays === undefined ? {} : { ttlDays: above.ttlDays }),
    ...(kind === 'tag' ? { source: 'hand' as const } : {}),
    ...fields,
  };
  return moved([...nodes, node], node.id, under, after);
};

const merge = (nodes: readonly TagNode[], id: string, into: string): TagNode[] => {
  const [node, other] = [id, into].map((one) => nodes.find((found) => found.id === one));
  const tag = node?.name ?? id;
  const names = { tag, other: other?.name ?? into };
  if (id === into || withBelow(nodes, id).has(into)) throw new UserError('library_below_itself', names);
  if (KNOWN_BY_ID.has(id)) throw new UserError('tag_built_in', names);
  if (other?.archived) throw new UserError('tag_archived', { tag: names.other, tagEn: other.en ?? other.name });
  return merged(nodes, id, into);
};

const move = (nodes: readonly TagNode[], id: string, under: string | null, after: string | null): TagNode[] => {
  const tree = treeOf(nodes);
  if (under !== null && tree.isWithin(under, id))
    throw new UserError('library_below_itself', { tag: tree.label(id), other: tree.label(under) });
  return moved(nodes, id, under, after);
};

const edited = (nodes: readonly TagNode[], edit: LibraryEdit): TagNode[] => {
  switch (edit.do) {
    case 'add':
      return added(nodes, edit);
    case 'rename':
      return renamed(nodes, edit.id, edit.name, edit.lang);
    case 'alias':
      return aliased(nodes, edit.id, edit.name);
    case 'define':
      return defined(nodes, edit.id, edit.text);
    case 'move':
      return move(nodes, edit.id, edit.under, edit.after);
    case 'colour':
      return passedDown(nodes, edit.id, 'colour', edit.colour);
    case 'ttl':
      return passedDown(nodes, edit.id, 'ttlDays', edit.days ?? undefined);
    case 'archive':
      return archived(nodes, edit.id);
    case 'restore':
      return restored(nodes, edit.id);
    case 'merge':
      return merge(nodes, edit.id, edit.into);
  }
};

/** Whether two states of a node are the same, in whatever order a database gave the fields back. */
const same = (a: TagNode | undefined, b: TagNode | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

/** A restricted tag is as hard to change as it is to set (semantics 13). @throws UserError `tag_restricted` */
export const refuseRestricted = (before: readonly TagNode[], after: readonly TagNode[], role: Role): void => {
  const now = new Map(after.map((node) => [node.id, node]));
  const touched = before.find((node) => node.roles && !node.roles.includes(role) && !same(node, now.get(node.id)));
  if (touched)
    throw new UserError('tag_restricted', {
      tag: touched.name,
      tagEn: touched.en ?? touched.name,
      role,
      roles: (touched.roles ?? []).join(', '),
    });
};

/** Puts nodes in force as the next version. @throws ProblemsError `library_refused` where they clash. */
export const withNodes = (library: Library, nodes: readonly TagNode[]): Library => {
  const next = { ...library, version: library.version + 1, nodes: [...nodes] };
  const problems = clashesIn(next, '').map(
    (problem): Problem => ({ ...problem, field: problem.field.replace(/\.(?:id|name)$/, '') }),
  );
  if (problems.length > 0) throw new ProblemsError('library_refused', problems);
  // Only now: what lies nowhere would be left out of the order.
  return { ...next, nodes: inOrder(next.nodes) };
};

/** @throws UserError `library_managers_only` */
export const refuseAgents = (role: Role): void => {
  if (role !== 'manager' && role !== 'admin') throw new UserError('library_managers_only', { role });
};

/**
 * The library with one change; the same one where it changes nothing.
 * @throws UserError where the role may not make it or it makes no sense; ProblemsError `library_refused` where it clashes with what is there.
 */
export const editLibrary = (library: Library, edit: LibraryEdit, role: Role): Library => {
  refuseAgents(role);
  const nodes = edited(library.nodes, edit);
  refuseRestricted(library.nodes, nodes, role);
  const unchanged = nodes.length === library.nodes.length && nodes.every((node, place) => same(node, library.nodes[place]));
  return unchanged ? library : withNodes(library, nodes);
};
