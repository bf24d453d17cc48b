import type { Role } from './person.ts';
import type { Product } from './product.ts';

/** Where a default tag comes from; `hand` marks one that only people set. */
export type TagSource = 'pack' | 'rule' | 'intent' | 'prediction' | 'hand';

/**
 * One node of the tag tree: a group (`kind: 'group'`) or a tag. Both nest to any depth.
 * A tag that is not `assignable` only gathers its descendants.
 */
export interface TagNode {
  /** Stable key; a rename touches no customer. */
  id: string;
  kind: 'group' | 'tag';
  name: string;
  /** The English name, shown where the language is en and understood everywhere. */
  en?: string | undefined;
  aliases: string[];
  parent: string | null;
  assignable: boolean;
  colour: string;
  importance: number;
  definition?: string | undefined;
  owner?: string | undefined;
  examples: string[];
  source?: TagSource | undefined;
  archived: boolean;
  /** It became part of this node, which now stands for all its names; it is archived itself. */
  mergedInto?: string | undefined;
  /** Time to live in days of a machine's cause, counted from its last evidence; absent: none. */
  ttlDays?: number | undefined;
  /** Restricted tags: the roles that may set and unset them; absent: everybody from agent up. */
  roles?: Role[] | undefined;
  /** Whether packs, rules, intents and predictions may set the tag. */
  machine: boolean;
  /** At most one among all that lie below; also on a tag that only gathers, so that its members keep their group. */
  exclusive?: boolean | undefined;
  // groups only
  /** Children stand in an allowed order, first to last (funnel, life cycle). */
  ordered?: boolean | undefined;
  /** A machine never replaces a person's choice in this group. */
  manual?: boolean | undefined;
  /** The most tags of this group that one customer may carry. */
  max?: number | undefined;
  note?: string | undefined;
  /** A pattern that names in this group must match. */
  pattern?: string | undefined;
}

/** The most of each that a library or a customer may have. */
export interface LibraryCaps {
  tags: number;
  perCustomer: number;
  topGroups: number;
}

/** The tag library: nodes in display order (parents before children), its caps, and the catalogue, whose tags are no nodes of their own. */
export interface Library {
  version: number;
  caps: LibraryCaps;
  nodes: TagNode[];
  /** Absent where nothing is sold yet. */
  products?: Product[];
}
