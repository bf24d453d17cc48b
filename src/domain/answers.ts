import type { CauseKind } from './cause.ts';
import type { Role } from './person.ts';
import type { Product } from './product.ts';

/** Whose things a list is of, by the role of whoever asked: their own, their team's or everybody's. */
export interface Seen {
  role: Role;
  whose: 'own' | 'team' | 'all';
}

/** The JSON forms of answers (design: cli.md, "JSON out"). Instants are ISO 8601 in UTC. Fields may be added, never renamed. */
export interface FactAnswer {
  event: string;
  order?: string;
  quote?: string;
  amount?: number;
  currency?: string;
  product?: string;
  model?: string;
}

export interface EvidenceAnswer {
  message: string;
  text: string | null;
  span: [number, number] | null;
  at: string;
  /** What happened, where it is no message. */
  fact?: FactAnswer;
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
  /** The strongest cause; `name`: of a person of the staff. */
  by: { kind: CauseKind; id: string; version: string; name?: string };
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
  /** The change of many customers of which it was part. */
  batch?: { id: string; of: string; customers: number };
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
  /** The name under which the query was saved now. */
  saved?: string;
}

export interface SegmentsAnswer {
  /** `count`, where it was asked for; null: the query means nothing any more, and `problem` says why. */
  segments: { name: string; query: string; by: string; at: string; count?: number | null; problem?: string }[];
  dropped?: string;
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
  seen?: Seen;
  entries: { at: string; actor: string; customer: string | null; action: string; tag: string | null; reason: string | null }[];
}

export interface LibraryAnswer {
  version: number;
  nodes: {
    id: string;
    kind: string;
    name: string;
    /** The English name, where there is one. */
    en: string | null;
    parent: string | null;
    depth: number;
    colour: string;
    customers: number;
    definition: string | null;
    restricted: boolean;
    /** Who may set it by hand; null: everybody but viewers. */
    roles: Role[] | null;
    aliases: string[];
    archived: boolean;
  }[];
  products: Product[];
}

/** A rule: what it does in the reader's language; `switched`: somebody switched it, whatever its file says. */
export interface RuleAnswer {
  id: string;
  name: string;
  does: string;
  kind: 'state' | 'event';
  version: string;
  mode: 'on' | 'off';
  switched: boolean;
  file: string;
}

/** One rule with what stands in its file, and how many carry its tags because of it. `history`: what it said before, newest first. */
export interface OneRuleAnswer extends RuleAnswer {
  written: Record<string, unknown>;
  carried: { tag: string; customers: number }[];
  history?: { at: string; version: string; written: Record<string, unknown> }[];
  /** Whether it was switched now; absent where nobody tried. */
  changed?: boolean;
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

/** A task; `id` is unique across customers, `state` is `snoozed` while it hides, `why` the rule that made it, `rule` that rule's id. */
export interface TaskAnswer {
  id: string;
  title: string;
  customer: { id: string; name: string | null };
  owner: string | null;
  /** Null: at once. */
  due: string | null;
  state: 'open' | 'snoozed' | 'done' | 'resolved';
  why: string | null;
  rule: string | null;
  overdue: boolean;
  snoozedUntil: string | null;
}

export interface TasksAnswer {
  asOf: string;
  seen?: Seen;
  tasks: TaskAnswer[];
  /** What a person just did. */
  changes?: { action: 'add' | 'done' | 'snooze'; id: string; title: string }[];
}

export interface LeadsAnswer {
  asOf: string;
  seen?: Seen;
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
