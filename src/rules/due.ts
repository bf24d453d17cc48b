import type { CustomerState } from '../domain/customer.ts';
import { factsTurnAt } from '../domain/facts.ts';
import { remindersOf } from '../domain/task.ts';
import type { Instant } from '../domain/time.ts';
import type { RulesInForce } from './in-force.ts';

/**
 * The next moment at which time alone can change a customer's tags, tasks or facts, or null. Always later than the last moment that was
 * looked at, so that a due moment is never run twice.
 */
export const nextDue = (state: CustomerState, rules: RulesInForce): Instant | null => {
  const seen = Math.max(state.at, state.ranTo);
  let next: Instant | null = null;
  const consider = (moment: Instant | null | undefined) => {
    if (moment !== null && moment !== undefined && moment > seen && (next === null || moment < next)) next = moment;
  };
  for (const tagging of Object.values(state.tags)) for (const cause of tagging.causes) consider(cause.until);
  for (const causes of Object.values(state.suggested)) for (const cause of causes) consider(cause.until);
  for (const task of state.tasks) for (const moment of remindersOf(task)) consider(moment);
  // The facts that are stored for queries must not outlive their windows, whatever rules there are.
  consider(factsTurnAt(state, seen));
  const view = { state, carried: state.tags, at: seen, event: null, rules };
  for (const rule of rules.set.timed(state)) consider(rule.condition.turnsAt(view));
  return next;
};
