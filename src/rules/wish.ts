import type { Cause } from '../domain/cause.ts';
import type { ChangeReason } from '../domain/change.ts';
import type { Move } from '../domain/path.ts';
import type { Role } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';

/** What a machine would like to happen to one tag; `settle` says what does. `right`: it acts with the right of a person of this role. */
export type Wish =
  | { want: 'apply'; tag: string; cause: Cause; move?: StageMove; lasting?: Lasting; right?: Role }
  | { want: 'suggest'; tag: string; cause: Cause }
  | { want: 'end'; tag: string; cause: Pick<Cause, 'kind' | 'id' | 'version'>; reason: ChangeReason };

/** Of a rule over the state: since when its condition holds, and whether it was held back until now. */
export interface Lasting {
  since: Instant;
  heldBack: boolean;
}

/** How a rule moves somebody on, and what of it may be taken back. */
export type StageMove = Pick<Move, 'back' | 'order' | 'onOrders'>;
