import type { Cause } from './cause.ts';
import type { About } from './lesson.ts';
import type { Instant } from './time.ts';

export type ChangeAction = 'add' | 'remove' | 'suggest' | 'withdraw';

/** Why a tagging changed, beyond the cause itself. */
export type ChangeReason =
  | 'expired'
  | 'refused'
  | 'replaced'
  | 'rejected'
  | 'ended'
  | 'removed'
  | 'taken_back'
  | 'recalled'
  | 'history'
  | 'merged'
  | 'library'
  | 'rules'
  | 'undone';

/** The actor of what came of two customers being found to be one. */
export const MERGE = 'merge';

/** One step of a customer's tags. `actor` is a person's id, the kind of the machine's cause, or `MERGE`. */
export interface Change {
  at: Instant;
  tag: string;
  action: ChangeAction;
  actor: string;
  cause: Pick<Cause, 'kind' | 'id' | 'version'>;
  reason?: ChangeReason;
  replacedBy?: string;
  /** Of a rejection: what had given the tag, so that it counts against these. */
  against?: Pick<Cause, 'kind' | 'id' | 'version'>[];
  /** Of a person's yes or no: the readings of intents that it is about. */
  about?: About[];
}
