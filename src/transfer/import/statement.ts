import type { Contact } from '../../domain/contact-key.ts';
import type { Instant } from '../../domain/time.ts';
import type { Fault } from '../clean/fault.ts';

/** An order as a row tells of it. */
export interface OrderStatement {
  order: string;
  at: Instant;
  amount: number;
  currency: string;
  product: string | null;
  model: string | null;
}

/** A payment as a row tells of it; without an order it counts alone. */
export interface PaymentStatement extends Omit<OrderStatement, 'order'> {
  number: string | null;
  order: string | null;
}

/** Whom a row is about, in whatever ways it says so. */
export interface Who {
  /** The number that the table gives them. */
  id: string | null;
  /** A word that may be a number or a name. */
  word: string | null;
  name: string | null;
  /** Hashes of phone numbers, e-mail addresses and other keys. */
  keys: string[];
  /** Hashes of a phone number of their own and of an e-mail address, by field, as the base notes those that people write down. */
  contacts: Record<string, string>;
}

/** What one row says, once it is understood. An empty cell says nothing. */
export interface Statement {
  row: number;
  cells: string[];
  who: Who;
  /** Values as the profile keeps them; `lastContactAt` beside. */
  fields: Record<string, unknown>;
  /** Whole phone numbers and addresses by field, which the fields hold masked. */
  contacts: Record<string, Contact>;
  tags: string[];
  owner: string | null;
  /** How the row names the owner, and why nobody may be so named who is not the customer's owner already. */
  ownerCell: { text: string; fault: Fault | null } | null;
  order: OrderStatement | null;
  payment: PaymentStatement | null;
}
