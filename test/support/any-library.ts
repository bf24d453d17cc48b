import fc from 'fast-check';
import type { Library, TagNode } from '../../src/domain/tag.ts';
import { cleanName, nameFault } from '../../src/domain/tag-name.ts';
import { checkLibrary } from '../../src/tagging/check-library.ts';
import { nodesOf } from '../../src/tagging/library-form.ts';
import type { GroupForm, TagForm } from '../../src/tagging/library-schema.ts';

const CAPS = { tags: 1000, perCustomer: 100, topGroups: 12 };

const anyName = fc.oneof(
  fc.constantFrom('急', '10人以下', 'a b', '👨‍👩‍👧', 'yes', '1', 'a: b', '- x', '# no', 'null', '46+', "it's", '"q"', '{', '~'),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .map(cleanName)
    .filter((name) => nameFault(name) === null),
);
const anyLine = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .map((text) => text.trim())
  .filter((text) => text !== '' && text !== 'none');
const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined, freq: 2 });

const common = {
  name: anyName,
  en: maybe(anyName),
  aliases: fc.array(anyName, { maxLength: 2 }),
  colour: maybe(fc.constantFrom('#112233', '#445566')),
  importance: maybe(fc.nat(1000)),
  definition: maybe(anyLine),
  owner: maybe(fc.constantFrom('sales', '客服部', 'none')),
  examples: fc.array(anyLine, { maxLength: 2 }),
  archived: maybe(fc.boolean()),
  ttl: maybe(fc.constantFrom('1d', '30d', 'none')),
};

const { group } = fc.letrec<{ tag: TagForm; group: GroupForm }>((tie) => ({
  tag: fc.record({
    ...common,
    id: fc.constant(''),
    assignable: maybe(fc.boolean()),
    machine: maybe(fc.boolean()),
    restricted: maybe(
      fc.record({ roles: fc.subarray<'agent' | 'manager' | 'admin'>(['agent', 'manager', 'admin'], { minLength: 1 }) }),
    ),
    source: maybe(fc.constantFrom('pack' as const, 'rule' as const, 'hand' as const)),
    tags: fc.oneof({ maxDepth: 3, withCrossShrink: true }, fc.constant<TagForm[]>([]), fc.array(tie('tag'), { maxLength: 3 })),
  }),
  group: fc.record({
    ...common,
    id: fc.constant(''),
    exclusive: maybe(fc.boolean()),
    ordered: maybe(fc.boolean()),
    manual: maybe(fc.boolean()),
    max: maybe(fc.integer({ min: 1, max: 9 })),
    note: maybe(anyLine),
    pattern: maybe(fc.constantFrom('.*', '[^a]+')),
    tags: fc.array(tie('tag'), { maxLength: 3 }),
    groups: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.constant<GroupForm[]>([]),
      fc.array(tie('group'), { maxLength: 2 }),
    ),
  }),
}));

/** Gives every node an id of its own. */
function numbered(groups: GroupForm[]): GroupForm[] {
  let last = 0;
  const id = (): string => {
    last += 1;
    return `n${last}`;
  };
  const tag = (form: TagForm): TagForm => ({ ...form, id: id(), tags: form.tags?.map(tag) });
  const group = (form: GroupForm): GroupForm => ({
    ...form,
    id: id(),
    tags: form.tags?.map(tag),
    groups: form.groups?.map(group),
  });
  return groups.map(group);
}

/** Drops children one by one until nothing clashes; what remains is a legal library of whatever shape. */
function legal(nodes: TagNode[]): TagNode[] {
  let rest = nodes;
  for (;;) {
    const faulty = checkLibrary({ nodes: rest, caps: CAPS })[0]?.node;
    if (!faulty) return rest;
    const gone = new Set([faulty.id]);
    for (const node of rest) if (node.parent !== null && gone.has(node.parent)) gone.add(node.id);
    rest = rest.filter((node) => !gone.has(node.id));
  }
}

/** Any library that a file can describe. */
export const anyLibrary: fc.Arbitrary<Library> = fc
  .record({ version: fc.integer({ min: 1, max: 99 }), groups: fc.array(group, { minLength: 1, maxLength: 4 }) })
  .map(({ version, groups }) => {
    const nodes = nodesOf({ version, caps: CAPS, groups: numbered(groups) }).map(({ node }) => node);
    return { version, caps: CAPS, nodes: legal(nodes) };
  });
