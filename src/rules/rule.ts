import type { CustomerState } from '../domain/customer.ts';
import type { RuleMode, WrittenRule } from '../domain/rulebook.ts';
import type { Instant } from '../domain/time.ts';
import type { Condition } from './condition.ts';
import type { Family } from './family.ts';

/** A task as a rule makes it. */
export interface TaskPlan {
  title: string;
  to: string;
  /** Days after it is made. */
  due: number;
  /** One a stale quote. */
  perQuote: boolean;
}

/** What a rule tells somebody. `to`: `owner`, `manager`, `staff`, a person's id or `team:name`. */
export interface NotePlan {
  text: string;
  to: string;
  urgent: boolean;
}

/** What a rule has to say about one event: to people, or to another program. */
export type Note = { rule: string; version: string; event: string; at: Instant } & ({ told: NotePlan } | { webhook: string });

export type Action =
  | { do: 'add' | 'remove'; tag: string }
  /** Every tag of the family that the event speaks of. */
  | { do: 'add_members'; of: Family }
  | { do: 'stage'; to: string; back: boolean }
  | { do: 'task'; task: TaskPlan }
  | { do: 'notify'; note: NotePlan }
  /** Tells another program, by the name that the configuration gives it. */
  | { do: 'webhook'; webhook: string };

interface Common {
  id: string;
  name: string;
  version: string;
  mode: RuleMode;
  condition: Condition;
  /** As its author wrote it. */
  written: WrittenRule;
}

/** Its tag is carried exactly while its condition holds. */
export interface StateRule extends Common {
  kind: 'state';
  /** With `each`, the group of its tags. */
  tag: string;
  /** It is asked about the tag of each model by itself. */
  each?: 'model';
  task: TaskPlan | null;
}

/** Acts once for each event (or tag newly carried) that meets its condition. */
export interface EventRule extends Common {
  kind: 'event';
  on: { event: string } | { tagged: readonly string[] };
  /** Earlier events are none of its business; null: all are. */
  since: Instant | null;
  actions: readonly Action[];
}

export type Rule = StateRule | EventRule;

/** The rules in force, found by what they depend on. */
export interface RuleSet {
  all: readonly Rule[];
  states: readonly StateRule[];
  byId: (id: string) => Rule | undefined;
  /** State rules that read one of these facts and can hold for this customer, or do, or did until now, tag or not. */
  reading: (facts: readonly string[], state: CustomerState) => readonly StateRule[];
  /** State rules by the tag that they set. */
  setting: (tags: readonly string[]) => readonly StateRule[];
  /** State rules that hold and were kept from their tag, see `held-back.ts`. */
  heldBack: (state: CustomerState) => readonly StateRule[];
  /** The rules with which this one reads tags in a circle, itself among them; none where it does not. */
  circle: (rule: StateRule) => readonly StateRule[];
  /** State rules of circles that the customer carries tags of: what holds them up may go without a tag going. */
  circling: (state: CustomerState) => readonly StateRule[];
  /** State rules that time alone can change for this customer. */
  timed: (state: CustomerState) => readonly StateRule[];
  /** Event rules by the event's name, those that can hold for this customer. */
  onEvent: (name: string, state: CustomerState, channel: string) => readonly EventRule[];
  /** Event rules by a tag that was newly carried. */
  onTagged: (tags: readonly string[]) => readonly EventRule[];
}
