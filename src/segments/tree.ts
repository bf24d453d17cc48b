/** Where in the query a part stands: UTF-16 units, end exclusive. */
export interface Place {
  from: number;
  to: number;
}

/** A word that names a tag, a group or `group:tag`; what it means is decided in `bind`. */
export interface Term extends Place {
  kind: 'term';
  text: string;
  /** Written in quotes: taken letter by letter, never read as a negation glued to a name. */
  quoted: boolean;
}

export interface Negation extends Place {
  kind: 'not';
  item: Tree;
}

/** At least two items; a bracket inside the same kind stays a node of its own. */
export interface Junction extends Place {
  kind: 'and' | 'or';
  items: Tree[];
}

/** A query as it was written. */
export type Tree = Term | Negation | Junction;

/** A query as it is meant: every word has become a node of the library. */
export type BoundTree =
  | { kind: 'tag'; id: string; carriers: string[] }
  | { kind: 'not'; item: BoundTree }
  | { kind: 'and' | 'or'; items: BoundTree[] };
