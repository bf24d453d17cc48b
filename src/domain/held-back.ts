// A rule over a customer's state whose condition holds has its tag, but where another of the same exclusive group has won, or where
// there is no room. It is then held back, and comes when nothing stands in its way any more (semantics 8).
import type { Cause, Tagging } from './cause.ts';
import type { CustomerState } from './customer.ts';
import type { Instant } from './time.ts';

/** Whether a rule holds a tag over the state: such a cause has no evidence, one for a single event has. */
export const byState = ({ kind, count }: Cause): boolean => kind === 'rule' && count === 0;

/** Since when the condition of a rule holds that is held back, or was at some time since; undefined for one that never was. */
export const heldBackSince = ({ heldBack }: CustomerState, tag: string, rule: string): Instant | undefined =>
  heldBack[tag]?.[rule];

/** Remembers until its condition ends that a rule holds since then: when it had its tag in between is of no account. */
export const holdBack = (state: CustomerState, tag: string, rule: string, since: Instant): void => {
  state.heldBack[tag] = { [rule]: since, ...state.heldBack[tag] };
};

/** The rules whose tag another one replaces are held back from then on. */
export const holdBackReplaced = (state: CustomerState, tag: string, { causes }: Tagging): void => {
  for (const { id, since } of causes.filter(byState)) holdBack(state, tag, id, since);
};

/** Its condition no longer holds. */
export const letGo = (state: CustomerState, tag: string, rule: string): void => {
  const held = state.heldBack[tag];
  if (held?.[rule] === undefined) return;
  const { [rule]: _, ...others } = held;
  if (Object.keys(others).length > 0) state.heldBack[tag] = others;
  else delete state.heldBack[tag];
};
