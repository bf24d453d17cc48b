import type { Refused } from './deed.ts';
import type { LibraryEdit } from './library-edit.ts';

/** A change of the library in the names that people know. `to`: what the tag becomes, or where it goes. */
export interface LibraryChange {
  edit: LibraryEdit['do'] | 'undo';
  tag: string;
  to: string | null;
}

/** What is done to many customers, in the names that people know. */
export type BatchWords =
  | { kind: 'tag'; query: string; understood: string; add: string[]; remove: string[] }
  | { kind: 'handover'; from: string; to: string; tasks: number; quotes: number }
  | { kind: 'undo'; of: string };

/** What somebody is asked before it is done: what it is, how many customers it touches, and the first of them. */
export interface AskedAnswer {
  applied: false;
  asks: ({ kind: 'library' } & LibraryChange) | BatchWords;
  count: number;
  customers: { id: string; name: string | null }[];
}

/** A change of the library that was made; `changed`: whether there was anything to do. */
export interface LibraryChangedAnswer extends LibraryChange {
  changed: boolean;
  version: number;
  /** Customers who carried the tag when it was changed. */
  customers: number;
}

/** What became of a change of many customers: `refused` names the first of those who could not be changed. */
export interface BatchAnswer {
  did: BatchWords;
  count: number;
  changed: number;
  unchanged: number;
  refusedCount: number;
  refused: Refused[];
}
