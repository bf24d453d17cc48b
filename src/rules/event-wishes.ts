import type { Cause } from '../domain/cause.ts';
import type { CustomerState } from '../domain/customer.ts';
import { cameByTime } from '../domain/due-event.ts';
import type { KeptEvent } from '../domain/event.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { membersIn } from './family.ts';
import type { RulesInForce } from './in-force.ts';
import type { Action, EventRule, Note } from './rule.ts';
import { isOnOrders, isStanding, orderOf } from './standing-orders.ts';
import type { Wish } from './wish.ts';

const evidenceOf = ({ _id }: KeptEvent, at: Instant) => (cameByTime(_id) ? [] : [{ event: _id, at }]);

const causeOf = ({ id, version }: EventRule, event: KeptEvent, at: Instant, until: Instant | undefined): Cause => {
  const cause = { kind: 'rule' as const, id, version, since: at, confidence: 1, evidence: evidenceOf(event, at), count: 1 };
  return until === undefined ? cause : { ...cause, until };
};

const addTask = (
  state: CustomerState,
  rule: EventRule,
  action: Extract<Action, { do: 'task' }>,
  event: KeptEvent,
  at: Instant,
) => {
  const id = `${rule.id}-${event.message}`;
  if (state.tasks.some((task) => task.id === id)) return;
  const { title, to, due } = action.task;
  state.tasks.push({
    ...{ id, title, owner: to === 'owner' ? (state.owner?.id ?? null) : to, due: at + due * DAY, snoozedUntil: null },
    ...{ state: 'open', createdAt: at, closedAt: null, by: { kind: 'rule', id: rule.id }, about: event._id },
  });
};

/** What an action has to say, if it says anything. */
const noteOf = (action: Action, { id, version }: EventRule, event: KeptEvent, at: Instant): Note[] => {
  const said = { rule: id, version, event: event._id, at };
  if (action.do === 'notify') return [{ ...said, told: action.note }];
  return action.do === 'webhook' ? [{ ...said, webhook: action.webhook }] : [];
};

/** The tags that an action adds. */
const tagsOf = (action: Action, { body }: KeptEvent, rules: RulesInForce): string[] => {
  if (action.do === 'add') return [action.tag];
  return action.do === 'add_members' && body.kind === 'fact' ? membersIn(action.of, body, rules) : [];
};

const wishOf = (
  state: CustomerState,
  rule: EventRule,
  action: Action,
  event: KeptEvent,
  at: Instant,
  rules: RulesInForce,
): Wish[] => {
  if (action.do === 'remove')
    return [{ want: 'end', tag: action.tag, cause: { kind: 'rule', id: rule.id, version: rule.version }, reason: 'removed' }];
  if (action.do === 'stage') {
    const move = { back: action.back, order: orderOf(event), onOrders: isOnOrders(rule.condition) };
    // An order may be taken back before it is heard of: then it moves nobody.
    if (move.order !== null && !isStanding(state, move.order)) return [];
    return [{ want: 'apply', tag: action.to, cause: causeOf(rule, event, at, undefined), move }];
  }
  return tagsOf(action, event, rules).map((tag) => {
    const ttl = rules.tree.node(tag)?.ttlDays;
    return { want: 'apply', tag, cause: causeOf(rule, event, at, ttl === undefined ? undefined : at + ttl * DAY) };
  });
};

/**
 * What rules about single events wish of this one. They see the tags that the customer carried `before` it: what the event itself set
 * does not count (semantics 14). Makes their tasks, and adds to `notes` what they have to say.
 */
export const eventWishes = (
  state: CustomerState,
  before: CustomerState['tags'],
  among: readonly EventRule[],
  event: KeptEvent,
  at: Instant,
  rules: RulesInForce,
  notes: Note[],
): Wish[] => {
  const wishes: Wish[] = [];
  const view = { state, carried: before, at, event, rules };
  for (const rule of among) {
    if (rule.since !== null && at < rule.since) continue;
    if (!rule.condition.holds(view)) continue;
    for (const action of rule.actions) {
      if (action.do === 'task') addTask(state, rule, action, event, at);
      notes.push(...noteOf(action, rule, event, at));
      wishes.push(...wishOf(state, rule, action, event, at, rules));
    }
  }
  return wishes;
};
