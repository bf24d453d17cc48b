import { namingOf } from '../domain/catalogue.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { FactBody } from '../domain/event.ts';
import { toMinor } from '../domain/money.ts';
import type { Instant } from '../domain/time.ts';
import type { Order, Paid } from '../domain/trade.ts';
import type { RulesInForce } from './in-force.ts';

type Data = FactBody['data'];
type Note = (state: CustomerState, data: Data, at: Instant, rules: RulesInForce) => readonly string[];

const text = (value: unknown): string | null =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null;

const paid = (data: Data, at: Instant, { currencies }: RulesInForce, otherwise = currencies.home): Paid => {
  const [given, currency] = [Number(data['amount']), text(data['currency']) ?? otherwise];
  return { at, amount: toMinor(given, currency, currencies), given, currency };
};

/** The order of this id; one that nobody has heard of yet is begun, since its facts may come in any order. */
const orderOf = (state: CustomerState, id: string): Order => {
  const known = state.orders.find((order) => order.id === id);
  if (known) return known;
  const fresh: Order = {
    ...{ id, at: null, amount: null, given: 0, currency: null, product: null, model: null, quote: null },
    ...{ payments: [], refunds: [], cancelled: false },
  };
  state.orders.push(fresh);
  return fresh;
};

const order: Note = (state, data, at, rules) => {
  const id = text(data['order']);
  if (id === null) return [];
  const held = orderOf(state, id);
  // The first word about an order dates it; a later one corrects what it is about.
  held.at ??= at;
  const { amount, given, currency } = paid(data, at, rules);
  Object.assign(held, { amount, given, currency });
  const { product, model } = namingOf(data);
  held.product = product ?? held.product;
  held.model = model ?? held.model;
  held.quote = text(data['quote']) ?? held.quote;
  return ['orders', 'spend', 'purchases'];
};

/** A payment that names a quote, or the order of one, settles it. */
const settleQuotes = (state: CustomerState, quote: string | null, order: string | null) => {
  const answers = order === null ? null : (state.orders.find(({ id }) => id === order)?.quote ?? null);
  for (const one of state.quotes) {
    const named = one.id === quote || one.id === answers || (order !== null && one.order === order);
    if (one.state === 'open' && named) one.state = 'paid';
  }
};

const payment: Note = (state, data, at, rules) => {
  const id = text(data['order']);
  const { product, model } = namingOf(data);
  const one = { ...paid(data, at, rules), ...(product === null ? {} : { product }), ...(model === null ? {} : { model }) };
  if (id === null) state.payments.push(one);
  else orderOf(state, id).payments.push(one);
  settleQuotes(state, text(data['quote']), id);
  return ['orders', 'spend', 'quotes', 'purchases'];
};

const refund: Note = (state, data, at, rules) => {
  const id = text(data['order']);
  if (id === null) return [];
  const held = orderOf(state, id);
  // Money goes back in the currency that it came in.
  const currency = held.payments.at(-1)?.currency ?? held.currency ?? undefined;
  held.refunds.push(paid(data, at, rules, currency));
  return ['orders', 'spend', 'purchases'];
};

const cancelled: Note = (state, data) => {
  const id = text(data['order']);
  if (id === null) return [];
  orderOf(state, id).cancelled = true;
  return ['orders', 'spend', 'purchases'];
};

const quote: Note = (state, data, at, { currencies }) => {
  const id = text(data['quote']);
  if (id === null) return [];
  const fresh = {
    ...{ id, at, amount: Number(data['amount']), currency: text(data['currency']) ?? currencies.home },
    ...{ owner: text(data['owner']), order: text(data['order']), state: 'open' as const },
  };
  // A new version of a quote starts its clock anew.
  state.quotes = [...state.quotes.filter((one) => one.id !== id), fresh];
  return ['quotes'];
};

const closeQuote =
  (to: 'answered' | 'withdrawn'): Note =>
  (state, data) => {
    for (const one of state.quotes) if (one.id === text(data['quote']) && one.state === 'open') one.state = to;
    return ['quotes'];
  };

const NOTES: Readonly<Record<string, Note>> = {
  order,
  payment,
  refund,
  order_cancelled: cancelled,
  quote,
  quote_answered: closeQuote('answered'),
  quote_withdrawn: closeQuote('withdrawn'),
};

/** Takes a fact about orders, payments, refunds and quotes; gives what it changed. Changes `state`. */
export const noteTrade = (state: CustomerState, { name, data }: FactBody, at: Instant, rules: RulesInForce): readonly string[] =>
  Object.hasOwn(NOTES, name) ? (NOTES[name]?.(state, data, at, rules) ?? []) : [];
