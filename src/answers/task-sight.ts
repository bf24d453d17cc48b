import type { People } from '../config/people.ts';
import { LISTED_TASK, listedTask } from '../domain/listed.ts';
import type { Actor } from '../domain/person.ts';
import { type Sight, sightOf } from './team.ts';

const TEAM = 'team:';

const teamsOf = (people: People, ids: Iterable<string>): string[] =>
  [...ids].flatMap((id) => {
    const team = people.byId(id)?.team;
    return team === undefined ? [] : [TEAM + team];
  });

/** Whose tasks somebody sees: as with quotes, and those of the teams that these people are in. */
export const taskSight = (actor: Pick<Actor, 'id' | 'role'>, people: People): Sight => {
  const { owners, unowned } = sightOf(actor, people);
  return { owners: owners && new Set([...owners, ...teamsOf(people, owners)]), unowned };
};

/** One person's tasks alone, with those of their team. */
export const sightFor = (person: string, people: People): Sight => ({
  owners: new Set([person, ...teamsOf(people, [person])]),
  unowned: false,
});

/** The lists of customers in which all that a sight covers stands. */
export const listsOf = ({ owners, unowned }: Sight): string[] =>
  owners === null ? [LISTED_TASK] : [...[...owners].map(listedTask), ...(unowned ? [listedTask(null)] : [])];
