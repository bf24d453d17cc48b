import { BOUGHT, boughtTag, INTEREST, interestTag, modelTag, type Product } from './product.ts';
import type { Library, TagNode } from './tag.ts';
import { nameKey } from './tag-name.ts';

const GREY = '#8c8c8c';

/** Groups that a library of an older release lacks, and where they belong. */
const GROUPS = [
  { id: INTEREST, name: '兴趣', en: 'Interest', under: 'demand', ttlDays: 180 },
  { id: BOUGHT, name: '已购', en: 'Bought', under: 'value' },
] as const;

const missingGroups = (nodes: ReadonlyMap<string, TagNode>): TagNode[] =>
  GROUPS.filter(({ id }) => !nodes.has(id)).map(({ under, ...group }): TagNode => {
    const above = nodes.get(under);
    const looks = { colour: above?.colour ?? GREY, importance: 0, examples: [], aliases: [], archived: false };
    return { ...group, ...looks, kind: 'group', parent: above?.id ?? null, assignable: false, machine: true };
  });

const tagBelow = (
  group: TagNode | undefined,
  tag: Pick<TagNode, 'id' | 'name' | 'aliases' | 'parent' | 'archived' | 'definition'>,
): TagNode => ({
  ...tag,
  ...{ kind: 'tag', assignable: true, machine: true, importance: 0, examples: [], source: 'rule', colour: group?.colour ?? GREY },
  ...(group?.owner === undefined ? {} : { owner: group.owner }),
  ...(group?.ttlDays === undefined ? {} : { ttlDays: group.ttlDays }),
});

/** The tags of one product: 兴趣, 已购, and below the latter one of each model. */
const tagsOf = (
  { id, name, aliases, models, archived }: Product,
  interest: TagNode | undefined,
  bought: TagNode | undefined,
): TagNode[] => {
  // Where a model has a word of its own product, 已购 of that word means the model.
  const modelWords = new Set(models.flatMap((model) => [model.name, ...model.aliases]).map(nameKey));
  const others = aliases.filter((alias) => !modelWords.has(nameKey(alias)));
  return [
    tagBelow(interest, {
      ...{ id: interestTag(id), parent: INTEREST, name, aliases, archived },
      definition: `客户看过 ${name} 的页面，或七天内两次提到它。`,
    }),
    tagBelow(bought, {
      ...{ id: boughtTag(id), parent: BOUGHT, name, aliases: others, archived },
      definition: `客户付款买过 ${name}。`,
    }),
    ...models.map((model) =>
      tagBelow(bought, {
        ...{ id: modelTag(model.id), parent: boughtTag(id), name: model.name, aliases: model.aliases },
        archived: archived || model.archived,
        definition: `客户付款买过 ${name} 的型号 ${model.name}。`,
      }),
    ),
  ];
};

/** The nodes that the catalogue of a library makes, parents before children; none without products. */
export const productNodes = ({ nodes, products = [] }: Pick<Library, 'nodes' | 'products'>): TagNode[] => {
  if (products.length === 0) return [];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const groups = missingGroups(byId);
  for (const group of groups) byId.set(group.id, group);
  return [...groups, ...products.flatMap((product) => tagsOf(product, byId.get(INTEREST), byId.get(BOUGHT)))];
};
