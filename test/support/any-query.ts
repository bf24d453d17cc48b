import fc from 'fast-check';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import type { Subject } from '../../src/segments/evaluate.ts';
import { FACTS, type FactName } from '../../src/segments/fact-names.ts';
import { bindField } from '../../src/segments/fields.ts';
import { savedByName } from '../../src/segments/saved.ts';
import type { BoundTree, Tree } from '../../src/segments/tree.ts';
import { defaultLibrary } from './default-library.ts';

const DAY = 86_400_000;

export const tags = createTagTree(defaultLibrary);

/** Text that is made of what queries are made of, and of what they are not. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'VIP',
          '静默',
          '非活跃',
          '非',
          '不是',
          'not',
          'and',
          'OR',
          '且',
          '或',
          '|',
          '｜',
          '(',
          '（',
          ')',
          '）',
          '-',
          '－',
          ' ',
          '\u3000',
          '\u200b',
          ':',
          '：',
        ],
        ...[
          '"',
          '“',
          '”',
          '\\',
          '&gt;',
          '&amp;',
          '&',
          '>',
          '＜',
          '=',
          '?',
          '@',
          '来源-官网',
          '意向:高',
          '高',
          '10-99人',
          'x',
          '超过3天',
          '超过',
          'over ',
          '不到 5',
          '10,000',
          '1万',
          '一万',
          '两个半月',
          '以上',
          '?VIP',
          '@大户',
          '天',
          '3',
          '城市:上海',
          '消费',
          '\ud800',
          '🔥',
          '__proto__',
        ],
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join('')),
  fc
    .array(
      fc.constantFrom(
        'VIP',
        '静默',
        '非活跃',
        '非VIP',
        '-已成交',
        '或',
        '且',
        '来源-官网',
        '意向:高',
        '"10-99人"',
        '(大客户)',
        'VIP或静默',
        '静默>30天',
        '消费超过1万',
        '报价中 over 3 days',
        '消费一万以上',
        '?意向:高',
        '@大户',
        '3',
        '天',
        '超过',
        '城市:上海',
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((words) => words.join(' ')),
);

type Shape = Omit<Tree, 'from' | 'to'> | { kind: 'not'; item: Shape } | { kind: 'and' | 'or'; items: Shape[] };

const operator = fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const, '=' as const);
const anyNumber = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 2_000_000 }).map((n) => n / 100),
  fc.constant(1e11),
);

/** A tree as a query may give it, without its places. */
export const anyShape: fc.Arbitrary<Shape> = fc.letrec<{ tree: Shape }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({
      kind: fc.constant('term' as const),
      text: fc.constantFrom('VIP', '静默', '非活跃', '来源-官网', '意向：高', 'R&D', '&gt;'),
      quoted: fc.constant(false),
    }),
    fc.record({
      kind: fc.constant('term' as const),
      text: fc
        .string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'ab "“”\\:()|-?&gt;或且客👍') })
        .filter((text) => text.trim() !== ''),
      quoted: fc.constant(true),
    }),
    fc.record({
      kind: fc.constant('condition' as const),
      text: fc.constantFrom('VIP', '静默', '天', '3', 'over', '超过'),
      quoted: fc.boolean(),
      operator,
      number: anyNumber,
      unit: fc.constantFrom(
        'day' as const,
        'week' as const,
        'month' as const,
        'year' as const,
        'money' as const,
        'count' as const,
        null,
      ),
    }),
    fc.record({
      kind: fc.constant('term' as const),
      text: fc.constantFrom('天', '3', 'd', 'over', '超过', '万', '月底', '5k', '至少', '一', '半', '半年', '以上', '三天'),
      quoted: fc.constant(false),
    }),
    fc.record({
      kind: fc.constantFrom('suggested' as const, 'saved' as const),
      text: fc.constantFrom('VIP', '来源-官网', '意向：高', '高'),
      quoted: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('not' as const), item: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      items: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).tree;

/** Segments that people saved, one inside another. */
export const saved = savedByName([
  { name: '大户', query: 'VIP 或 消费>1万' },
  { name: '醒着的大户', query: '@大户 -静默' },
]);

const FIELDS = [
  { field: 'region', value: '上海' },
  { field: 'owner', value: 'Li' },
  { field: 'industry', value: '教育' },
  { field: 'company', value: 'a b>3' },
].map(({ field, value }) => [field, value] as const);

/** A bound tree over the default library. */
export const anyBound: fc.Arbitrary<BoundTree> = fc.letrec<{ tree: BoundTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...tags.order).map((id): BoundTree => ({ kind: 'tag', id, carriers: [...tags.descendants(id)] })),
    fc.constantFrom(...tags.order).map((id): BoundTree => ({ kind: 'suggested', id, carriers: [...tags.descendants(id)] })),
    fc
      .tuple(fc.constantFrom(...tags.order), operator, fc.integer({ min: 0, max: 5 }))
      .map(([id, sign, days]): BoundTree => ({ kind: 'age', id, carriers: [...tags.descendants(id)], operator: sign, days })),
    fc.record({
      kind: fc.constant('fact' as const),
      fact: fc.constantFrom(...(Object.keys(FACTS) as FactName[])),
      operator,
      number: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(0.01, 2.5, 12_345.67)),
    }),
    fc.constantFrom(...FIELDS).map(([field, value]): BoundTree => {
      const bound = bindField({ field, value }, () => undefined);
      if (!bound) throw new Error(field);
      return bound;
    }),
    fc.record({ kind: fc.constant('not' as const), item: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      items: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).tree;

/** A customer's tags. */
export const anyTagIds = fc.subarray(tags.order.filter((id) => tags.node(id)?.assignable));

/** When the customers of these tests are asked about. */
export const NOW = Date.parse('2026-06-01T00:00:00Z');
export const moment = { at: NOW, currency: 'CNY' };

/** Instants on the edges of whole days before now, and beside them. */
const anySince = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(-1, 0, 1))
  .map(([days, beside]) => NOW - days * DAY + beside);
const anyMinor = fc.constantFrom(0, 1, 99, 100, 101, 250, 300, 1_234_567);

/** What a query sees of a customer. */
export const anySubject: fc.Arbitrary<Subject> = fc.record({
  tags: anyTagIds.chain((ids) =>
    fc
      .tuple(...ids.map(() => anySince))
      .map((sinces) => Object.fromEntries(ids.map((id, k) => [id, { since: sinces[k] ?? NOW }]))),
  ),
  suggested: anyTagIds,
  facts: fc.record({
    spend: anyMinor,
    totalSpend: anyMinor,
    averageOrder: anyMinor,
    orders: fc.nat(5),
    interactions: fc.nat(5),
    referrals: fc.nat(5),
    complaints: fc.nat(5),
    silentSince: anySince,
    contactAt: anySince,
    lastPurchaseAt: fc.option(anySince),
    createdAt: anySince,
    birthYear: fc.option(fc.nat(5)),
    profile: fc.subarray(['company:a b>3', 'industry:教育', 'owner:li', 'region:上海']),
  }),
});

/** A customer as stored, as far as queries look. */
export const storedForm = ({ tags: carried, suggested, facts }: Subject) => ({
  tagIds: Object.keys(carried),
  suggestedIds: suggested,
  state: { tags: carried },
  facts,
});

/** The tree without its places. */
export function shapeOf(tree: Tree): Shape {
  switch (tree.kind) {
    case 'term':
      return { kind: 'term', text: tree.text, quoted: tree.quoted } as Shape;
    case 'condition': {
      const { from: _, to: __, ...shape } = tree;
      return shape;
    }
    case 'suggested':
    case 'saved':
      return { kind: tree.kind, text: tree.text, quoted: tree.quoted } as Shape;
    case 'not':
      return { kind: 'not', item: shapeOf(tree.item) };
    default:
      return { kind: tree.kind, items: tree.items.map(shapeOf) };
  }
}
