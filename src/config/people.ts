import type { Person } from '../domain/person.ts';

/** The staff, and the ways to find one of them. */
export interface People {
  all: readonly Person[];
  /** By id, else by name where only one person has it; case and width do not matter. */
  byId: (idOrName: string) => Person | undefined;
  /** By the id that a channel gives them (`ids.<channel>`), else by their own id. */
  byChannel: (channel: string, id: string) => Person | undefined;
  /** Everybody under this manager, at any depth, in the order of the file. */
  reportsOf: (managerId: string) => Person[];
}

const fold = (word: string): string => word.normalize('NFKC').trim().toLowerCase();

/** Who stands behind an id of a channel: by `ids.<channel>`, else by their own id. */
export const createByChannel = <P extends Pick<Person, 'id' | 'ids'>>(list: readonly P[]) => {
  const ids = new Map(list.map((person) => [person.id, person]));
  const channelIds = new Map(
    list.flatMap((person) => Object.entries(person.ids).map(([channel, id]) => [channelKey(channel, id), person] as const)),
  );
  return (channel: string, id: string): P | undefined => channelIds.get(channelKey(channel, id)) ?? ids.get(id);
};

/** Makes the staff list of a checked people file searchable. */
export function createPeople(list: readonly Person[]): People {
  const ids = new Map(list.map((person) => [person.id, person]));

  const byWord = (word: string): Person | undefined => {
    const folded = fold(word);
    const found = list.filter(({ id, name }) => fold(id) === folded || fold(name) === folded);
    return found.length === 1 ? found[0] : undefined;
  };
  const reportsOf = (managerId: string): Person[] => {
    const under = new Set([managerId]);
    // A set grows while it is walked, so those found are asked for their own people too.
    for (const manager of under) for (const person of list) if (person.manager === manager) under.add(person.id);
    return list.filter(({ id }) => id !== managerId && under.has(id));
  };
  return {
    all: list,
    byId: (idOrName) => ids.get(idOrName) ?? byWord(idOrName),
    byChannel: createByChannel(list),
    reportsOf,
  };
}

const channelKey = (channel: string, id: string): string => JSON.stringify([channel, id]);
