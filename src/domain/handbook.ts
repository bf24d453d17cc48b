import type { Role } from './person.ts';

/** What a tag or a group is, for those who work with it. */
export interface HandbookEntry {
  id: string;
  kind: 'group' | 'tag';
  name: string;
  /** Its groups from the top, then itself. */
  path: string[];
  colour: string;
  definition: string | null;
  /** What to mind: the note of the group that it stands in. */
  note: string | null;
  /** Other words for it, those of tags that became part of it among them. */
  aliases: string[];
  examples: string[];
  /** Customers' words that set it: how often they must come, and what they sound like. */
  words: { topic: string; hits: number; days: number; phrases: string[]; examples: string[] }[];
  /** Who may set it by hand; null: everybody but viewers. */
  roles: Role[] | null;
  /** Whether machines may. */
  machine: boolean;
  /** Whether it can be carried at all, or only gathers what lies below it. */
  assignable: boolean;
  /** The group or tag of which a customer carries one at most. */
  onlyOneOf: string | null;
  rules: { id: string; name: string; does: string; on: boolean }[];
  /** Days after its last evidence at which it goes by itself, where no person set it. */
  ttlDays: number | null;
  archived: boolean;
}

/** The library as a page to read. */
export interface Handbook {
  version: number;
  at: string;
  entries: HandbookEntry[];
}
