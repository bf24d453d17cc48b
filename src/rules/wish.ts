import type { Cause } from '../domain/cause.ts';
import type { ChangeReason } from '../domain/change.ts';
import type { Role } from '../domain/person.ts';

/** What a machine would like to happen to one tag; `settle` says what does. `right`: it acts with the right of a person of this role. */
export type Wish =
  | { want: 'apply'; tag: string; cause: Cause; move?: StageMove; right?: Role }
  | { want: 'end'; tag: string; cause: Pick<Cause, 'kind' | 'id' | 'version'>; reason: ChangeReason };

/** How a rule moves somebody on: also backward, and the order on which the move rests. */
export interface StageMove {
  back: boolean;
  order: string | null;
}
