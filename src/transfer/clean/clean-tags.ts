import type { TagTree } from '../../domain/tag-tree.ts';
import { Unclean } from './fault.ts';

const BETWEEN = /[、,;|\n]/;

/** Which tags there are, and what whoever imports calls them. */
interface Names {
  tree: TagTree;
  label: (tag: string) => string;
}

const meaningOf = (word: string, group: string | null, { tree, label }: Names): string | Unclean => {
  // In a column of a group its own tags come first: 高 in the column 意向 is 意向:高.
  const within = group === null ? null : tree.resolve(`${group}:${word}`);
  const meaning = within?.kind === 'one' ? within : tree.resolve(word);
  if (meaning.kind === 'one') {
    if (group === null || tree.isWithin(meaning.id, group)) return meaning.id;
    return new Unclean('unknown_tag', `The group ${label(group)} has no such tag.`);
  }
  const names = (meaning.kind === 'ambiguous' ? meaning.ids : meaning.near).map(label).join('、');
  if (meaning.kind === 'ambiguous') return new Unclean('ambiguous_tag', `Write which tag it is: ${names}.`);
  return new Unclean(
    'unknown_tag',
    names === '' ? 'There is no such tag in the library.' : `There is no such tag; did you mean ${names}?`,
  );
};

/** The tags that a cell names, each once: parted by 、 , ; | or a line break, bare or as `group:tag`. `group`: all must lie in it. */
export const cleanTags = (cell: string, group: string | null, names: Names): string[] | Unclean => {
  const ids = new Set<string>();
  for (const part of cell.normalize('NFKC').split(BETWEEN)) {
    const word = part.trim();
    if (word === '') continue;
    const found = meaningOf(word, group, names);
    if (found instanceof Unclean) return found;
    ids.add(found);
  }
  return [...ids];
};
