import type { Instant } from './time.ts';

/** Strongest first: the order in which `by` picks the one to show. */
export const CAUSE_KINDS = ['person', 'rule', 'pack', 'intent', 'prediction', 'import'] as const;
export type CauseKind = (typeof CAUSE_KINDS)[number];

/** A message or fact that a cause rests on. `event` is its key in `events`; the words are looked up there when shown. */
export interface Evidence {
  event: string;
  at: Instant;
  span?: [number, number];
  /** The event that has the words, where an edit replaced the message's own. */
  words?: string;
}

/** A reason for which a customer carries a tag. It ends at `until` at the latest; without `until` time does not end it. */
export interface Cause {
  kind: CauseKind;
  /** The rule, topic, intent or person. */
  id: string;
  version: string;
  since: Instant;
  until?: Instant;
  confidence: number;
  /** The newest evidences, oldest first, at most five; `count` has them all. */
  evidence: Evidence[];
  count: number;
  /** A person's: the identities of the customer as that person knew them. */
  of?: string[];
}

/** A tag that a customer carries while at least one cause holds. */
export interface Tagging {
  since: Instant;
  causes: Cause[];
}
