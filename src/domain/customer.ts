import type { Cause, Evidence, Tagging } from './cause.ts';
import type { Minor } from './money.ts';
import type { Named } from './named.ts';
import type { Path } from './path.ts';
import type { Ground } from './sweep.ts';
import type { Task } from './task.ts';
import type { Instant } from './time.ts';
import type { Order, Paid, Quote } from './trade.ts';

/** One un-negated mention that may count towards a tag. */
export interface Mark extends Evidence {
  topic: string;
  version: string;
}

/** A tag that a person turned down. `episode`: until the rule's condition has been false once; else by evidence up to `at`. */
export interface Rejection {
  at: Instant;
  episode: boolean;
}

/** A tag that a person set on identities `of` the customer, and that gave way to one set on others, which were joined later. */
export interface Yielded {
  tag: string;
  to: string;
  cause: Cause;
  of: string[];
}

/**
 * All that the fold makes of a customer's events: a pure function of the events in the order (at, key), what the matcher
 * said of each, and the rules in force. Nothing here depends on the order of arrival or on the wall clock.
 */
export interface CustomerState {
  /** Where the fold stands: the last event applied, and the last due moment run. */
  at: Instant;
  key: string;
  ranTo: Instant;
  createdAt: Instant;
  name: string | null;
  owner: { id: string; name: string | null; byHand: boolean } | null;
  fields: Record<string, unknown>;
  /** Keys of the phone number and the address, by field: `contact-key.ts`. */
  contacts: Record<string, string>;
  counts: { customer: number; agent: number; system: number; facts: number };
  interactions: number;
  /** When the newest interactions began, oldest first. */
  acts: Instant[];
  /** When facts of each name came, the newest, oldest first. */
  happened: Record<string, Instant[]>;
  orders: Order[];
  /** Payments that name no order. */
  payments: Paid[];
  quotes: Quote[];
  /** Products and models that facts named, longest ago first. */
  named: Named[];
  tasks: Task[];
  /** By ordered group, while some of it may be taken back: the moves by rules since anything else moved the customer there. */
  paths: Record<string, Path>;
  /** When the customer first wrote, and first spoke of a trial. */
  journey: { inquiry?: Instant; trial?: Instant };
  /** Conversation → time of its last customer message, while the next may still belong to the same interaction. */
  sessions: Record<string, Instant>;
  firstContactAt: Instant | null;
  /** The last message or act either way. */
  lastContactAt: Instant | null;
  /** The customer's last act of any kind. */
  lastActAt: Instant | null;
  /** The last contact that an import knew of. */
  importedContactAt: Instant | null;
  /** Hits a topic, ever. */
  topics: Record<string, number>;
  /** The newest marks a tag, oldest first. */
  marks: Record<string, Mark[]>;
  tags: Record<string, Tagging>;
  suggested: Record<string, Cause[]>;
  rejected: Record<string, Rejection>;
  yielded: Yielded[];
  /** Tag → state rules that hold and were kept from it, for another of its group had won or there was no room; each with since when. */
  heldBack: Record<string, Record<string, Instant>>;
  /** Ids of messages that were recalled or edited before they came. */
  awaited: string[];
  /** Topics that the last turn offered, for the meaning of a bare answer; null after a customer's own turn. */
  offered: string[] | null;
  /** The next moment at which time alone changes the answer. */
  dueAt: Instant | null;
}

/** What queries compare. Every customer has a value of each, so that a condition and its negation part the whole base. */
export interface Facts {
  /** Spent in the last 365 days, and ever; nothing bought is 0. */
  spend: Minor;
  totalSpend: Minor;
  /** Ever spent, per order that counts; nothing bought is 0. */
  averageOrder: Minor;
  /** Orders that count, ever. */
  orders: number;
  /** In the last 30 days. */
  interactions: number;
  /** Whom they sent us, and messages in which they complained; the newest of each. */
  referrals: number;
  complaints: number;
  silentSince: Instant;
  /** The last contact either way; without one, what an import knew, else when they came. */
  contactAt: Instant;
  /** The last payment for something that was kept; null: never. */
  lastPurchaseAt: Instant | null;
  createdAt: Instant;
  /** Null: not known. */
  birthYear: number | null;
  /** Profile fields and the owner as `fieldKey` (facts.ts) writes them, sorted. */
  profile: string[];
}

/** The form of what is stored; a customer of an older one is folded again. */
export const CUSTOMER_SCHEMA = 6;

/** A customer as stored: the folded state, and what queries need beside it. */
export interface Customer {
  _id: string;
  schema: number;
  version: number;
  libraryVersion: number;
  /** Absent in customers of older releases. */
  rulebookVersion?: number;
  /** Lower-cased name and id for look-ups by prefix. */
  findable: string[];
  /** In which lists of open things they stand, see `listed.ts`. */
  listed: string[];
  /** By which changes of the catalogue they are concerned, see `named.ts`. */
  named: string[];
  createdAt: Instant;
  /** The hashes of the state's contacts. */
  contacts: string[];
  /** Flat ids of the tags carried. */
  tagIds: string[];
  /** Those of the tags that are only suggested. */
  suggestedIds: string[];
  /** What queries compare, as of the last event or due moment that was run. */
  facts: Facts;
  /** Null orders last: a customer nobody has been in touch with. */
  lastContactAt: Instant | null;
  dueAt?: Instant;
  mergedInto?: string;
  /** Somebody said that these are other people: no joining key makes them one again. */
  apart?: string[];
  /** It must be folded from the start: events were moved under it (a join), or the library or the rules are others now. */
  stale?: true | Ground;
  /** The tags of those who became part of them, until the history tells what became of these. */
  joined?: Record<string, Tagging>;
  sample?: boolean;
  state: CustomerState;
}
