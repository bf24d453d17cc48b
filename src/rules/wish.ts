import type { Cause } from '../domain/cause.ts';
import type { ChangeReason } from '../domain/change.ts';

/** What a machine would like to happen to one tag; `settle` says what does. */
export type Wish =
  | { want: 'apply'; tag: string; cause: Cause }
  | { want: 'end'; tag: string; cause: Pick<Cause, 'kind' | 'id' | 'version'>; reason: ChangeReason };
