import type { Comparison, Operator } from './comparison.ts';
import type { FactName } from './fact-names.ts';

/** Where in the query a part stands: UTF-16 units, end exclusive. */
export interface Place {
  from: number;
  to: number;
}

/** A word that names a tag, a group, `group:tag` or `field:value`; what it means is decided in `bind`. */
export interface Term extends Place {
  kind: 'term';
  text: string;
  /** Written in quotes: taken letter by letter, never read as a negation glued to a name. */
  quoted: boolean;
}

/** A word and what it is compared with: a fact, or how long a tag has been carried. */
export interface Condition extends Place, Comparison {
  kind: 'condition';
  text: string;
  quoted: boolean;
}

/** `?tag`: the tag as suggested, not carried; `@name`: the segment that was saved under the name. */
export interface Marked extends Place {
  kind: 'suggested' | 'saved';
  text: string;
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
export type Tree = Term | Condition | Marked | Negation | Junction;

/**
 * A query as it is meant: every word has become a node of the library, a fact or a field. It holds no instant: `asOf` comes in when it
 * is asked. Money is in the main unit of the home currency, time in days.
 */
export type BoundTree =
  | { kind: 'tag'; id: string; carriers: string[] }
  | { kind: 'suggested'; id: string; carriers: string[] }
  | { kind: 'age'; id: string; carriers: string[]; operator: Operator; days: number }
  | { kind: 'fact'; fact: FactName; operator: Operator; number: number }
  | { kind: 'field'; field: string; value: string; keys: string[] }
  | { kind: 'not'; item: BoundTree }
  | { kind: 'and' | 'or'; items: BoundTree[] };

/** The plain words of a query, in its order. */
export const termsOf = (tree: Tree): Term[] => {
  switch (tree.kind) {
    case 'term':
      return [tree];
    case 'not':
      return termsOf(tree.item);
    case 'and':
    case 'or':
      return tree.items.flatMap(termsOf);
    default:
      return [];
  }
};
