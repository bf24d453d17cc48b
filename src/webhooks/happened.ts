import type { Change } from '../domain/change.ts';
import type { Customer } from '../domain/customer.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Instant } from '../domain/time.ts';
import type { RuleCall } from '../domain/webhook.ts';

/** A customer some events further, as far as other programs hear of it. */
export interface Told {
  customer: Customer;
  /** The version they were read at. */
  from: number;
  ledger: readonly LedgerRow[];
  calls: readonly RuleCall[];
}

/** Something that other programs can be told of. */
export interface Happened {
  /** The same thing has the same key, however often it is worked out. */
  key: string;
  type: string;
  at: Instant;
  /** The tags that it is about. */
  tags: readonly string[];
  /** The one webhook that it is for; absent: for all who want it. */
  to?: string;
  data: Record<string, unknown>;
}

export const iso = (at: Instant): string => new Date(at).toISOString();

/** What every message says of a change: whose it is, when it came to be, through whom and why. */
export const common = ({ customer, at, actor, cause, reason }: LedgerRow | (Change & { customer: string })) => ({
  customer: { id: customer },
  at: iso(at),
  actor,
  by: { kind: cause.kind, id: cause.id, version: cause.version },
  reason: reason ?? null,
});
