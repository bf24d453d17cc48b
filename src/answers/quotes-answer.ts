import type { App } from '../app.ts';
import type { QuoteAnswer } from '../domain/answers.ts';
import type { Customer } from '../domain/customer.ts';
import { LISTED_QUOTE } from '../domain/listed.ts';
import { isStale, waitingQuotes } from '../domain/stale-quotes.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Quote } from '../domain/trade.ts';
import { iso } from './cause-answers.ts';
import { type Sight, sees } from './team.ts';

/** One customer's quotes that are open, and a stay in 报价中 without any. */
export const answersOf = (app: App, { _id, state }: Pick<Customer, '_id' | 'state'>, at: Instant): QuoteAnswer[] => {
  const { tree, quoteDays } = app.inForce.rules();
  const waiting = waitingQuotes(state, tree);
  const customer = { id: _id, name: state.name };
  const row = (quote: Quote | null, since: Instant, stale: boolean): QuoteAnswer => ({
    ...{ id: quote?.id ?? null, customer, amount: quote?.amount ?? null, currency: quote?.currency ?? null },
    ...{ owner: quote?.owner ?? state.owner?.id ?? null, at: iso(since), days: Math.floor((at - since) / DAY) },
    ...{ state: quote?.state ?? 'open', stale },
  });
  const open = state.quotes.filter((quote) => quote.state === 'open');
  const stale = new Set(waiting.filter((one) => isStale(one, at, quoteDays)).map(({ quote }) => quote?.id ?? ''));
  return [
    ...open.map((quote) => row(quote, quote.at, stale.has(quote.id))),
    ...waiting.flatMap(({ quote, since }) => (quote === null ? [row(null, since, stale.has(''))] : [])),
  ];
};

/** Whose quote it is, and whose customer: either may look after it, also after a hand-over. */
export const seesQuote = (sight: Sight, { owner }: QuoteAnswer, { state }: Pick<Customer, 'state'>): boolean =>
  sees(sight, owner) || (state.owner !== null && sees(sight, state.owner.id));

/** Open quotes that somebody sees, or those of one customer among them, as of a moment: the stale ones first, the longest first. */
export const quotesAnswer = async (app: App, sight: Sight, at: Instant, customer?: Customer): Promise<QuoteAnswer[]> => {
  const customers = customer ? [customer] : await app.store.customers.listed([LISTED_QUOTE]);
  return customers
    .flatMap((customer) => answersOf(app, customer, at).filter((quote) => seesQuote(sight, quote, customer)))
    .sort(
      (a, b) =>
        Number(b.stale) - Number(a.stale) || (a.at < b.at ? -1 : Number(a.at > b.at)) || (a.customer.id < b.customer.id ? -1 : 1),
    );
};
