// Rules that read one another's tags in a circle: such tags are carried as long as something outside of the circle leads to them, and do
// not hold one another up (semantics 14).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../src/domain/customer.ts';
import type { KeptEvent } from '../src/domain/event.ts';
import { advance } from '../src/fold/advance.ts';
import { fold } from '../src/fold/fold.ts';
import { createInForce, type InForce } from '../src/in-force.ts';
import { checkRules } from '../src/rules/check-rules.ts';
import { parseRules } from '../src/rules/parse-rules.ts';
import type { Rule } from '../src/rules/rule.ts';
import { shippedInForce } from './support/in-force.ts';
import { createLife } from './support/life.ts';
import { DAY, START } from './support/lines.ts';
import { type SlowCondition, type SlowTagRule, slowlyFollowing } from './support/slow-circles.ts';

const shipped = await shippedInForce();
const tree = shipped.tree();
const RUNS = Number(process.env['RUNS'] ?? 100);

const read = (forms: readonly object[]): Rule[] =>
  parseRules({ file: 'own.yaml', text: JSON.stringify(forms), tree }).map((one) => {
    if ('message' in one) throw new Error(`${one.field}: ${one.message}`);
    return one;
  });

const inForceOf = (rules: Rule[]): InForce => {
  expect(checkRules(rules, tree)).toEqual([]);
  return createInForce({
    library: shipped.library(),
    topics: [...shipped.matcher().topics.values()],
    config: shipped.config(),
    rules,
  });
};

const visited = (days: number): SlowCondition => ({ happened: { event: 'visit', days, at_least: 1 } });
const FIRST = { id: 'first', while: { any: [visited(10), { tag: '推荐客户' }] }, tag: '大客户' };
const SECOND = { id: 'second', while: { tag: '大客户' }, tag: '推荐客户' };

const lifeWith = (...forms: object[]) => {
  const mei = createLife(inForceOf(read(forms)));
  return { ...mei, has: (after: number) => ['key_account', 'referrer'].filter((tag) => mei.at(after).tags[tag]) };
};
const BOTH = ['key_account', 'referrer'];

describe('two tags, each because of the other', () => {
  it('go together when what led to them is over', () => {
    const mei = lifeWith(FIRST, SECOND);
    mei.happens('visit', { url: '/' });
    expect([0, 10 * DAY - 1, 10 * DAY, 40 * DAY].map(mei.has)).toEqual([BOTH, BOTH, [], []]);
    mei.happens('visit', { url: '/' }, 50 * DAY);
    expect([50, 59, 60].map((day) => mei.has(day * DAY))).toEqual([BOTH, BOTH, []]);
  });

  it('never come by themselves', () => {
    const mei = lifeWith({ ...FIRST, while: { tag: '推荐客户' } }, SECOND, { id: 'self', while: { tag: '官网' }, tag: '官网' });
    mei.says('你好');
    expect(mei.has(DAY)).toEqual([]);
  });

  it('stay while a person wants one of them, and go when the person takes it off', () => {
    const mei = lifeWith(FIRST, SECOND);
    mei.changes({ add: ['referrer'] });
    expect(mei.has(0)).toEqual(BOTH);
    mei.changes({ remove: ['referrer'] }, DAY);
    expect(mei.has(DAY)).toEqual([]);
  });

  it('go when the words that one of them came of are too long ago, although the other one would still give it', () => {
    const asks = { ...FIRST, while: { tag: '询价' } };
    const keeps = { id: 'keeps', while: { tag: '大客户' }, tag: '询价' };
    const mei = createLife(inForceOf(read([asks, keeps])));
    const carried = (after: number) => ['ask_price', 'key_account'].filter((tag) => mei.at(after).tags[tag]);
    mei.says('这个多少钱');
    expect([0, 30 * DAY - 1, 30 * DAY].map(carried)).toEqual([['ask_price', 'key_account'], ['ask_price', 'key_account'], []]);
    mei.says('这个多少钱', 40 * DAY);
    expect(carried(40 * DAY)).toEqual(['ask_price', 'key_account']);
    mei.says('不用问价格', 41 * DAY);
    expect(carried(41 * DAY)).toEqual([]);
  });
});

const names = ['大客户', '推荐客户', '静默'];
const ids: Record<string, string> = { 大客户: 'key_account', 推荐客户: 'referrer', 静默: 'silent', 投诉客户: 'complained' };
const { condition } = fc.letrec<{ condition: SlowCondition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom(...names, '投诉客户').map((tag): SlowCondition => ({ tag })),
    fc.constantFrom(2, 5, 9).map(visited),
    fc.array(tie('condition'), { minLength: 1, maxLength: 2 }).map((all): SlowCondition => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): SlowCondition => ({ any })),
  ),
}));
const rule = fc.record({ while: condition, tag: fc.constantFrom(...names) });
const events = fc.array(
  fc.record({ name: fc.constantFrom('visit', 'rating'), at: fc.integer({ min: 0, max: 40 }).map((days) => START + days * DAY) }),
  { minLength: 1, maxLength: 8 },
);
/** 投诉客户 lasts 30 days from its last evidence. */
const RATED = { id: 'rated', on: 'rating', do: [{ add: '投诉客户' }] };

const kept = (name: string, at: number, n: number): KeptEvent => ({
  ...{ _id: `k${String(n).padStart(3, '0')}`, state: 'done', keptAt: 0, at, channel: 'wecom', account: '', conversation: '' },
  ...{ message: `m${n}`, identity: 'wecom//mei', name: null, joinKey: null, from: 'system', agent: null },
  body: { kind: 'fact', name, data: {} },
});

const named = ({ tag }: { tag: string }) => ids[tag] ?? tag;
/** The same with the ids of tags for their names. */
const withIds = (one: SlowCondition): SlowCondition =>
  'tag' in one
    ? { tag: named(one) }
    : 'all' in one
      ? { all: one.all.map(withIds) }
      : 'any' in one
        ? { any: one.any.map(withIds) }
        : one;

it('rules without negations give what follows from facts and nothing else, whatever circles they go in, at every moment', {
  timeout: 60_000,
}, () => {
  const END = START + 90 * DAY;
  fc.assert(
    fc.property(events, fc.array(rule, { minLength: 2, maxLength: 4 }), (drawn, made) => {
      const { rules } = inForceOf(read([RATED, ...made.map((one, n) => ({ id: `r${n}`, ...one }))]));
      const slow = made.map((one): SlowTagRule => ({ tag: named(one), while: withIds(one.while) }));
      const happened = drawn.toSorted((a, b) => a.at - b.at);
      const history = happened.map(({ name, at }, n) => kept(name, at, n));
      const moments = happened.flatMap(({ at }) => [
        at,
        ...[2, 5, 9, 30].flatMap((days) => [at + days * DAY - 1, at + days * DAY]),
      ]);
      let held: Customer | undefined;
      const seen: KeptEvent[] = [];
      for (const now of [...new Set([...moments, END])].sort((a, b) => a - b)) {
        const fresh = history.filter(({ at }) => at <= now).slice(seen.length);
        held = advance({ id: 'mei', held, events: fresh, history: seen, until: now, asOf: 0, rules: rules() }).customer;
        seen.push(...fresh);
        const rated = happened.some(({ name, at }) => name === 'rating' && at > now - 30 * DAY && at <= now);
        const told = `${(now - START) / DAY} d of ${happened.map(({ name, at }) => `${name} ${(at - START) / DAY}`).join(', ')}`;
        expect(Object.keys(held.state.tags).sort(), told).toEqual(
          slowlyFollowing(rated ? ['complained'] : [], slow, happened, now),
        );
      }
      const once = fold(history, END, rules());
      expect(held && { ...held.state, ranTo: 0 }).toEqual({ ...once, ranTo: 0 });
    }),
    { numRuns: RUNS },
  );
});
