// Several tags of one exclusive group, all wished at once: the newest wins, and those that it keeps away come back when it ends
// (semantics 8).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer } from '../src/domain/customer.ts';
import type { KeptEvent } from '../src/domain/event.ts';
import { advance } from '../src/fold/advance.ts';
import { fold } from '../src/fold/fold.ts';
import { createInForce, type InForce } from '../src/in-force.ts';
import { parseRules } from '../src/rules/parse-rules.ts';
import type { Rule } from '../src/rules/rule.ts';
import { shippedInForce } from './support/in-force.ts';
import { createLife } from './support/life.ts';
import { DAY, START } from './support/lines.ts';
import { type SlowRule, slowlyInGroup } from './support/slow-group.ts';

const shipped = await shippedInForce();
const TAGS = ['intent_high', 'intent_medium', 'intent_low'];
const RUNS = Number(process.env['RUNS'] ?? 120);
/** How long 意向:低 lasts where an event gives it. */
const LOW_DAYS = 7;

/** The library in which 意向:低 has a time to live, and these rules alone. */
const inForceOf = (rules: readonly Rule[]): InForce => {
  const library = shipped.library();
  const nodes = library.nodes.map((node) => (node.id === 'intent_low' ? { ...node, ttlDays: LOW_DAYS } : node));
  return createInForce({ library: { ...library, nodes }, topics: [], config: shipped.config(), rules: [...rules] });
};

const read = (forms: readonly object[]): Rule[] =>
  parseRules({ file: 'own.yaml', text: JSON.stringify(forms), tree: shipped.tree() }).map((one) => {
    if ('message' in one) throw new Error(`${one.field}: ${one.message}`);
    return one;
  });

const BAD_RATING = { id: 'rated', on: 'rating', do: [{ add: '意向:低' }] };
const REFERS = { id: 'refers', while: { happened: { event: 'referral', days: 60, at_least: 1 } }, tag: '意向:中' };
const VISITS = { id: 'visits', while: { happened: { event: 'visit', days: 10, at_least: 1 } }, tag: '意向:高' };

const lifeWith = (...forms: object[]) => {
  const mei = createLife(inForceOf(read(forms)));
  return { ...mei, intent: (after: number) => TAGS.filter((tag) => mei.at(after).tags[tag]) };
};

describe('a tag that another one keeps away', () => {
  it('comes at the moment at which the time of the other one is over, although nothing happens then', () => {
    const mei = lifeWith(BAD_RATING, REFERS);
    mei.happens('referral', {});
    expect(mei.intent(DAY)).toEqual(['intent_medium']);
    mei.happens('rating', { score: 1 }, DAY);
    expect(mei.intent(DAY)).toEqual(['intent_low']);
    expect(mei.intent(8 * DAY - 1)).toEqual(['intent_low']);
    expect(mei.intent(8 * DAY)).toEqual(['intent_medium']);
    expect(mei.at(9 * DAY).tags['intent_medium']).toMatchObject({
      since: START + 8 * DAY,
      causes: [{ kind: 'rule', id: 'refers' }],
    });
    expect(mei.intent(60 * DAY)).toEqual([]);
  });

  it('comes when the condition of the other one ends, but not when its own has ended meanwhile', () => {
    const mei = lifeWith(REFERS, VISITS);
    mei.happens('referral', {});
    mei.happens('visit', {}, DAY);
    expect(mei.intent(DAY)).toEqual(['intent_high']);
    expect(mei.intent(11 * DAY)).toEqual(['intent_medium']);
    mei.happens('visit', {}, 55 * DAY);
    expect([55, 60, 64].map((day) => mei.intent(day * DAY))).toEqual([['intent_high'], ['intent_high'], ['intent_high']]);
    expect(mei.intent(65 * DAY)).toEqual([]);
  });

  it('does not drive out the newer one because its own facts come again', () => {
    const mei = lifeWith(REFERS, VISITS);
    mei.happens('referral', {});
    mei.happens('visit', {}, DAY);
    mei.happens('referral', {}, 2 * DAY);
    expect(mei.intent(2 * DAY)).toEqual(['intent_high']);
    expect(mei.intent(11 * DAY)).toEqual(['intent_medium']);
  });

  it('comes when a person takes the other one off, or undoes it; what a person turned down does not', () => {
    const mei = lifeWith(REFERS);
    mei.happens('referral', {});
    const set = mei.changes({ add: ['intent_high'] }, DAY);
    expect(mei.intent(DAY)).toEqual(['intent_high']);
    mei.changes({ remove: ['intent_high'] }, 2 * DAY);
    expect(mei.intent(2 * DAY)).toEqual(['intent_medium']);
    mei.changes({ undo: set }, 3 * DAY);
    mei.changes({ remove: ['intent_medium'] }, 4 * DAY);
    mei.changes({ add: ['intent_high'] }, 5 * DAY);
    mei.changes({ remove: ['intent_high'] }, 6 * DAY);
    expect(mei.intent(6 * DAY)).toEqual([]);
  });

  it('comes when there is room again', () => {
    const inForce = inForceOf(read([REFERS]));
    const mei = createLife({
      ...inForce,
      rules: () => ({ ...inForce.rules(), caps: { ...inForce.rules().caps, perCustomer: 1 } }),
    });
    mei.changes({ add: ['website'] });
    mei.happens('referral', {}, DAY);
    expect(mei.carries(DAY)).toEqual(['website']);
    mei.changes({ remove: ['website'] }, 2 * DAY);
    expect(mei.carries(2 * DAY)).toEqual(['intent_medium']);
  });
});

const EVENTS = ['visit', 'form', 'referral'];
const rule = fc.record({
  tag: fc.constantFrom(...TAGS),
  event: fc.constantFrom(...EVENTS),
  days: fc.constantFrom(3, 5, 8, 20),
  least: fc.constantFrom(1, 1, 2),
  negated: fc.boolean(),
});
const events = fc.array(
  fc.record({
    name: fc.constantFrom(...EVENTS, 'rating', 'rating'),
    at: fc.oneof(
      fc.integer({ min: 0, max: 30 * 24 }).map((hours) => START + (hours * DAY) / 24),
      fc.integer({ min: 0, max: 12 }).map((days) => START + days * DAY),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

const kept = (name: string, at: number, n: number): KeptEvent => ({
  ...{ _id: `k${String(n).padStart(3, '0')}`, state: 'done', keptAt: 0, at, channel: 'wecom', account: '', conversation: '' },
  ...{ message: `m${n}`, identity: 'wecom//mei', name: null, joinKey: null, from: 'system', agent: null },
  body: { kind: 'fact', name, data: {} },
});

const formOf = ({ id, tag, event, days, least, negated }: SlowRule) => {
  const happened = { happened: { event, days, at_least: least } };
  return { id, while: negated ? { not: happened } : happened, tag };
};

it('is what the meanings say at every moment: folded at once, lived through, and looked at again and again', {
  timeout: 60_000,
}, () => {
  const END = START + 60 * DAY;
  const importance = (tag: string) => shipped.tree().node(tag)?.importance ?? 0;
  fc.assert(
    fc.property(events, fc.array(rule, { minLength: 2, maxLength: 5 }), (drawn, made) => {
      const rules = made.map((one, n): SlowRule => ({ id: `r${n}`, ...one }));
      const { rules: inForce } = inForceOf(read([BAD_RATING, ...rules.map(formOf)]));
      const happened = drawn.toSorted((a, b) => a.at - b.at);
      const history = happened.map(({ name, at }, n) => kept(name, at, n));
      const edges = [3, 5, 7, 8, 20].flatMap((days) => [0, 1].map((ms) => days * DAY - ms));
      const moments = happened.flatMap(({ at }) => [at, ...edges.map((edge) => at + edge)]);
      let held: Customer | undefined;
      const seen: KeptEvent[] = [];
      for (const now of [...new Set([...moments, END])].sort((a, b) => a - b)) {
        const fresh = history.filter(({ at }) => at <= now).slice(seen.length);
        held = advance({ id: 'mei', held, events: fresh, history: seen, until: now, asOf: 0, rules: inForce() }).customer;
        seen.push(...fresh);
        const told = `${(now - START) / 3_600_000} h of ${happened.map(({ name, at }) => `${name} ${(at - START) / 3_600_000}`).join(', ')}`;
        const slow = slowlyInGroup(
          happened.slice(0, seen.length),
          rules,
          { event: 'rating', tag: 'intent_low', days: LOW_DAYS },
          importance,
          now,
        );
        expect(
          TAGS.filter((tag) => held?.state.tags[tag]),
          told,
        ).toEqual(slow === null ? [] : [slow]);
      }
      const { ranTo: _, ...lived } = held?.state ?? fold([], END, inForce());
      const { ranTo: __, ...folded } = fold(history, END, inForce());
      expect(lived).toEqual(folded);
    }),
    { numRuns: RUNS },
  );
});
