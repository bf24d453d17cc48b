import type { CustomerState } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { Move } from '../domain/path.ts';
import { counts } from '../domain/spend.ts';
import type { Instant } from '../domain/time.ts';
import type { Order } from '../domain/trade.ts';
import type { Condition, View } from './condition.ts';
import type { RulesInForce } from './in-force.ts';

/** What conditions read of orders, and what is taken back with them. */
const OF_ORDERS = new Set(['orders', 'spend', 'purchases']);
/** Facts that are an order, or money for one: a move by them rests on it. A quote may name an order too, and stands by itself. */
const ORDERING = new Set(['order', 'payment']);
/** Facts that may take an order back: a correction or a last instalment too may leave it refunded in full. */
const TAKING_BACK = new Set([...ORDERING, 'refund', 'order_cancelled']);

const orderIn = ({ body }: KeptEvent, among: ReadonlySet<string>): string | null => {
  const order = body.kind === 'fact' && among.has(body.name) ? body.data['order'] : undefined;
  return (typeof order === 'string' && order !== '') || typeof order === 'number' ? String(order) : null;
};

/** The order that an event is about, if a move by it rests on that. */
export const orderOf = (event: KeptEvent): string | null => orderIn(event, ORDERING);

export const isOnOrders = ({ reads }: Condition): boolean => reads.some((read) => OF_ORDERS.has(read));

/** Whether an order counts, so that what rests on it stands. */
export const isStanding = (state: CustomerState, order: string): boolean =>
  state.orders.some((one) => one.id === order && counts(one));

/** Whether an event may be the one by which an order no longer counts. */
export const takesBack = (state: CustomerState, event: KeptEvent): boolean => {
  const order = orderIn(event, TAKING_BACK);
  return order !== null && !isStanding(state, order);
};

/** As it was known at a moment. */
const orderAt = (order: Order, moment: Instant): Order => ({
  ...order,
  at: order.at !== null && order.at <= moment ? order.at : null,
  payments: order.payments.filter(({ at }) => at <= moment),
  refunds: order.refunds.filter(({ at }) => at <= moment),
  cancelled: false,
});

/** A customer's trade as it was at a moment, as though what was taken back since had never been. */
const stateAt = (state: CustomerState, moment: Instant): CustomerState => ({
  ...state,
  orders: state.orders.filter(counts).map((order) => orderAt(order, moment)),
  payments: state.payments.filter(({ at }) => at <= moment),
});

/** What a condition says of orders; null where that is not for orders alone to say. */
const ofOrders = (condition: Condition, view: View): boolean | null => {
  const { made, reads } = condition;
  if (!made) return reads.every((read) => OF_ORDERS.has(read)) ? condition.holds(view) : null;
  const answers = made.of.map((one) => ofOrders(one, view));
  if (made.by === 'not') return answers[0] === null ? null : !answers[0];
  const decides = made.by === 'any';
  if (answers.includes(decides)) return decides;
  return answers.includes(null) ? null : !decides;
};

/** Whether a move still stands: its order counts, and its rule's condition, as far as it is about orders, held then without those taken back. */
export const stillStands = (state: CustomerState, { order, onOrders, cause }: Move, rules: RulesInForce): boolean => {
  if (order !== null && !isStanding(state, order)) return false;
  const rule = onOrders ? rules.set.byId(cause.id) : undefined;
  if (!rule) return true;
  const at = cause.since;
  return ofOrders(rule.condition, { state: stateAt(state, at), carried: state.tags, at, event: null, rules }) !== false;
};
