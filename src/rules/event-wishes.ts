import type { CustomerState } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { RulesInForce } from './in-force.ts';
import type { Action, EventRule } from './rule.ts';
import type { Wish } from './wish.ts';

/** Facts that are an order, or money for one: a move by them rests on it. A quote may name an order too, and stands by itself. */
const OF_ORDERS = new Set(['order', 'payment']);

const orderOf = ({ body }: KeptEvent): string | null => {
  const order = body.kind === 'fact' && OF_ORDERS.has(body.name) ? body.data['order'] : undefined;
  return typeof order === 'string' || typeof order === 'number' ? String(order) : null;
};

const causeOf = ({ id, version }: EventRule, event: KeptEvent, at: Instant, until: Instant | undefined) => ({
  ...{ kind: 'rule' as const, id, version, since: at, confidence: 1, evidence: [{ event: event._id, at }], count: 1 },
  ...(until === undefined ? {} : { until }),
});

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

const wishOf = (rule: EventRule, action: Action, event: KeptEvent, at: Instant, rules: RulesInForce): Wish[] => {
  if (action.do === 'remove')
    return [{ want: 'end', tag: action.tag, cause: { kind: 'rule', id: rule.id, version: rule.version }, reason: 'removed' }];
  if (action.do === 'stage')
    return [
      {
        want: 'apply',
        tag: action.to,
        cause: causeOf(rule, event, at, undefined),
        move: { back: action.back, order: orderOf(event) },
      },
    ];
  if (action.do !== 'add') return [];
  const ttl = rules.tree.node(action.tag)?.ttlDays;
  return [{ want: 'apply', tag: action.tag, cause: causeOf(rule, event, at, ttl === undefined ? undefined : at + ttl * DAY) }];
};

/**
 * What rules about single events wish of this one. They see the tags that the customer carried before it: `state` must not have been
 * settled for it yet. Makes their tasks.
 */
export const eventWishes = (
  state: CustomerState,
  among: readonly EventRule[],
  event: KeptEvent,
  at: Instant,
  rules: RulesInForce,
): Wish[] => {
  const wishes: Wish[] = [];
  const view = { state, at, event, rules };
  for (const rule of among) {
    if (!rule.condition.holds(view)) continue;
    for (const action of rule.actions) {
      if (action.do === 'task') addTask(state, rule, action, event, at);
      wishes.push(...wishOf(rule, action, event, at, rules));
    }
  }
  return wishes;
};
