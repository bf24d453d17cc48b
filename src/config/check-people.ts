import { editDistance } from '../domain/edit-distance.ts';
import type { Person } from '../domain/person.ts';

/** Something wrong with one person: where (`field` under the person), and what to do. */
export interface PeopleFault {
  at: number;
  field: string;
  message: string;
}

/** Everything that no single person shows: ids given twice, managers who are nobody, circles of managers. */
export function checkPeople(people: readonly Person[]): PeopleFault[] {
  return [...repeatedIds(people), ...repeatedChannelIds(people), ...unknownManagers(people), ...circles(people)];
}

function repeatedIds(people: readonly Person[]): PeopleFault[] {
  return people.flatMap(({ id }, at) => {
    const first = people.findIndex((other) => other.id === id);
    return first < at ? [{ at, field: 'id', message: `Choose another id: person ${first + 1} has this one.` }] : [];
  });
}

function repeatedChannelIds(people: readonly Person[]): PeopleFault[] {
  return people.flatMap(({ ids }, at) =>
    Object.entries(ids).flatMap(([channel, id]) => {
      const first = people.findIndex((other) => Object.hasOwn(other.ids, channel) && other.ids[channel] === id);
      return first < at
        ? [{ at, field: `ids.${channel}`, message: `Give each person their own: person ${first + 1} has this one.` }]
        : [];
    }),
  );
}

function unknownManagers(people: readonly Person[]): PeopleFault[] {
  const ids = people.map(({ id }) => id);
  return people.flatMap(({ manager }, at) => {
    if (manager === undefined || ids.includes(manager)) return [];
    const [near] = ids.toSorted((a, b) => editDistance(a, manager) - editDistance(b, manager));
    const close = near !== undefined && editDistance(near, manager) <= Math.max(1, near.length / 3);
    const message = close ? `Did you mean ${near}? No person has this id.` : 'Write the id of a person in this list.';
    return [{ at, field: 'manager', message }];
  });
}

function circles(people: readonly Person[]): PeopleFault[] {
  const managers = new Map(people.map(({ id, manager }) => [id, manager]));
  return people.flatMap(({ id }, at) => {
    const above = new Set<string>();
    for (let next = managers.get(id); next !== undefined && !above.has(next); next = managers.get(next)) above.add(next);
    return above.has(id) ? [{ at, field: 'manager', message: 'Choose another manager: this person is above themselves.' }] : [];
  });
}
