import type { Role } from './person.ts';
import type { Product } from './product.ts';
import type { LibraryCaps, TagNode } from './tag.ts';
import type { Instant } from './time.ts';

/** A change of the library: the nodes that it changed as they were and as they became; `order`: ids of all before. */
export interface LibraryDeed {
  kind: 'library';
  before: TagNode[];
  after: TagNode[];
  order: string[];
  products?: { before: Product[]; after: Product[] };
  caps?: { before: LibraryCaps; after: LibraryCaps };
}

/** Tags for all customers of a query. */
export interface TagDeed {
  kind: 'tag';
  query: string;
  add: string[];
  remove: string[];
}

/** All customers of one person, with open tasks and quotes, to another. */
export interface HandoverDeed {
  kind: 'handover';
  from: string;
  to: string;
}

/** What one deed did to many customers is taken back. */
export interface UndoDeed {
  kind: 'undo';
  of: string;
}

/** A table was imported; the deed's id is that of the import, as in `import-run.ts`. */
export interface ImportDeed {
  kind: 'import';
  file: string;
}

/** Two customers became one, or what had been one became two again. `gone` lives in `kept`, or did. */
export interface JoinDeed {
  kind: 'join' | 'split';
  kept: string;
  gone: string;
}

/** Changes of many customers, carried out page by page. */
export type BatchDeed = TagDeed | HandoverDeed | UndoDeed;

/** Something a person did that concerns more than one customer, and that one undo takes back. */
export interface Deed<What = LibraryDeed | BatchDeed | JoinDeed | ImportDeed> {
  _id: string;
  actor: { id: string; role: Role };
  /** The home's time. */
  at: Instant;
  /** Wall time: which of two came later. */
  kept: Instant;
  what: What;
  /** A later deed took it back. */
  undone?: boolean;
  /** Of a batch: the customers concerned, and what the history calls it. */
  count?: number;
  note?: string;
  /** A batch that is not carried out to its end: until this wall time some process is at it. */
  lease?: Instant;
}

/** Whom a batch could not change, and why: the code of the refusal. */
export interface Refused {
  id: string;
  name: string | null;
  code: string;
}

/** What became of a page of a batch. */
export interface PageOutcome {
  changed: number;
  /** Nothing was to be done: they had or lacked the tags already. */
  unchanged: number;
  refused: Refused[];
}

/** Customers of a batch that are changed in one write; `outcome` once they are. */
export interface DeedPage {
  _id: string;
  deed: string;
  place: number;
  members: string[];
  outcome?: PageOutcome;
}
