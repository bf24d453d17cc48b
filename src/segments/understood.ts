import type { TagTree } from '../domain/tag-tree.ts';
import { TagwiseError } from '../errors.ts';
import { quote } from './print.ts';
import { tokenise } from './tokens.ts';
import type { BoundTree } from './tree.ts';

type Lang = 'zh' | 'en';

const WORDS = { zh: { and: ' 且 ', or: ' 或 ', not: '非 ' }, en: { and: ' and ', or: ' or ', not: 'not ' } };

/** How a query was understood, in words; typed in as a query it means the same. */
export function understood({ bound, tags, lang }: { bound: BoundTree; tags: TagTree; lang: Lang }): string {
  const words = WORDS[lang];
  const write = (tree: BoundTree): string => {
    switch (tree.kind) {
      case 'tag':
        return nameOf(tree.id, tags, lang);
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

/** The shortest of name, `group:tag` and id that means this node and no other. */
function nameOf(id: string, tags: TagTree, lang: Lang): string {
  const node = tags.node(id);
  const names = [lang === 'en' ? node?.en : undefined, node?.name, tags.label(id, lang)].filter((name) => name !== undefined);
  const plain = names.find((name) => {
    const meaning = tags.resolve(name);
    return meaning.kind === 'one' && meaning.id === id;
  });
  const text = plain ?? id;
  return isOneWord(text) ? text : quote(text);
}

function isOneWord(text: string): boolean {
  try {
    const [token, ...others] = tokenise(text);
    return token?.kind === 'word' && !token.quoted && token.text === text && others.length === 0;
  } catch (error) {
    if (error instanceof TagwiseError) return false;
    throw error;
  }
}
