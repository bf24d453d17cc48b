import type { CustomerState } from '../domain/customer.ts';
import { waitingQuotes } from '../domain/stale-quotes.ts';
import { AHEAD, forgetClosed, STATE, stateTaskId, type Task } from '../domain/task.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { RulesInForce } from './in-force.ts';
import type { StateRule, TaskPlan } from './rule.ts';

interface Reason {
  about: string;
  owner: string | null;
}

/** Whose task it is: `owner` is the customer's own; whatever else stands there is a person or a team. */
const ownerOf = (state: CustomerState, { to }: TaskPlan, own: string | null): string | null =>
  to === 'owner' ? (own ?? state.owner?.id ?? null) : to;

/** What the rule asks a task for now: each thing once, named by when it began. */
const reasons = (state: CustomerState, rule: StateRule, at: Instant, rules: RulesInForce): Reason[] => {
  if (!rule.task?.perQuote) return [{ about: STATE, owner: null }];
  const stale = (since: Instant) =>
    rule.condition.holds({ state: onlyWaiting(state, since), carried: state.tags, at, event: null, rules });
  return waitingQuotes(state, rules.tree)
    .filter(({ since }) => stale(since))
    .map(({ quote, since }) => ({ about: `${quote?.id ?? 'stage'}@${since}`, owner: quote?.owner ?? null }));
};

/** The customer as if only what waits since then did. */
const onlyWaiting = (state: CustomerState, since: Instant): CustomerState =>
  state.quotes.length === 0 ? state : { ...state, quotes: state.quotes.filter((quote) => quote.at === since) };

/** The reason for a task is gone. One that somebody has done may be asked for anew when the reason comes back. */
const endReason = (task: Task, perQuote: boolean, at: Instant): void => {
  if (task.state === 'open') Object.assign(task, { state: 'resolved', closedAt: at });
  else if (task.state === 'done' && !perQuote && task.about !== AHEAD) task.about = null;
};

/** A task that somebody did so long before the rule asks for it is the same occasion, ms. */
const SAME_OCCASION = 30 * DAY;

/** Whether the task was done when the rule, which was another then, asked for it earlier. */
const doneAhead = (state: CustomerState, mine: (task: Task) => boolean, at: Instant): boolean => {
  const done = state.tasks.find((task) => mine(task) && task.about === AHEAD && (task.closedAt ?? 0) > at - SAME_OCCASION);
  if (done) done.about = STATE;
  return done !== undefined;
};

/** Opens the tasks of a rule while its condition holds, one a reason, and closes those whose reason is gone. Changes `state`. */
export const keepTasks = (state: CustomerState, rule: StateRule, holds: boolean, at: Instant, rules: RulesInForce): void => {
  const plan = rule.task;
  if (!plan) return;
  const wanted = new Map((holds ? reasons(state, rule, at, rules) : []).map((reason) => [reason.about, reason]));
  const mine = (task: Task) => task.by.kind === 'rule' && task.by.id === rule.id;
  for (const task of state.tasks.filter((one) => mine(one) && !wanted.has(one.about ?? ''))) endReason(task, plan.perQuote, at);
  for (const { about, owner } of wanted.values()) {
    const known = state.tasks.some((task) => mine(task) && task.about === about && (plan.perQuote || task.state !== 'resolved'));
    if (known || (!plan.perQuote && doneAhead(state, mine, at))) continue;
    const id = plan.perQuote ? `${rule.id}-${about}` : stateTaskId(rule.id, at);
    // Gone and back within one moment: it is still the same.
    const again = state.tasks.find((task) => task.id === id);
    if (again) {
      Object.assign(again, { state: 'open', closedAt: null });
      continue;
    }
    state.tasks.push({
      ...{ id, title: plan.title, owner: ownerOf(state, plan, owner) },
      ...{ due: at + plan.due * DAY, snoozedUntil: null, state: 'open', createdAt: at, closedAt: null },
      ...{ by: { kind: 'rule', id: rule.id }, about },
    });
  }
  state.tasks = forgetClosed(state.tasks);
};
