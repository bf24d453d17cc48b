import type { Teller } from './teller.ts';

/** Minutes. */
const DAY = 24 * 60;

/** What an order or a quote is over: many small ones, few large, some with decimals. */
const amountOf = ({ random }: Teller): number => {
  const base = random.pick([39, 99, 168, 399, 888, 1999, 2800, 3600, 5200, 9800, 18_600]) * random.between(1, 3);
  return random.below(4) === 0 ? base + random.below(100) / 100 : base;
};

const currencyOf = ({ one, random }: Teller): string => (one.lang === 'en' && random.below(3) === 0 ? 'USD' : 'CNY');

/** They order, and mostly pay: at once, after a while, or in two parts. `from` is a quote that the order answers. */
export const buys = (t: Teller, from?: { id: string; amount: number }): void => {
  const { one, random } = t;
  const order = { id: t.fresh('O'), amount: from?.amount ?? amountOf(t), paid: false, closed: false };
  one.orders.push(order);
  const currency = currencyOf(t);
  const named = from ? { quote: from.id } : {};
  if (random.below(12) > 0) {
    t.shop('order', { order: order.id, amount: order.amount, currency, product: one.product, model: 'X1', ...named });
  }
  t.staff('answer');
  const way = random.below(10);
  if (way === 0) return;
  t.wait(1, 2 * DAY);
  order.paid = true;
  if (way < 7) t.shop('payment', { order: order.id, amount: order.amount, currency });
  else {
    const deposit = Math.round(order.amount * 30) / 100;
    t.shop('payment', { order: order.id, amount: deposit, currency });
    t.wait(DAY, 20 * DAY);
    t.shop('payment', { order: order.id, amount: Math.round((order.amount - deposit) * 100) / 100, currency });
  }
  if (random.below(2) === 0) t.staff('shipped');
  if (random.below(3) === 0) t.says('shipping');
};

/** We give a price, and wait: it is answered, withdrawn, given anew, bought, or forgotten. */
export const quotes = (t: Teller): void => {
  const { one, random } = t;
  const quote = { id: t.fresh('Q'), amount: amountOf(t), owner: one.agent.id };
  const give = () => t.shop('quote', { quote: quote.id, amount: quote.amount, currency: 'CNY', owner: quote.owner });
  give();
  t.staff('quoted');
  const way = random.below(10);
  if (way < 2) t.says('defer');
  if (way === 2 || way === 3) {
    t.says('bargain');
    t.wait(60, 4 * DAY);
    quote.amount = Math.round(quote.amount * 95) / 100;
    give();
  }
  if (way > 6) {
    one.quotes.push(quote);
    return;
  }
  // Some answer in time, others days after it has gone stale.
  t.wait(120, random.pick([2, 3, 6, 12]) * DAY);
  if (random.below(3) === 0) t.staff('nudge');
  if (way === 4) t.shop('quote_withdrawn', { quote: quote.id });
  else if (way < 4) {
    t.says(random.below(3) > 0 ? 'purchase' : 'refuse');
    t.shop('quote_answered', { quote: quote.id });
  }
  if (way === 5) {
    t.says('purchase');
    buys(t, quote);
  }
  if (way === 6) t.shop('payment', { quote: quote.id, amount: quote.amount, currency: 'CNY' });
};

/** An old quote comes back to mind. */
export const answersOld = (t: Teller): void => {
  const quote = t.one.quotes.shift();
  if (!quote) return;
  t.staff('nudge');
  t.says(t.random.below(2) === 0 ? 'purchase' : 'refuse');
  t.shop('quote_answered', { quote: quote.id });
};

/** They take an order back, whole or in part, or call it off before it was paid. */
export const takesBack = (t: Teller): void => {
  const order = t.one.orders.findLast(({ closed }) => !closed);
  if (!order) return;
  order.closed = true;
  t.says('refund');
  t.staff('sorry');
  t.wait(30, 5 * DAY);
  if (!order.paid) t.shop('order_cancelled', { order: order.id });
  else if (t.random.below(3) > 0) t.shop('refund', { order: order.id, amount: order.amount });
  else t.shop('refund', { order: order.id, amount: Math.round(order.amount * 50) / 100 });
};
