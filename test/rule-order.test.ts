import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerState } from '../src/domain/customer.ts';
import { asItCame } from '../src/fold/effective.ts';
import { emptyState } from '../src/fold/empty-state.ts';
import { fold, runDue, step } from '../src/fold/fold.ts';
import type { RulesInForce } from '../src/rules/in-force.ts';
import type { Rule } from '../src/rules/rule.ts';
import { createRuleSet } from '../src/rules/rule-set.ts';
import { anyHistory } from './support/any-history.ts';
import { anyRules } from './support/any-rules.ts';
import { shippedInForce } from './support/in-force.ts';
import { DAY, START } from './support/lines.ts';
import { retell } from './support/retell.ts';

const inForce = await shippedInForce();
const shipped = inForce.rules();
const histories = anyHistory(inForce.matcher());
const RUNS = Number(process.env['RUNS'] ?? 200);
const END = START + 120 * DAY;

const withRules = (rules: readonly Rule[], perCustomer = 100): RulesInForce => ({
  ...shipped,
  caps: { ...shipped.caps, perCustomer },
  set: createRuleSet(rules),
});

const shuffled = (rules: readonly Rule[]) => fc.shuffledSubarray([...rules], { minLength: rules.length });

/** Tasks stand in the order in which they were made; those of one moment in the order of their ids. */
const canonical = (state: CustomerState) => ({
  ...state,
  tasks: state.tasks.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
});

/** Whoever asks more rules looks at more moments; nothing may come of it. */
const withoutDue = (state: CustomerState) => ({ ...canonical(state), dueAt: null, ranTo: 0 });

describe('rules', () => {
  it('give the same state in any order of their files: those that ship', () => {
    fc.assert(
      fc.property(histories, shuffled(shipped.set.all), (events, rules) => {
        expect(canonical(fold(events, END, withRules(rules))), retell(events)).toEqual(canonical(fold(events, END, shipped)));
      }),
      { numRuns: RUNS },
    );
  });

  it('give the same state in any order: whatever people write, also where a customer has no room for all of it', () => {
    const both = anyRules(inForce.tree()).chain((rules) => fc.tuple(fc.constant(rules), shuffled(rules)));
    fc.assert(
      fc.property(histories, both, fc.constantFrom(2, 4, 100), (events, [rules, other], most) => {
        const first = canonical(fold(events, END, withRules(rules, most)));
        expect(canonical(fold(events, END, withRules(other, most))), retell(events)).toEqual(first);
      }),
      { numRuns: RUNS },
    );
  });

  it('give the same state whether only those are asked that an event can affect, or all of them every time', () => {
    const { all, states } = shipped.set;
    const askingAll: RulesInForce = { ...shipped, set: { ...shipped.set, reading: () => states, timed: () => states } };
    expect(all.length).toBeGreaterThan(states.length);
    fc.assert(
      fc.property(histories, (events) => {
        expect(withoutDue(fold(events, END, shipped)), retell(events)).toEqual(withoutDue(fold(events, END, askingAll)));
      }),
      { numRuns: RUNS },
    );
  });

  it('give the same state whether only those are asked that an event can affect, or all of them: whatever people write', () => {
    fc.assert(
      fc.property(histories, anyRules(inForce.tree()), (events, own) => {
        const rules = withRules(own);
        const { states } = rules.set;
        const askingAll: RulesInForce = { ...rules, set: { ...rules.set, reading: () => states, timed: () => states } };
        expect(withoutDue(fold(events, END, rules)), retell(events)).toEqual(withoutDue(fold(events, END, askingAll)));
      }),
      { numRuns: RUNS },
    );
  });

  it('give the same state whether or not those that cannot hold are left out', () => {
    fc.assert(
      fc.property(histories, anyRules(inForce.tree()), (events, rules) => {
        const needless = rules.map((rule): Rule => ({ ...rule, condition: { ...rule.condition, needs: null } }));
        const found = withoutDue(fold(events, END, withRules(rules)));
        expect(found, retell(events)).toEqual(withoutDue(fold(events, END, withRules(needless))));
      }),
      { numRuns: RUNS },
    );
  });

  it('act at most once for one event', () => {
    fc.assert(
      fc.property(histories, anyRules(inForce.tree()), (events, own) => {
        const rules = withRules([...shipped.set.all, ...own]);
        const acting = new Set(rules.set.all.filter(({ kind }) => kind === 'event').map(({ id }) => id));
        const state = emptyState();
        for (const event of events.toSorted((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1))) {
          const { own: changes } = step(state, asItCame(event), rules);
          const acts = changes.filter(({ cause }) => cause.kind === 'rule' && acting.has(cause.id));
          const told = acts.map(({ cause, tag, action }) => `${cause.id} ${action} ${tag}`);
          expect(new Set(told).size, told.join(', ')).toBe(told.length);
        }
        runDue(state, END, rules, []);
        expect(new Set(state.tasks.map(({ id }) => id)).size).toBe(state.tasks.length);
      }),
      { numRuns: RUNS },
    );
  });
});
