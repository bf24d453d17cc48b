import type { CustomerState } from '../domain/customer.ts';
import type { Condition } from './condition.ts';

/** A task as a rule makes it. */
export interface TaskPlan {
  title: string;
  to: string;
  /** Days after it is made. */
  due: number;
  /** One a stale quote. */
  perQuote: boolean;
}

export type Action =
  | { do: 'add' | 'remove'; tag: string }
  | { do: 'stage'; to: string; back: boolean }
  | { do: 'task'; task: TaskPlan };

interface Common {
  id: string;
  name: string;
  version: string;
  condition: Condition;
}

/** Its tag is carried exactly while its condition holds. */
export interface StateRule extends Common {
  kind: 'state';
  tag: string;
  task: TaskPlan | null;
}

/** Acts once for each event (or tag newly carried) that meets its condition. */
export interface EventRule extends Common {
  kind: 'event';
  on: { event: string } | { tagged: readonly string[] };
  actions: readonly Action[];
}

export type Rule = StateRule | EventRule;

/** The rules in force, found by what they depend on. */
export interface RuleSet {
  all: readonly Rule[];
  states: readonly StateRule[];
  /** State rules that read one of these facts and can hold for this customer, or do, or did until now. */
  reading: (facts: readonly string[], state: CustomerState) => readonly StateRule[];
  /** State rules by the tag that they set. */
  setting: (tags: readonly string[]) => readonly StateRule[];
  /** State rules that time alone can change for this customer. */
  timed: (state: CustomerState) => readonly StateRule[];
  /** Event rules by the event's name, those that can hold for this customer. */
  onEvent: (name: string, state: CustomerState, channel: string) => readonly EventRule[];
  /** Event rules by a tag that was newly carried. */
  onTagged: (tags: readonly string[]) => readonly EventRule[];
}
