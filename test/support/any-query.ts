import fc from 'fast-check';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import type { BoundTree, Tree } from '../../src/segments/tree.ts';
import { defaultLibrary } from './default-library.ts';

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
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((words) => words.join(' ')),
);

type Shape = Omit<Tree, 'from' | 'to'> | { kind: 'not'; item: Shape } | { kind: 'and' | 'or'; items: Shape[] };

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
    fc.record({ kind: fc.constant('not' as const), item: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      items: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).tree;

/** A bound tree over the default library. */
export const anyBound: fc.Arbitrary<BoundTree> = fc.letrec<{ tree: BoundTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...tags.order).map((id): BoundTree => ({ kind: 'tag', id, carriers: [...tags.descendants(id)] })),
    fc.record({ kind: fc.constant('not' as const), item: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      items: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).tree;

/** A customer's tags. */
export const anyTagIds = fc.subarray(tags.order.filter((id) => tags.node(id)?.assignable));

/** The tree without its places. */
export function shapeOf(tree: Tree): Shape {
  switch (tree.kind) {
    case 'term':
      return { kind: 'term', text: tree.text, quoted: tree.quoted } as Shape;
    case 'not':
      return { kind: 'not', item: shapeOf(tree.item) };
    default:
      return { kind: tree.kind, items: tree.items.map(shapeOf) };
  }
}
