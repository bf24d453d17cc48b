import { confusableKey } from './confusable-key.ts';
import { editDistance } from './edit-distance.ts';
import type { TagNode } from './tag.ts';
import { nameKey } from './tag-name.ts';
import { spellingsOf, TERM_LENGTH } from './tag-names.ts';

/** As many as fit into one line of an answer. */
const SHOWN = 5;

interface Spelling {
  key: string;
  drawn: string;
}

/** Gives the tags that somebody may have meant by an unknown word, best first: look-alikes, then parts, then misspellings. */
export function createNearTags(nodes: readonly TagNode[]): (term: string) => string[] {
  // Made at the first unknown word: most trees never meet one.
  let spellings: { id: string; names: Spelling[] }[] | null = null;
  return (term) => {
    const key = nameKey(term);
    if (key === '' || term.length > TERM_LENGTH) return [];
    spellings ??= nodes
      .filter((node) => !node.archived)
      .map((node) => ({
        id: node.id,
        names: spellingsOf(node).map((name) => ({ key: nameKey(name), drawn: confusableKey(name) })),
      }));
    const part = key.split(/[:-]/).at(-1) || key;
    const drawn = [confusableKey(key), confusableKey(term.split(/[:：-]/).at(-1) ?? '')].filter((one) => one !== '');
    return spellings
      .map(({ id, names }) => ({ id, distance: Math.min(...names.map((name) => distance(name, part, drawn))) }))
      .filter((one) => one.distance < 1)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, SHOWN)
      .map((one) => one.id);
  };
}

/** From 0 (the same, or drawn alike) to 1 (nothing in common); more than half the letters wrong is already nothing. */
function distance(name: Spelling, key: string, drawn: string[]): number {
  if (name.key === key || drawn.includes(name.drawn)) return 0;
  const longer = Math.max(name.key.length, key.length);
  const shorter = Math.min(name.key.length, key.length);
  // A single letter inside a long word says nothing.
  const tells = shorter > 1 || longer === 2;
  if (tells && (name.key.includes(key) || key.includes(name.key))) return 0.1 + 0.5 * (1 - shorter / longer);
  if (longer > 2 * shorter) return 1;
  return Math.min(1, 0.2 + (1.5 * editDistance(name.key, key)) / longer);
}
