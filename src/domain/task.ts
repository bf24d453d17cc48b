import type { Instant } from './time.ts';

/** `resolved`: the reason for it went; `done`: somebody did it. */
export type TaskState = 'open' | 'done' | 'resolved';

/** What a person changes about tasks; ids are those of the customer's own tasks. */
export type TaskChange =
  | { op: 'add'; id: string; title: string; owner: string | null; due: Instant | null }
  | { op: 'done'; id: string }
  | { op: 'snooze'; id: string; until: Instant };

/** Something that a person has to do about a customer. `id` is unique within the customer. */
export interface Task {
  id: string;
  title: string;
  /** A person's id, or a team's name as `team:…`; null: nobody owns the customer yet. */
  owner: string | null;
  /** When it is due; null: at once. */
  due: Instant | null;
  /** Hidden from lists and digests until then. */
  snoozedUntil: Instant | null;
  state: TaskState;
  createdAt: Instant;
  closedAt: Instant | null;
  /** The rule that made it, or the person. */
  by: { kind: 'rule' | 'person'; id: string };
  /** What it is about, so that the same reason makes one task: a quote, an event. */
  about: string | null;
}

/** The moments at which the owner of an open task is reminded: when it is due, and when it comes back from being put off. */
export const remindersOf = ({ state, due, snoozedUntil, createdAt }: Task): Instant[] => {
  if (state !== 'open') return [];
  const hidden = snoozedUntil ?? createdAt;
  return [...(snoozedUntil === null ? [] : [snoozedUntil]), ...(due !== null && due > hidden ? [due] : [])];
};
/** What a rule's task is about when it is about the customer as such; its id then says since when. */
export const STATE = 'state';
/** Done before the rule, as it is now, asks for it. */
export const AHEAD = 'ahead';

/** The id of the task that a rule asks for since a moment. */
export const stateTaskId = (rule: string, at: Instant): string => `${rule}-${STATE}@${at}`;

/** The rule of such an id; null for any other id. */
export const stateTaskRule = (id: string): string | null => /^(.+)-state@\d+$/.exec(id)?.[1] ?? null;

/** Closed tasks kept a customer; what else was closed stands in the events. */
const CLOSED_KEPT = 50;

/** The tasks without the oldest closed ones. */
export const forgetClosed = (tasks: readonly Task[]): Task[] => {
  const closed = tasks.filter((task) => task.state !== 'open');
  const gone = new Set(closed.slice(0, Math.max(0, closed.length - CLOSED_KEPT)));
  return tasks.filter((task) => !gone.has(task));
};
