import type { Cause } from './cause.ts';
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
  | 'library'
  | 'rules'
  | 'undone';

/** One step of a customer's tags. `actor` is a person's id, or the kind of the machine's cause. */
export interface Change {
  at: Instant;
  tag: string;
  action: ChangeAction;
  actor: string;
  cause: Pick<Cause, 'kind' | 'id' | 'version'>;
  reason?: ChangeReason;
  replacedBy?: string;
}
