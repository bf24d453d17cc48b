import type { Change } from './change.ts';
import type { Instant } from './time.ts';

/** One line of the append-only history: a change of a customer's tags, one that was denied, or one of the library or the rules (customer and tag empty). */
export interface LedgerRow extends Omit<Change, 'action'> {
  _id: string;
  customer: string;
  action:
    | Change['action']
    | 'denied'
    | 'library'
    | 'rules'
    | 'learn'
    | 'import'
    | 'export'
    | 'export_whole'
    | 'segment'
    | 'room'
    | 'batch'
    | 'join'
    | 'split'
    | 'field'
    | 'owner'
    | 'undo'
    | 'task'
    | 'task_done'
    | 'task_resolved'
    | 'task_snoozed';
  /** The code of the refusal, for a denied change. */
  denial?: string;
  /** What a change of the library did, by the ids of its nodes; the rule, field, owner or task that was changed. */
  note?: string;
  /** Wall time of writing: the order of those of one moment. */
  kept?: number;
}

/** A home keeps one clock: the data's own time after a replay, else wall time. */
export interface HomeClock {
  mode: 'data' | 'wall';
  /** Data mode: the largest time seen. Wall mode: the time up to which due work has been run. */
  at: Instant;
  /** Wall mode: since when it is live. What came to be before was told to nobody, and never is. */
  since?: Instant;
}

/** The line that tells what happened to a task as the customer came from this version to the next. */
export const taskRowId = (customer: string, version: number, task: string): string => `${customer}/${version}/${task}`;
