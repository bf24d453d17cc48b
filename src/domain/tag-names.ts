import type { TagNode } from './tag.ts';
import { nameKey } from './tag-name.ts';

/** Longer words name nothing; it bounds the work for a word somebody sends us. */
export const TERM_LENGTH = 256;

/** All spellings under which a node is known. */
export const spellingsOf = (node: TagNode): string[] => [
  node.id,
  node.name,
  ...(node.en === undefined ? [] : [node.en]),
  ...node.aliases,
];

/** The ids that a word can mean; none, one or several, in display order. */
export interface TagNames {
  meaning(term: string): string[];
}

/** An index of all names of a library, given in display order. */
export function createTagNames({
  nodes,
  isWithin,
}: {
  nodes: readonly TagNode[];
  isWithin: (id: string, root: string) => boolean;
}): TagNames {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byKey = new Map<string, string[]>();
  for (const node of nodes) {
    for (const key of new Set(spellingsOf(node).map(nameKey))) byKey.set(key, [...(byKey.get(key) ?? []), node.id]);
  }

  const named = (key: string): string[] => byKey.get(key) ?? [];

  // `a:b` names what is called b below anything called a. A hyphen parts too, since people write 来源-官网.
  const below = (key: string, known: Map<string, string[]>): string[] => {
    const seen = known.get(key);
    if (seen) return seen;
    const found = new Set(named(key));
    for (const [roots, tags] of splits(key, (left) => below(left, known), named)) {
      for (const id of tags) if (roots.some((root) => root !== id && isWithin(id, root))) found.add(id);
    }
    known.set(key, [...found]);
    return [...found];
  };

  return {
    meaning(term) {
      if (term.length > TERM_LENGTH) return [];
      // A rule that names an id must go on meaning it when somebody gives that word to another tag as a name.
      if (byId.has(term)) return [term];
      const key = nameKey(term);
      const whole = named(key);
      return preferLive(whole.length > 0 ? whole : below(key, new Map()), byId);
    },
  };
}

/** An archived tag keeps its name for those who ask for it, but never competes with one in use, or with one that became part of another. */
function preferLive(ids: string[], nodes: ReadonlyMap<string, TagNode>): string[] {
  const live = ids.filter((id) => !nodes.get(id)?.archived || nodes.get(id)?.mergedInto !== undefined);
  return live.length > 0 ? live : ids;
}

function* splits(
  key: string,
  groups: (left: string) => string[],
  tags: (right: string) => string[],
): Generator<[roots: string[], tags: string[]]> {
  // With a space beside it a hyphen is no part of a name: 来源 -官网 is the group without one of its tags.
  for (const { index } of key.matchAll(/:|(?<! )-(?! )/g)) {
    // The right side first: it is a look-up, and mostly empty.
    const right = tags(key.slice(index + 1).trim());
    if (right.length > 0) yield [groups(key.slice(0, index).trim()), right];
  }
}
