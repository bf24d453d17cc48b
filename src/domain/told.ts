import type { EvidenceAnswer, LeadsAnswer, QuoteAnswer, Seen, TaskAnswer } from './answers.ts';
import type { Cause } from './cause.ts';

/** A quote that is overdue, with what the customer said last. */
export interface StaleQuoteItem {
  customer: { id: string; name: string | null };
  quote: string | null;
  amount: number | null;
  currency: string | null;
  days: number;
  owner: string | null;
  lastWords: string | null;
  at: string;
}

/** Customers and counts of a digest; `owner` is a person's id. */
export type DigestSection =
  | { kind: 'stale_quotes'; items: StaleQuoteItem[] }
  | { kind: 'leads'; items: DigestCustomer<{ createdAt: string; stage: string | null; source: string | null }>[] }
  | { kind: 'silent_vips'; items: DigestCustomer<{ since: string; lastContactAt: string | null }>[] }
  | { kind: 'complaints'; items: DigestCustomer<{ since: string; evidence: EvidenceAnswer[] }>[] }
  | { kind: 'changes'; items: { tag: string; added: number; removed: number }[] }
  | {
      kind: 'losing_precision';
      items: { source: Pick<Cause, 'kind' | 'id'>; given: number; rejected: number; precision: number }[];
    };

/** `ownerName`: what the channel calls an owner, whom the people file need not know. */
type DigestCustomer<More> = { customer: { id: string; name: string | null }; owner: string | null; ownerName?: string } & More;

export interface DigestAnswer {
  /** The id of the person whose digest it is; `local`: the operator of the command line. */
  for: string;
  date: string;
  asOf: string;
  behindMinutes?: number;
  seen?: Seen;
  sections: DigestSection[];
}

/** What a salesperson begins the day with: their own new leads of the last 24 hours, and what they have to do until the day ends. */
export interface MorningAnswer {
  for: string;
  date: string;
  asOf: string;
  leads: LeadsAnswer['leads'];
  tasks: TaskAnswer[];
}

/** What a person is told as it happens: tasks that they got or that are due, and what rules have to say. */
export interface NoticeAnswer {
  asOf: string;
  items: (
    | { kind: 'task'; why: 'new' | 'due'; task: TaskAnswer }
    | { kind: 'note'; customer: { id: string; name: string | null }; text: string }
  )[];
}

/** An important customer who has just written after a while: who they are, and what is open with them. */
export interface CardAnswer {
  customer: { id: string; name: string | null };
  asOf: string;
  /** What they wrote; null without words. */
  words: string | null;
  /** Their important tags, with since when. */
  important: { tag: string; since: string }[];
  stage: string | null;
  owner: string | null;
  /** The last contact before this message. */
  lastContactAt: string | null;
  orders: number;
  totalSpend: number;
  currency: string;
  quotes: QuoteAnswer[];
  tasks: TaskAnswer[];
  /** The last turns before this message, oldest first. */
  history: { at: string; from: 'customer' | 'agent' | 'system'; text: string }[];
}
