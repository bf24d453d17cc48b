import type { CauseKind } from './cause.ts';
import type { Product } from './product.ts';
import type { ProductsAnswer } from './product-answers.ts';

/** The JSON forms of answers (design: cli.md, "JSON out"). Instants are ISO 8601 in UTC. Fields may be added, never renamed. */
export interface EvidenceAnswer {
  message: string;
  text: string | null;
  span: [number, number] | null;
  at: string;
}

export interface CauseAnswer {
  kind: CauseKind;
  id: string;
  version: string;
  since: string;
  expiresAt: string | null;
  confidence: number;
  count: number;
  evidence: EvidenceAnswer[];
}

export interface TagAnswer {
  id: string;
  group: string | null;
  name: string;
  colour: string;
  since: string;
  expiresAt: string | null;
  by: { kind: CauseKind; id: string; version: string };
  confidence: number;
  causes: CauseAnswer[];
}

export interface TagsAnswer {
  customer: { id: string; name: string | null };
  asOf: string;
  /** Minutes by which due work lags behind; absent when none does. */
  behindMinutes?: number;
  owner: string | null;
  stage: { name: string; since: string } | null;
  tags: TagAnswer[];
  suggested: TagAnswer[];
}

export interface ChangeAnswer {
  action: 'add' | 'remove' | 'suggest' | 'withdraw';
  tag: string;
  by: { kind: CauseKind; id: string; version: string };
  replacedBy?: string;
}

/** A field of the card, or `owner`, before and after an undo. */
export interface FieldChangeAnswer {
  field: string;
  from: unknown;
  to: unknown;
}

/** What a change of tags did; `fieldChanges` when an undo took back fields or the owner. */
export interface ChangedAnswer extends TagsAnswer {
  changes: ChangeAnswer[];
  fieldChanges?: FieldChangeAnswer[];
}

export interface HistoryAnswer {
  at: string;
  actor: string;
  action: string;
  cause: { kind: CauseKind; id: string; version: string };
  reason?: string;
  replacedBy?: string;
}

export interface WhyAnswer {
  customer: { id: string; name: string | null };
  tag: string;
  asOf: string;
  carried: boolean;
  suggested: boolean;
  causes: CauseAnswer[];
  history: HistoryAnswer[];
}

export interface SegmentAnswer {
  query: string;
  understood: string;
  asOf: string;
  behindMinutes?: number;
  count: number;
  exact: boolean;
  customers: {
    id: string;
    name: string | null;
    owner: string | null;
    stage: string | null;
    lastContactAt: string | null;
    tags: string[];
  }[];
  next: string | null;
}

export interface FindAnswer {
  customers: { id: string; name: string | null }[];
  tags: { id: string; group: string | null; name: string }[];
}

export interface CustomerAnswer {
  customer: { id: string; name: string | null };
  asOf: string;
  owner: string | null;
  identities: string[];
  fields: Record<string, unknown>;
  messages: number;
  interactions: number;
  firstContactAt: string | null;
  lastContactAt: string | null;
  /** The dated points of their way: 首次咨询, 试用, 成交, 续费. */
  journey: { node: string; at: string }[];
  /** The last payment for something that was kept. */
  lastPurchaseAt: string | null;
  changes?: string[];
}

export interface AuditAnswer {
  entries: { at: string; actor: string; customer: string | null; action: string; tag: string | null; reason: string | null }[];
}

export interface LibraryAnswer {
  version: number;
  nodes: {
    id: string;
    kind: string;
    name: string;
    parent: string | null;
    depth: number;
    colour: string;
    customers: number;
    definition: string | null;
    restricted: boolean;
  }[];
  products: Product[];
}

export interface HelpAnswer {
  commands: { name: string; aliases: string[]; usage: string; summary: string }[];
}

/** A quote that waits; one without an id stands for a stay in 报价中 without any quote. */
export interface QuoteAnswer {
  id: string | null;
  customer: { id: string; name: string | null };
  amount: number | null;
  currency: string | null;
  owner: string | null;
  at: string;
  days: number;
  state: string;
  stale: boolean;
}

/** A task; `id` is unique across customers, `state` is `snoozed` while it hides, `why` the rule that made it. */
export interface TaskAnswer {
  id: string;
  title: string;
  customer: { id: string; name: string | null };
  owner: string | null;
  /** Null: at once. */
  due: string | null;
  state: 'open' | 'snoozed' | 'done' | 'resolved';
  why: string | null;
  overdue: boolean;
  snoozedUntil: string | null;
}

export interface TasksAnswer {
  asOf: string;
  tasks: TaskAnswer[];
  /** What a person just did. */
  changes?: { action: 'add' | 'done' | 'snooze'; id: string; title: string }[];
}

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
  | { kind: 'changes'; items: { tag: string; added: number; removed: number }[] };

type DigestCustomer<More> = { customer: { id: string; name: string | null }; owner: string | null } & More;

export interface DigestAnswer {
  /** The id of the person whose digest it is; `local`: the operator of the command line. */
  for: string;
  date: string;
  asOf: string;
  behindMinutes?: number;
  sections: DigestSection[];
}

export interface LeadsAnswer {
  asOf: string;
  behindMinutes?: number;
  leads: {
    id: string;
    name: string | null;
    owner: string | null;
    stage: string | null;
    source: string | null;
    createdAt: string;
    lastContactAt: string | null;
    high: boolean;
    tags: string[];
  }[];
  /** Whether there are more than are told here; absent when there are not. */
  more?: true;
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

/** What a command answers, for whichever channel: every channel renders these its own way. */
export type Reply =
  | { kind: 'tags'; doc: TagsAnswer }
  | { kind: 'changed'; doc: ChangedAnswer }
  | { kind: 'why'; doc: WhyAnswer }
  | { kind: 'segment'; doc: SegmentAnswer }
  | { kind: 'found'; doc: FindAnswer }
  | { kind: 'customer'; doc: CustomerAnswer }
  | { kind: 'audit'; doc: AuditAnswer }
  | { kind: 'library'; doc: LibraryAnswer }
  | { kind: 'quotes'; doc: { asOf: string; quotes: QuoteAnswer[] } }
  | { kind: 'tasks'; doc: TasksAnswer }
  | { kind: 'digest'; doc: DigestAnswer }
  | { kind: 'leads'; doc: LeadsAnswer }
  | { kind: 'morning'; doc: MorningAnswer }
  | { kind: 'briefing'; doc: { for: string; wanted: boolean; at: string } }
  | { kind: 'notice'; doc: NoticeAnswer }
  | { kind: 'card'; doc: CardAnswer }
  | { kind: 'products'; doc: ProductsAnswer }
  | { kind: 'exported'; doc: { file: string; version: number; text: string } }
  | { kind: 'imported'; doc: { added: string[]; renamed: string[]; changed: string[]; version: number } }
  | { kind: 'help'; doc: HelpAnswer };
