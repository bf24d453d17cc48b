import type { CustomerState } from './customer.ts';
import { stageHeld } from './stage.ts';
import type { TagTree } from './tag-tree.ts';
import { DAY, type Instant } from './time.ts';
import type { Quote } from './trade.ts';

/** The stage in which quotes go stale. */
export const QUOTING = 'quoting';

/** Something that waits for the customer's answer: a quote, or a stay in 报价中 without any quote record (`quote` null). */
export interface Waiting {
  quote: Quote | null;
  /** Since when its clock runs. */
  since: Instant;
}

/** What of a customer in 报价中 waits for an answer; nothing in any other stage (semantics 6). */
export const waitingQuotes = (state: CustomerState, tree: TagTree): Waiting[] => {
  const stage = stageHeld(state, tree);
  if (stage?.id !== QUOTING) return [];
  if (state.quotes.length === 0) return [{ quote: null, since: stage.since }];
  return state.quotes.filter((quote) => quote.state === 'open').map((quote) => ({ quote, since: quote.at }));
};

/** Whether it has waited longer than so many days: exactly that long is not yet stale. */
export const isStale = ({ since }: Waiting, at: Instant, days: number): boolean => at - since > days * DAY;

/** The first moment at which it is stale. */
export const staleFrom = ({ since }: Waiting, days: number): Instant => since + days * DAY + 1;
