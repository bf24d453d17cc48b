import fc from 'fast-check';
import type { TagTree } from '../../src/domain/tag-tree.ts';
import { checkRules } from '../../src/rules/check-rules.ts';
import { parseRules } from '../../src/rules/parse-rules.ts';
import type { Rule } from '../../src/rules/rule.ts';

/** Tags that rules may set: some alone, some of an exclusive group, some of one that is ordered. */
const TAGS = [
  ...['大客户', '推荐客户', '静默', '投诉客户', '官网', '询价', '要报价'],
  ...['满意', '一般', '不满意', '意向:高', '意向:低', '潜在客户', '忠诚客户', '流失客户', '高活跃', '低活跃'],
];
const STAGES = ['已沟通', '需求确认', '报价中', '已成交'];
const EVENTS = ['message', 'reply', 'visit', 'order', 'payment', 'refund', 'quote', 'rating', 'referral'];

const tag = fc.constantFrom(...TAGS);
const days = fc.constantFrom(1, 7, 30, 60);
const some = fc.constantFrom({ at_least: 1 }, { at_least: 2 }, { at_most: 0 }, { more_than: 2, less_than: 5 });

const { condition } = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tag.map((is) => ({ tag: is })),
    fc.record({ is: tag, longer_than: days }).map((value) => ({ tag: value })),
    fc.record({ is: fc.constantFrom(...STAGES), longer_than: days }, { requiredKeys: ['is'] }).map((value) => ({ stage: value })),
    fc.tuple(days, some).map(([within, bounds]) => ({ interactions: { days: within, ...bounds } })),
    fc.tuple(days, some).map(([within, bounds]) => ({ orders: { days: within, ...bounds } })),
    fc.tuple(days, fc.constantFrom(0, 5_000)).map(([within, more_than]) => ({ spend: { days: within, more_than } })),
    fc
      .tuple(fc.constantFrom('visit', 'rating', 'referral'), days, some)
      .map(([event, within, bounds]) => ({ happened: { event, days: within, ...bounds } })),
    fc.tuple(days, some).map(([within, bounds]) => ({ topics: { of: ['询价', '要报价', '预算'], days: within, ...bounds } })),
    days.map((at_least) => ({ silence: { at_least } })),
    fc.constant({ stale_quote: {} }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const task = fc.record({ title: fc.constant('打电话'), to: fc.constantFrom('owner', 'li'), due: fc.constant(1) });

const stateRule = fc.record(
  { while: condition, tag: fc.oneof(tag, fc.constantFrom(...STAGES)), task },
  { requiredKeys: ['while', 'tag'] },
);

const action = fc.oneof(
  tag.map((add) => ({ add })),
  tag.map((remove) => ({ remove })),
  fc.record({ stage: fc.constantFrom(...STAGES), back: fc.boolean() }),
  task.map((plan) => ({ task: plan })),
);

const eventRule = fc.record(
  {
    since: fc.constant('2000-01-01'),
    on: fc.oneof(
      fc.constantFrom(...EVENTS),
      fc.array(tag, { minLength: 1, maxLength: 2 }).map((tagged) => ({ tagged })),
    ),
    if: condition,
    do: fc.array(action, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['on', 'do', 'since'] },
);

/** Any rules that a file can hold: each is left out that would make those before it contradict one another. */
export const anyRules = (tree: TagTree): fc.Arbitrary<Rule[]> =>
  fc.array(fc.oneof(stateRule, eventRule), { minLength: 1, maxLength: 12 }).map((forms) => {
    const text = JSON.stringify(forms.map((form, n) => ({ id: `any_${n}`, ...form })));
    const read = parseRules({ file: 'any.yaml', text, tree });
    const kept: Rule[] = [];
    for (const one of read) {
      if ('message' in one) throw new Error(`${one.field}: ${one.message}`);
      if (checkRules([...kept, one], tree).length === 0) kept.push(one);
    }
    return kept;
  });
