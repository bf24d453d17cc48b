import type { TagNode } from '../domain/tag.ts';

/** Something wrong with a node, or with the whole library (`node` null). `other` is the node it clashes with. */
export interface Fault {
  node: TagNode | null;
  field: string;
  message: string;
  other?: TagNode;
}
