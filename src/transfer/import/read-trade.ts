import type { Fault } from '../clean/fault.ts';
import type { TableKind } from '../columns/map-columns.ts';
import { fitsCurrency } from './read-order-cell.ts';
import type { Draft } from './reading.ts';
import type { OrderStatement, Statement } from './statement.ts';
import { isNobody } from './who-is-meant.ts';

const NOBODY: Fault = {
  kind: 'nobody',
  heading: null,
  message: 'Say who it is: a name, a customer number, a mobile phone or an e-mail address.',
};

const NOBODY_PAID: Fault = {
  kind: 'nobody',
  heading: null,
  message: 'Say whose payment it is: an order number, a customer number, a name, a mobile phone or an e-mail address.',
};

const ODD_CENTS: Fault = {
  kind: 'amount',
  heading: null,
  message: 'Write an amount with no more decimals than its currency has.',
};

const LACKING = {
  order: 'An order needs an order number.',
  amount: 'An order needs an amount.',
  at: 'An order needs a date.',
};

const LACKING_PAYMENT = { amount: 'A payment needs an amount.', at: 'A payment needs a date.' };

const orderFaults = (order: Partial<OrderStatement>): Fault[] => {
  const lacking = (['order', 'amount', 'at'] as const).filter((part) => order[part] === undefined);
  return lacking.map((part) => ({ kind: 'order_incomplete', heading: null, message: LACKING[part] }));
};

const paymentFaults = (order: Partial<OrderStatement>): Fault[] =>
  (['amount', 'at'] as const).flatMap((part): Fault[] =>
    order[part] === undefined ? [{ kind: 'payment_incomplete', heading: null, message: LACKING_PAYMENT[part] }] : [],
  );

const completed = (order: Partial<OrderStatement>, home: string): OrderStatement => ({
  ...{ order: order.order ?? '', at: order.at ?? 0, amount: order.amount ?? 0, currency: order.currency ?? home },
  ...{ product: order.product ?? null, model: order.model ?? null },
});

/** What a row tells of money, by what the table is of. `home`: the currency of amounts that name none. */
export const tradeOf = (kind: TableKind, { order }: Draft, home: string): Pick<Statement, 'order' | 'payment'> => {
  if (kind === 'orders') return { order: completed(order, home), payment: null };
  if (kind !== 'payments') return { order: null, payment: null };
  return { order: null, payment: { ...completed(order, home), number: order.payment ?? null, order: order.order ?? null } };
};

/** What a row lacks whose cells can all be read: somebody, an amount, a date. A payment may leave it to its order whose it is. */
export const missing = (kind: TableKind, draft: Draft, home: string): Fault[] => {
  const { who, order } = draft;
  if (isNobody(who) && !(kind === 'payments' && order.order !== undefined)) return [kind === 'payments' ? NOBODY_PAID : NOBODY];
  if (kind !== 'orders' && kind !== 'payments') return [];
  const faults = kind === 'orders' ? orderFaults(order) : paymentFaults(order);
  return fitsCurrency(completed(order, home)) ? faults : [...faults, ODD_CENTS];
};
