import type { People } from '../config/people.ts';
import type { Actor } from '../domain/person.ts';

/** Whose customers somebody sees in lists: an agent their own, a manager their team's, an admin everybody's. */
export interface Sight {
  /** Null: everybody's. */
  owners: ReadonlySet<string> | null;
  /** Whether what nobody owns is theirs to see. */
  unowned: boolean;
}

/** What this person sees; without a people file there are no teams, and everybody sees everything. */
export const sightOf = (actor: Pick<Actor, 'id' | 'role'>, people: People): Sight => {
  if (people.all.length === 0 || actor.role === 'admin') return { owners: null, unowned: true };
  if (actor.role === 'manager')
    return { owners: new Set([actor.id, ...people.reportsOf(actor.id).map(({ id }) => id)]), unowned: true };
  return { owners: new Set([actor.id]), unowned: false };
};

export const sees = ({ owners, unowned }: Sight, owner: string | null): boolean =>
  owners === null || (owner === null ? unowned : owners.has(owner));
