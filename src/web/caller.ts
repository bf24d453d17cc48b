import { allows, type Scope } from '../domain/access.ts';
import type { Actor } from '../domain/person.ts';
import { UserError } from '../errors.ts';

/** Who asks: a person who is signed in, or a program by its token. */
export type Caller = { kind: 'person'; actor: Actor } | { kind: 'token'; actor: Actor; scopes: readonly Scope[] };

/** No scope was given for what only people do: what is set up for all. @throws UserError `people_only` */
export const checkPerson = ({ kind }: Caller): void => {
  if (kind === 'token') throw new UserError('people_only');
};

/** What a caller may use. @throws UserError `scope_missing` or `programs_only` */
export const checkScope = (caller: Caller, needs: Scope): void => {
  if (caller.kind === 'person') {
    // Their role says what they may do. Who sends events could make a customer say anything.
    if (needs === 'events') throw new UserError('programs_only');
    return;
  }
  if (!allows(caller.scopes, needs)) throw new UserError('scope_missing', { scope: needs });
};
