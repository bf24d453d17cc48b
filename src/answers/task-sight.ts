import type { People } from '../config/people.ts';
import { LISTED_TASK, listedTask } from '../domain/listed.ts';
import { TEAM } from '../domain/notice.ts';
import type { Seer } from '../domain/person.ts';
import { ownSight, type Sight, sightOf } from './team.ts';

const teamsOf = (people: People, ids: Iterable<string>): string[] =>
  [...ids].flatMap((id) => {
    const team = people.byId(id)?.team;
    return team === undefined ? [] : [TEAM + team];
  });

/** Whose tasks somebody sees: as with quotes, and those of the teams that these people are in. */
export const taskSight = (actor: Seer, people: People): Sight => {
  const { owners, ...rest } = sightOf(actor, people);
  return { ...rest, owners: owners && new Set([...owners, ...teamsOf(people, owners)]) };
};

/** One person's tasks alone, with those of their team. */
export const sightFor = (person: string, people: People): Sight => ({
  ...ownSight(person, people),
  owners: new Set([person, ...teamsOf(people, [person])]),
});

/** The lists of customers in which all that a sight covers stands. */
export const listsOf = ({ owners, unowned }: Sight): string[] =>
  owners === null || unowned ? [LISTED_TASK] : [...owners].map(listedTask);
