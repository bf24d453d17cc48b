import type { Catalogue } from '../domain/catalogue.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { Currencies } from '../domain/money.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import type { Instant } from '../domain/time.ts';

/** What is in force and conditions need to know. */
export interface Standards {
  tree: TagTree;
  catalogue: Catalogue;
  /** Hosts of our own pages; none: every page is ours. */
  sites: readonly string[];
  silenceDays: number;
  /** Days after which an open quote is stale. */
  quoteDays: number;
  currencies: Currencies;
}

/** What a condition looks at: a customer at one moment, and the event that is being folded, if any. */
export interface View {
  state: CustomerState;
  /** The tags that count as carried: those of the state, or at an event those from before it. */
  carried: CustomerState['tags'];
  at: Instant;
  event: KeptEvent | null;
  rules: Standards;
  /** The tag at hand, in a rule about each model. */
  member?: string;
}

/** Something of a customer, or the channel of an event, without which a condition cannot hold. */
export interface Anchor {
  kind: 'tag' | 'topic' | 'event' | 'field' | 'channel';
  id: string;
}

/**
 * A compiled condition. `reads` names what its truth rests on, so that only rules which an event can affect are looked at:
 * a fact (`spend`, `interactions`, `quotes`, `purchases` …), `tag:` and an id, `field:` and an id, or `event`.
 */
export interface Condition {
  holds: (view: View) => boolean;
  /** The next moment after `view.at` at which time alone could change it, or null; the function `never` itself where none ever can. */
  turnsAt: (view: View) => Instant | null;
  reads: readonly string[];
  /** Tags that it must not find, for the search of cycles through a negation. */
  negates: readonly string[];
  /** At least one of these must be there for it to hold; null: it may hold without any. */
  needs: readonly Anchor[] | null;
  /** What it is made of, where it is made of others. */
  made?: { by: 'all' | 'any' | 'not'; of: readonly Condition[] };
}

export const never = (): null => null;

/** The earlier of some moments, null where there is none. */
export const earliest = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((first, one) => (one !== null && (first === null || one < first) ? one : first), null);
