import type { CustomerAnswer, QuoteAnswer } from '../../../domain/answers.ts';
import type { View } from './view.ts';

/** Quotes that wait for an answer. */
export const Quotes = ({ quotes, view }: { quotes: readonly QuoteAnswer[]; view: View }) => (
  <ul>
    {quotes.map((quote) => (
      <li key={quote.id ?? quote.at} class="row">
        <span>{quote.id ?? ''}</span>
        <span>{quote.amount !== null && quote.currency !== null ? view.money(quote.amount, quote.currency) : ''}</span>
        <span class="grow" />
        <span class={quote.stale ? 'bad' : 'sub'}>
          {view.words.days(quote.days)}
          {quote.stale && ` · ${view.words.staleQuote}`}
        </span>
      </li>
    ))}
  </ul>
);

const shown = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : String(value));

/** What is known of a customer beside tags. */
export const Facts = ({ card, view }: { card: CustomerAnswer; view: View }) => {
  const fields = Object.entries(card.fields).filter(([, value]) => value !== null && value !== '');
  return (
    <dl class="facts">
      {fields.map(([field, value]) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>{shown(value)}</dd>
        </div>
      ))}
      <div>
        <dt>{view.words.said}</dt>
        <dd>{view.words.messages(card.messages)}</dd>
      </div>
    </dl>
  );
};
