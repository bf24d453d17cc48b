import type { TagTree } from '../domain/tag-tree.ts';
import { TagwiseError } from '../errors.ts';
import { factNamed } from './fact-names.ts';
import { quote } from './print.ts';
import { tokenise } from './tokens.ts';

type Lang = 'zh' | 'en';

/** A node's `group:tag` label as somebody types it: in quotes where it needs them, by its id where it means others too. */
export const typedLabel = (id: string, tags: TagTree, lang: Lang): string => typed([tags.label(id, lang)], id, tags);

/** The shortest of name, `group:tag` and id that means this node and no other, in quotes where it needs them. */
export const typedName = (id: string, tags: TagTree, lang: Lang): string => {
  const node = tags.node(id);
  const names = [lang === 'en' ? node?.en : undefined, node?.name, tags.label(id, lang)];
  return typed(
    names.filter((name) => name !== undefined),
    id,
    tags,
  );
};

/** As `typedName`, in front of a comparison: never a name that means a fact there. */
export const typedAgeName = (id: string, tags: TagTree, lang: Lang): string => {
  const name = typedName(id, tags, lang);
  if (factNamed(name) === undefined) return name;
  const label = typedLabel(id, tags, lang);
  return factNamed(label) === undefined ? label : quote(id);
};

/** A word as somebody types it: in quotes where a query would read it otherwise. */
export const typedWord = (text: string): string => (isOneWord(text) ? text : quote(text));

const typed = (names: readonly string[], id: string, tags: TagTree): string => {
  const plain = names.find((name) => {
    const meaning = tags.resolve(name);
    return meaning.kind === 'one' && meaning.id === id;
  });
  const text = plain ?? id;
  return typedWord(text);
};

const isOneWord = (text: string): boolean => {
  try {
    const [token, ...others] = tokenise(text);
    return token?.kind === 'word' && !token.quoted && token.text === text && others.length === 0;
  } catch (error) {
    if (error instanceof TagwiseError) return false;
    throw error;
  }
};
