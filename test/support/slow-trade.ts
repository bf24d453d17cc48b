// Orders and quotes as the meanings have them, worked out from a customer's raw events by loops. See slow-evaluator.ts.
import type { KeptEvent } from '../../src/domain/event.ts';

export type Data = Record<string, unknown>;

/** What a fact of this name says; null for any other event. */
export const factOf = (event: KeptEvent, name: string): Data | null =>
  event.body.kind === 'fact' && event.body.name === name ? event.body.data : null;

export const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

/** In fen; another currency without a rate counts nothing. */
export const money = ({ amount, currency = 'CNY' }: Data): number => (currency === 'CNY' ? Math.round(Number(amount) * 100) : 0);

interface Paid {
  at: number;
  amount: number;
  /** In hundredths of its own currency. */
  own: number;
  unit: string;
}

/** The order of an id, from all that was said of it. The first word dates it, the last says its amount. */
export const orderOf = (id: string, events: KeptEvent[]) => {
  const about = (name: string): (Paid & Data)[] =>
    events.flatMap((event) => {
      const data = factOf(event, name);
      if (!data || String(data['order']) !== id) return [];
      const unit = String(data['currency'] ?? (name === 'refund' ? unitBefore(event) : 'CNY'));
      const own = Math.round(Number(data['amount']) * 100);
      return [{ ...data, at: event.at, amount: money({ ...data, currency: unit }), own, unit }];
    });
  // A refund is in the currency of the last payment before it, else of the order's last word.
  const unitBefore = (refund: KeptEvent): string => {
    const before = events.slice(0, events.indexOf(refund));
    const last = (name: string) => before.filter((event) => String(factOf(event, name)?.['order']) === id).at(-1);
    const said = last('payment') ?? last('order');
    return said?.body.kind === 'fact' ? String(said.body.data['currency'] ?? 'CNY') : 'CNY';
  };
  const [told, payments, refunds] = [about('order'), about('payment'), about('refund')];
  const cancelled = about('order_cancelled').length > 0;
  const word = told.at(-1);
  const owed = word ? [{ at: told[0]?.at ?? 0, amount: word.amount, own: word.own, unit: word.unit }] : [];
  const items: Paid[] = (payments.length > 0 ? payments : cancelled ? [] : owed).map((one) => ({ ...one }));
  const due = payments.length > 0 ? payments : owed;
  const oneUnit = new Set([...due, ...refunds].map(({ unit }) => unit)).size === 1;
  const total = (some: Paid[]) => sum(some.map(({ amount, own }) => (oneUnit ? own : amount)));
  const refunded = total(due) > 0 && total(refunds) >= total(due);
  // A refund is of the newest payment that it can be of.
  for (const refund of refunds) {
    let left = refund.amount;
    for (const item of [...items].reverse().filter(({ at }) => at <= refund.at)) {
      const taken = Math.min(item.amount, left);
      item.amount -= taken;
      left -= taken;
    }
  }
  const counts = !refunded && (payments.length > 0 || (told.length > 0 && !cancelled));
  const quotes = told.flatMap((one) => (one['quote'] === undefined ? [] : [String(one['quote'])]));
  return {
    known: told.length + payments.length + refunds.length > 0 || cancelled,
    at: owed[0]?.at ?? payments[0]?.at ?? 0,
    items,
    counts,
    quote: quotes.at(-1),
  };
};

/** All orders that anything was said of. */
export const orders = (events: KeptEvent[]) => {
  const named = events.flatMap((event) =>
    ['order', 'payment', 'refund', 'order_cancelled'].flatMap((name) => factOf(event, name)?.['order'] ?? []),
  );
  return [...new Set(named.map(String))].map((id) => orderOf(id, events));
};

/** When the quotes that still wait were given; null where there never was one. */
export const openQuotes = (events: KeptEvent[]): number[] | null => {
  const given = new Map<string, { at: number; order: unknown; open: boolean }>();
  for (const [place, event] of events.entries()) {
    const quote = factOf(event, 'quote');
    if (quote) given.set(String(quote['quote']), { at: event.at, order: quote['order'], open: true });
    const closed = factOf(event, 'quote_answered') ?? factOf(event, 'quote_withdrawn');
    const payment = factOf(event, 'payment');
    const answers =
      payment?.['order'] === undefined ? undefined : orderOf(String(payment['order']), events.slice(0, place + 1)).quote;
    for (const [id, one] of given) {
      if (closed && String(closed['quote']) === id) one.open = false;
      if (!payment) continue;
      const byOrder = payment['order'] !== undefined && String(one.order) === String(payment['order']);
      if (String(payment['quote']) === id || answers === id || byOrder) one.open = false;
    }
  }
  return given.size === 0 ? null : [...given.values()].filter(({ open }) => open).map(({ at }) => at);
};
