import type { Cause } from '../domain/cause.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { Instant } from '../domain/time.ts';
import type { RulesInForce } from './in-force.ts';
import { stateRules } from './index.ts';
import type { Said } from './said.ts';
import type { StateRule } from './state-rule.ts';
import { topicWishes } from './topic-wishes.ts';
import type { Wish } from './wish.ts';

const heldBy = (state: CustomerState, rule: StateRule): boolean =>
  state.tags[rule.tag]?.causes.some((cause) => cause.kind === 'rule' && cause.id === rule.id) ?? false;

const byRule = (rule: StateRule, at: Instant): Cause => ({
  kind: 'rule',
  id: rule.id,
  version: rule.version,
  since: at,
  confidence: 1,
  evidence: [],
  count: 0,
});

const stateWish = (state: CustomerState, rule: StateRule, at: Instant, rules: RulesInForce): Wish | undefined => {
  const holds = rule.holds(state, at, rules);
  // The episode that a person turned down is over once the condition has been false (semantics 10).
  if (!holds && state.rejected[rule.tag]?.episode) delete state.rejected[rule.tag];
  if (holds === heldBy(state, rule)) return undefined;
  const cause = byRule(rule, at);
  return holds ? { want: 'apply', tag: rule.tag, cause } : { want: 'end', tag: rule.tag, cause, reason: 'ended' };
};

/** What the rules wish at one moment: after a customer's words, or with none (`said` null: a fact, a due moment). */
export const decide = (state: CustomerState, at: Instant, said: Said | null, rules: RulesInForce): Wish[] => {
  const wishes = said ? topicWishes(state, said, rules) : [];
  for (const rule of stateRules) {
    const wish = stateWish(state, rule, at, rules);
    if (wish) wishes.push(wish);
  }
  return wishes;
};
