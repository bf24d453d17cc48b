import type { TagTree } from '../domain/tag-tree.ts';
import type { BoundTree } from './tree.ts';
import { typedName } from './typed-name.ts';

type Lang = 'zh' | 'en';

const WORDS = { zh: { and: ' 且 ', or: ' 或 ', not: '非 ' }, en: { and: ' and ', or: ' or ', not: 'not ' } };

/** How a query was understood, in words; typed in as a query it means the same. */
export function understood({ bound, tags, lang }: { bound: BoundTree; tags: TagTree; lang: Lang }): string {
  const words = WORDS[lang];
  const write = (tree: BoundTree): string => {
    switch (tree.kind) {
      case 'tag':
        return typedName(tree.id, tags, lang);
      case 'not':
        return `${words.not}${inside(tree.item)}`;
      case 'and':
      case 'or':
        return tree.items.map(inside).join(words[tree.kind]);
    }
  };
  // Readers need not know that "and" binds tighter: every junction inside another wears brackets.
  const inside = (tree: BoundTree): string => (tree.kind === 'and' || tree.kind === 'or' ? `(${write(tree)})` : write(tree));
  return write(bound);
}
