import type { LibraryEdit } from './library-edit.ts';

/** A change of the library in the names that people know. `to`: what the tag becomes, or where it goes. */
export interface LibraryChange {
  edit: LibraryEdit['do'] | 'undo';
  tag: string;
  to: string | null;
}

/** What somebody is asked before it is done: what it is, how many customers it touches, and the first of them. */
export interface AskedAnswer {
  applied: false;
  asks: { kind: 'library' } & LibraryChange;
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
