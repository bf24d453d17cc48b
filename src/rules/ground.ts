import type { Cause } from '../domain/cause.ts';
import type { CustomerState } from '../domain/customer.ts';
import { byState } from '../domain/held-back.ts';
import type { Instant } from '../domain/time.ts';
import { membersOf } from './family.ts';
import type { RulesInForce } from './in-force.ts';
import type { StateRule } from './rule.ts';

/** Whether the customer carries a rule's tag because of it. */
export const heldBy = ({ tags }: CustomerState, { id, tag }: StateRule): boolean =>
  tags[tag]?.causes.some((cause) => cause.kind === 'rule' && cause.id === id) ?? false;

/** A rule as it is asked: one about each model, once for every tag that can be meant. */
export const asked = (state: CustomerState, rule: StateRule, rules: RulesInForce): StateRule[] => {
  const { each, condition } = rule;
  if (each === undefined) return [rule];
  return membersOf(state, rules).map((member) => ({
    ...rule,
    tag: member,
    condition: { ...condition, holds: (view) => condition.holds({ ...view, member }) },
  }));
};

/** The tags that have another cause than rules of this circle. */
const fromOutside = ({ tags }: CustomerState, circle: readonly StateRule[]): CustomerState['tags'] => {
  const ids = new Set(circle.map(({ id }) => id));
  const outside = (cause: Cause) => !(byState(cause) && ids.has(cause.id));
  return Object.fromEntries(Object.entries(tags).filter(([, { causes }]) => causes.some(outside)));
};

/**
 * The carried tags as a rule may count on them. Where rules read one another's tags in a circle, those of the circle count only as far as
 * something outside of it leads to them, step by step: A because of B and B because of A is no reason for either.
 */
export const groundFor = (state: CustomerState, rule: StateRule, at: Instant, rules: RulesInForce): CustomerState['tags'] => {
  const circle = rules.set.circle(rule);
  if (circle.length === 0) return state.tags;
  const carried = fromOutside(state, circle);
  const inDoubt = circle.flatMap((one) => asked(state, one, rules)).filter((one) => heldBy(state, one));
  for (let grown = true; grown; ) {
    const found = inDoubt.find(
      ({ tag, condition }) => !carried[tag] && condition.holds({ state, carried, at, event: null, rules }),
    );
    const tagging = found && state.tags[found.tag];
    grown = tagging !== undefined;
    if (found && tagging) carried[found.tag] = tagging;
  }
  return carried;
};
