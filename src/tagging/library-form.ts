import type { Library, TagNode } from '../domain/tag.ts';
import type { GroupForm, LibraryForm, TagForm } from './library-schema.ts';

/** A node with its place in the file. */
export interface Placed {
  node: TagNode;
  path: (string | number)[];
}

/** What a node takes over from the one above it when it says nothing itself. */
interface Inherited {
  colour: string;
  owner: string | undefined;
  ttlDays: number | undefined;
}

const ROOT: Inherited = { colour: '#8c8c8c', owner: undefined, ttlDays: undefined };
/** In the file: not what stands above, but nothing. */
const NONE = 'none';

/** The nodes of a file in display order: depth first, a group's own tags before its groups. */
export function nodesOf(form: LibraryForm): Placed[] {
  return form.groups.flatMap((group, place) => fromGroup(group, { parent: null, above: ROOT, path: ['groups', place] }));
}

interface Under {
  parent: string | null;
  above: Inherited;
  path: (string | number)[];
}

function fromGroup(form: GroupForm, under: Under): Placed[] {
  const shared = fromCommon(form, under);
  const { ordered, manual, max, note, pattern } = form;
  const node: TagNode = {
    ...shared,
    kind: 'group',
    assignable: false,
    machine: true,
    ...defined({ ordered, manual, max, note, pattern }),
  };
  const below = (path: (string | number)[]): Under => ({
    parent: form.id,
    above: inheritedFrom(node),
    path: [...under.path, ...path],
  });
  return [
    { node, path: under.path },
    ...(form.tags ?? []).flatMap((tag, place) => fromTag(tag, below(['tags', place]))),
    ...(form.groups ?? []).flatMap((group, place) => fromGroup(group, below(['groups', place]))),
  ];
}

function fromTag(form: TagForm, under: Under): Placed[] {
  const roles = form.restricted?.roles;
  const node: TagNode = {
    ...fromCommon(form, under),
    kind: 'tag',
    assignable: form.assignable ?? true,
    // A tag that only some people may set is not for machines, unless the file says so.
    machine: form.machine ?? roles === undefined,
    ...defined({ roles, source: form.source }),
  };
  const below = (place: number): Under => ({ parent: form.id, above: inheritedFrom(node), path: [...under.path, 'tags', place] });
  return [{ node, path: under.path }, ...(form.tags ?? []).flatMap((tag, place) => fromTag(tag, below(place)))];
}

function fromCommon(form: GroupForm | TagForm, { parent, above }: Under) {
  const owner = form.owner === NONE ? undefined : (form.owner ?? above.owner);
  return {
    id: form.id,
    name: form.name,
    parent,
    aliases: form.aliases ?? [],
    colour: form.colour ?? above.colour,
    importance: form.importance ?? 0,
    examples: form.examples ?? [],
    // What became part of another node is in use no more.
    archived: form.merged_into !== undefined || (form.archived ?? false),
    ...defined({ en: form.en, definition: form.definition, exclusive: form.exclusive, owner, ttlDays: ttlDays(form.ttl, above) }),
    ...defined({ mergedInto: form.merged_into }),
  };
}

function ttlDays(ttl: string | undefined, above: Inherited): number | undefined {
  if (ttl === undefined) return above.ttlDays;
  return ttl === NONE ? undefined : Number.parseInt(ttl, 10);
}

/** The file of a library. Nodes whose parent is not in it are left out; siblings keep their order, tags before groups. */
export function formOf(library: Library): LibraryForm {
  const children = new Map<string | null, TagNode[]>();
  for (const node of library.nodes) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  const tags = (node: TagNode) =>
    some((children.get(node.id) ?? []).filter(isTag).map((child) => toTag(child, inheritedFrom(node))));
  const groups = (node: TagNode) =>
    some((children.get(node.id) ?? []).filter(isGroup).map((child) => toGroup(child, inheritedFrom(node))));

  const toTag = (node: TagNode, above: Inherited): TagForm => ({
    ...toCommon(node, above),
    ...defined({
      assignable: node.assignable ? undefined : false,
      restricted: node.roles && { roles: node.roles.filter((role) => role !== 'viewer') },
      machine: node.machine === (node.roles === undefined) ? undefined : node.machine,
      source: node.source,
      tags: tags(node),
    }),
  });
  const toGroup = (node: TagNode, above: Inherited): GroupForm => ({
    ...toCommon(node, above),
    ...defined({
      ordered: node.ordered,
      manual: node.manual,
      max: node.max,
      note: node.note,
      pattern: node.pattern,
      tags: tags(node),
      groups: groups(node),
    }),
  });
  const top = (children.get(null) ?? []).filter(isGroup);
  return { version: library.version, caps: library.caps, groups: top.map((node) => toGroup(node, ROOT)) };
}

function toCommon(node: TagNode, above: Inherited) {
  const ttl = node.ttlDays === undefined ? NONE : `${node.ttlDays}d`;
  return {
    id: node.id,
    name: node.name,
    ...defined({
      en: node.en,
      aliases: some(node.aliases),
      colour: node.colour === above.colour ? undefined : node.colour,
      importance: node.importance === 0 ? undefined : node.importance,
      definition: node.definition,
      owner: node.owner === above.owner ? undefined : (node.owner ?? NONE),
      examples: some(node.examples),
      archived: (node.archived && node.mergedInto === undefined) || undefined,
      merged_into: node.mergedInto,
      exclusive: node.exclusive,
      ttl: node.ttlDays === above.ttlDays ? undefined : ttl,
    }),
  };
}

const inheritedFrom = (node: TagNode): Inherited => ({ colour: node.colour, owner: node.owner, ttlDays: node.ttlDays });
const isTag = (node: TagNode): boolean => node.kind === 'tag';
const isGroup = (node: TagNode): boolean => node.kind === 'group';
const some = <T>(list: T[]): T[] | undefined => (list.length === 0 ? undefined : list);

/** Leaves out what is undefined, so that a stored or written node has only the fields it uses. */
function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
