import type { People } from '../config/people.ts';
import { MANAGER_OF, type Notice, type OutboxRow, STAFF, TEAM } from '../domain/notice.ts';
import type { Instant } from '../domain/time.ts';
import { quietUntil, type Rest } from './quiet-until.ts';

/** The operator of the command line, who hears everything where nobody else works here. */
const LOCAL = 'local';

export interface PostParts {
  people: () => People;
  /** When this person wants to be left alone. */
  rest: (person: string) => Rest;
  /** Whether what came to be at this time is told to nobody: it happened in the data's time, or is history. */
  muted: (at: Instant) => boolean;
  wallNow: () => Instant;
}

const managersFor = (owner: string, people: People): string[] => {
  const boss = people.byId(owner)?.manager;
  if (boss !== undefined) return [boss];
  return people.all.filter(({ role }) => role === 'manager').map(({ id }) => id);
};

const readersOf = (to: string, people: People): string[] => {
  if (to === STAFF) return [STAFF];
  if (people.all.length === 0) return [LOCAL];
  if (to.startsWith(TEAM)) return people.all.filter(({ team }) => team === to.slice(TEAM.length)).map(({ id }) => id);
  if (to.startsWith(MANAGER_OF)) return managersFor(to.slice(MANAGER_OF.length), people);
  return people.all.filter(({ id }) => id === to).map(({ id }) => id);
};

/**
 * Says who is told what and from when on: a team's notice goes to each of its members, and what can wait not into anybody's quiet
 * hours. Whoever is not in the people file is told nothing.
 */
export const createPost =
  ({ people, rest, muted, wallNow }: PostParts) =>
  (notices: readonly Notice[]): OutboxRow[] =>
    notices.flatMap((notice) => {
      const { key, to, at, by, urgent, body } = notice;
      const soon = Math.max(at, wallNow());
      const readers = readersOf(to, people()).filter((reader) => reader !== by);
      return readers.map((reader) => ({
        ...{ _id: `${key}/${reader}`, to: reader, at, urgent, body },
        from: urgent || reader === STAFF ? soon : quietUntil(soon, rest(reader)),
        state: muted(at) ? 'muted' : 'waiting',
      }));
    });
