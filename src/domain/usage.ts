import type { CauseKind } from './cause.ts';

/** The time that a count is of: `days` days up to `asOf`. */
interface Counted {
  asOf: string;
  days: number;
}

/** How often something came in the days that are counted, in as many days before, and when last. */
export interface Times {
  given: number;
  before: number;
  lastAt: string | null;
}

/** How often each tag is given. */
export interface UsageAnswer extends Counted {
  /** In display order. */
  tags: (Times & { id: string; tag: string })[];
}

/** Who or what gave a tag; a person whom the reader does not see is one of the others: no id. */
export interface Giver {
  kind: CauseKind;
  id: string | null;
  name: string;
  given: number;
}

/** How one tag is used. */
export interface TagUsageAnswer extends Counted, Times {
  id: string;
  tag: string;
  /** The segment of those who carry it, as somebody types it. */
  query: string;
  customers: number;
  /** By day, the newest last: the last of them ends at `asOf`. */
  daily: number[];
  by: Giver[];
}

/** A rule, a pack's topic or an intent, and what came of it. */
export interface Hits extends Times {
  kind: 'rule' | 'pack' | 'intent';
  id: string;
  name: string;
  /** What it does, in words. */
  does: string;
  mode: 'on' | 'off';
  /** Whether it gives tags or makes tasks; what only tells somebody leaves no line in the history. */
  countable: boolean;
  /** Ids of the tags that it gives. */
  tags: string[];
  /** Of `given`, the tasks. */
  tasks: number;
  /** How often people turned its tags down in these days. */
  rejected: number;
  /** How often people said that an intent was right; null where nobody is asked. */
  confirmed: number | null;
  /** How many carry its tags because of it; only where one is asked for. */
  carried?: { tag: string; customers: number }[];
}

export interface HitsAnswer extends Counted {
  /** What gave most first. */
  sources: Hits[];
}
