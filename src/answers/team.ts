import type { People } from '../config/people.ts';
import type { Seen } from '../domain/answers.ts';
import { TEAM } from '../domain/notice.ts';
import type { Seer } from '../domain/person.ts';

/** Whose customers somebody sees in lists: an agent their own, a manager their team's, an admin everybody's. */
export interface Sight {
  /** Null: everybody's. */
  owners: ReadonlySet<string> | null;
  /** Whether what nobody owns is theirs to see. */
  unowned: boolean;
  /** Whoever works here: what belongs to anybody else, who has left or was never one of us, is nobody's. */
  staff: ReadonlySet<string>;
}

const staffIn = ({ all }: People): Set<string> =>
  new Set(all.flatMap(({ id, team }) => (team === undefined ? [id] : [id, TEAM + team])));

/** What this person sees; without a people file there are no teams, and everybody sees everything. */
export const sightOf = (actor: Seer, people: People): Sight => {
  const staff = staffIn(people);
  if (people.all.length === 0 || actor.role === 'admin' || actor.everybody) return { owners: null, unowned: true, staff };
  if (actor.role === 'manager')
    return { owners: new Set([actor.id, ...people.reportsOf(actor.id).map(({ id }) => id)]), unowned: true, staff };
  return { owners: new Set([actor.id]), unowned: false, staff };
};

/** The same in a word, for answers. */
export const seenBy = (actor: Seer, people: People): Seen => {
  const { owners, unowned } = sightOf(actor, people);
  return { role: actor.role, whose: owners === null ? 'all' : unowned ? 'team' : 'own' };
};

/** One person's alone. */
export const ownSight = (person: string, people: People): Sight => ({
  ...{ owners: new Set([person]), unowned: false, staff: staffIn(people) },
});

/** A filter of the base: customers in sight. */
export const ownedIn = ({ owners, unowned, staff }: Sight): object =>
  owners === null
    ? {}
    : { $or: [{ 'state.owner.id': { $in: [...owners] } }, ...(unowned ? [{ 'state.owner.id': { $nin: [...staff] } }] : [])] };

export const sees = ({ owners, unowned, staff }: Sight, owner: string | null): boolean =>
  owners === null || (owner === null || !staff.has(owner) ? unowned : owners.has(owner));
