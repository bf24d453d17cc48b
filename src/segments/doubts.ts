import type { TagTree } from '../domain/tag-tree.ts';
import { bindField, fieldTerm, markedName, type PersonNamed } from './fields.ts';
import { type Place, type Term, type Tree, termsOf } from './tree.ts';
import { typedName, typedWord } from './typed-name.ts';

/** A `name:value` that means a tag, and a field too if any customer has this value in it. */
export interface Doubt extends Place {
  text: string;
  /** What the field would have to hold. */
  keys: string[];
  /** Both readings as somebody types them. */
  choices: Record<'zh' | 'en', string[]>;
}

/** What in a query could be either; whether it is depends on the customers (semantics 12). */
export function doubtsOf({ tree, tags, person }: { tree: Tree; tags: TagTree; person: PersonNamed }): Doubt[] {
  return termsOf(tree).flatMap((term) => doubtOf(term, tags, person));
}

function doubtOf(term: Term, tags: TagTree, person: PersonNamed): Doubt[] {
  const text = term.text.replace(/^(?:不是|非|-|－)+/, '');
  const meaning = tags.resolve(text);
  const field = fieldTerm(text);
  if (meaning.kind !== 'one' || meaning.id === text || !field || field.marked) return [];
  const bound = bindField(field, person);
  if (!bound) return [];
  const choicesIn = (lang: 'zh' | 'en'): string[] => {
    const tag = typedName(meaning.id, tags, lang);
    // A name that can be both would be asked about again.
    return [fieldTerm(tag) ? meaning.id : tag, typedWord(`${markedName(field.field, lang)}:${field.value}`)];
  };
  return [{ text, keys: bound.keys, choices: { zh: choicesIn('zh'), en: choicesIn('en') }, from: term.from, to: term.to }];
}
