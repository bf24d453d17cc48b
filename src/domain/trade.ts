import type { Minor } from './money.ts';
import type { Instant } from './time.ts';

/** Money that moved. `amount` is null in a currency without a rate: it happened and counts nothing. */
export interface Paid {
  at: Instant;
  amount: Minor | null;
  /** The amount as it was given, in the main unit of its own currency. */
  given: number;
  currency: string;
  /** What a payment is for, where it says so itself. */
  product?: string;
  model?: string;
}

/** An order as far as it is known; one that only a payment or a cancellation named has no time and amount of its own. */
export interface Order {
  id: string;
  at: Instant | null;
  amount: Minor | null;
  /** As it was given, in its own currency. */
  given: number;
  currency: string | null;
  product: string | null;
  model: string | null;
  /** The quote that it answers. */
  quote: string | null;
  payments: Paid[];
  refunds: Paid[];
  cancelled: boolean;
}

export type QuoteState = 'open' | 'answered' | 'withdrawn' | 'paid';

/** A price that we gave. A new version under the same id starts its clock anew. */
export interface Quote {
  id: string;
  at: Instant;
  /** In the main unit of its own currency, as it was given. */
  amount: number;
  currency: string;
  owner: string | null;
  order: string | null;
  state: QuoteState;
}
