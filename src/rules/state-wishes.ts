import type { Cause } from '../domain/cause.ts';
import type { CustomerState } from '../domain/customer.ts';
import { heldBackSince, letGo } from '../domain/held-back.ts';
import type { Instant } from '../domain/time.ts';
import { asked, groundFor, heldBy } from './ground.ts';
import type { RulesInForce } from './in-force.ts';
import type { StateRule } from './rule.ts';
import { keepTasks } from './rule-tasks.ts';
import type { Wish } from './wish.ts';

const byRule = ({ id, version }: StateRule, at: Instant): Cause => ({
  ...{ kind: 'rule', id, version, since: at, confidence: 1, evidence: [], count: 0 },
});

const holdsNow = (state: CustomerState, rule: StateRule, at: Instant, rules: RulesInForce): boolean =>
  rule.condition.holds({ state, carried: groundFor(state, rule, at, rules), at, event: null, rules });

const othersHold = (state: CustomerState, { id, tag }: StateRule, at: Instant, rules: RulesInForce): boolean =>
  rules.set.states.some((other) => other.tag === tag && other.id !== id && holdsNow(state, other, at, rules));

const stateWish = (state: CustomerState, rule: StateRule, at: Instant, rules: RulesInForce): Wish[] => {
  const holds = holdsNow(state, rule, at, rules);
  // The episode that a person turned down is over once the condition has been false (semantics 10), that of each rule for the tag.
  if (!holds && state.rejected[rule.tag]?.episode && !othersHold(state, rule, at, rules)) delete state.rejected[rule.tag];
  if (rule.task) keepTasks(state, rule, holds && !state.rejected[rule.tag]?.episode, at, rules);
  const has = heldBy(state, rule);
  const cause = byRule(rule, at);
  if (holds && !has) {
    const since = heldBackSince(state, rule.tag, rule.id);
    return [{ want: 'apply', tag: rule.tag, cause, lasting: { since: since ?? at, heldBack: since !== undefined } }];
  }
  if (!holds) letGo(state, rule.tag, rule.id);
  return has && !holds ? [{ want: 'end', tag: rule.tag, cause, reason: 'ended' }] : [];
};

/** What rules over a customer's state wish at one moment: each tag is carried exactly while its condition holds. Keeps their tasks. */
export const stateWishes = (state: CustomerState, among: readonly StateRule[], at: Instant, rules: RulesInForce): Wish[] =>
  among.flatMap((rule) => asked(state, rule, rules).flatMap((one) => stateWish(state, one, at, rules)));
