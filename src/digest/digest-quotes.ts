import { lastWords } from '../answers/last-words.ts';
import { answersOf, seesQuote } from '../answers/quotes-answer.ts';
import { statesAt } from '../answers/state-at.ts';
import type { Sight } from '../answers/team.ts';
import type { App } from '../app.ts';
import type { QuoteAnswer } from '../domain/answers.ts';
import type { Customer, CustomerState } from '../domain/customer.ts';
import { LISTED_QUOTE } from '../domain/listed.ts';
import { QUOTING } from '../domain/stale-quotes.ts';
import type { Instant } from '../domain/time.ts';
import type { StaleQuoteItem } from '../domain/told.ts';

/** The tag of a customer with an overdue quote. */
const CHASE = 'chase_quote';

/**
 * Whoever may have had an overdue quote at a moment before now: those with an open one today, and those whom 报价中 or 待催单
 * left since. Only a quote whose 待催单 a person had removed before it was answered leaves no trace in either.
 */
const candidates = async (app: App, at: Instant, now: Instant): Promise<Customer[]> => {
  const listed = await app.store.customers.listed([LISTED_QUOTE]);
  if (at >= now) return listed;
  const left = new Set<string>();
  for await (const { customer, tag } of app.store.ledger.between(at, now, ['remove']))
    if (tag === CHASE || tag === QUOTING) left.add(customer);
  const gone = await app.store.customers.living([...left]);
  return [...new Map([...listed, ...gone.values()].map((one) => [one._id, one])).values()];
};

/** Whether somebody put this quote off for the time being. */
const isSnoozed = ({ tasks }: CustomerState, { id, at }: QuoteAnswer, now: Instant): boolean =>
  tasks.some(({ about, snoozedUntil }) => about === `${id ?? 'stage'}@${Date.parse(at)}` && (snoozedUntil ?? 0) > now);

const staleOf = (app: App, customer: Pick<Customer, '_id' | 'state'>, sight: Sight, at: Instant): QuoteAnswer[] =>
  answersOf(app, customer, at).filter(
    (quote) => quote.stale && seesQuote(sight, quote, customer) && !isSnoozed(customer.state, quote, at),
  );

/** Overdue quotes in sight as of a moment, the longest first, each with what its customer said last. */
export const digestQuotes = async (app: App, sight: Sight, at: Instant, now: Instant): Promise<StaleQuoteItem[]> => {
  const customers = await candidates(app, at, now);
  const states = await statesAt(app, customers, at);
  const stale = [...states].flatMap(([_id, state]) => staleOf(app, { _id, state }, sight, at));
  stale.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)) || (a.customer.id < b.customer.id ? -1 : 1));
  const words = await Promise.all(stale.map(({ customer }) => lastWords(app, customer.id, at)));
  return stale.map(({ id, customer, amount, currency, days, owner, at: since }, place) => ({
    ...{ customer, quote: id, amount, currency, days, owner, lastWords: words[place] ?? null, at: since },
  }));
};
