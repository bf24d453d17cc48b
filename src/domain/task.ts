import type { Instant } from './time.ts';

/** `resolved`: the reason for it went; `done`: somebody did it. */
export type TaskState = 'open' | 'done' | 'resolved';

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
