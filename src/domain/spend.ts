import type { CustomerState } from './customer.ts';
import type { Minor } from './money.ts';
import { DAY, type Instant } from './time.ts';
import type { Order, Paid } from './trade.ts';

/** A year of spending, in days (semantics 5). */
export const SPEND_DAYS = 365;

const sum = (items: readonly Paid[]): Minor => items.reduce((total, { amount }) => total + (amount ?? 0), 0);

/** What was paid or owed, with refunds taken from the newest payment that they can be of. */
const lessRefunds = (paid: readonly Paid[], refunds: readonly Paid[]): Paid[] => {
  const left = paid.map((one) => ({ ...one, amount: one.amount ?? 0 }));
  for (const refund of refunds) {
    let open = refund.amount ?? 0;
    for (const one of left.toReversed()) {
      if (one.at > refund.at) continue;
      const taken = Math.min(one.amount, open);
      one.amount -= taken;
      open -= taken;
    }
  }
  return left;
};

/** What an order asks for by itself, as though it had been paid when it was made. */
const owed = ({ at, amount, given, currency }: Order): Paid => ({ at: at ?? 0, amount, given, currency: currency ?? '' });

/** An order counts once: its payments at their dates if there are any, else its amount; a cancelled unpaid one is nothing. */
const itemsOf = (order: Order): Paid[] => {
  const { at, payments, refunds, cancelled } = order;
  if (payments.length > 0) return lessRefunds(payments, refunds);
  return cancelled || at === null ? [] : lessRefunds([owed(order)], refunds);
};

/** Everything that counts as spent, in no order: of each order, and payments without one. */
export const spendItems = ({ orders, payments }: Pick<CustomerState, 'orders' | 'payments'>): Paid[] => [
  ...orders.flatMap(itemsOf),
  ...payments,
];

/** What was spent in the `days` up to `at`: an item exactly that old is out. */
export const spentWithin = (state: Pick<CustomerState, 'orders' | 'payments'>, at: Instant, days = SPEND_DAYS): Minor =>
  sum(spendItems(state).filter((item) => item.at > at - days * DAY && item.at <= at));

export const spentEver = (state: Pick<CustomerState, 'orders' | 'payments'>): Minor => sum(spendItems(state));

const oneCurrency = ([first, ...others]: readonly Paid[]): boolean =>
  others.every(({ currency }) => currency === first?.currency);

/** In ten-thousandths of their own currency, which has no smaller part. */
const sumGiven = (items: readonly Paid[]): number => items.reduce((total, { given }) => total + Math.round(given * 1e4), 0);

const refundedInFull = (order: Order): boolean => {
  if (order.refunds.length === 0) return false;
  const whole = order.payments.length > 0 ? order.payments : [owed(order)];
  const total = oneCurrency([...whole, ...order.refunds]) ? sumGiven : sum;
  return total(whole) > 0 && total(order.refunds) >= total(whole);
};

/** Whether an order counts as one: not when it was cancelled unpaid or refunded in full (semantics 5). */
export const counts = (order: Order): boolean =>
  !(order.cancelled && order.payments.length === 0) && !refundedInFull(order) && (order.at !== null || order.payments.length > 0);

/** When an order was made: its own time, else that of its first payment. */
export const madeAt = ({ at, payments }: Order): Instant => at ?? payments[0]?.at ?? 0;

/** The distinct orders that count, as times, in no order. */
export const orderTimes = ({ orders }: Pick<CustomerState, 'orders'>): Instant[] => orders.filter(counts).map(madeAt);

/** How many orders that count were made in the `days` up to `at`, one exactly that old not among them; without days: ever. */
export const ordersWithin = ({ orders }: Pick<CustomerState, 'orders'>, at: Instant, days: number | undefined): number => {
  const from = days === undefined ? Number.NEGATIVE_INFINITY : at - days * DAY;
  let count = 0;
  for (const order of orders) {
    const made = madeAt(order);
    if (made > from && made <= at && counts(order)) count += 1;
  }
  return count;
};
