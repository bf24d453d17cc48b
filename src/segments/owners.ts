import { NO_OWNER } from '../domain/facts.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { bindField, fieldTerm, type PersonNamed } from './fields.ts';
import { type Place, type Tree, termsOf } from './tree.ts';

/** `owner:value` in a query. */
export interface OwnerTerm extends Place {
  value: string;
  keys: string[];
}

/** The owners that a query names and that are nobody of the staff; a customer may still have one, who is not in the people file. */
export const strangersIn = ({ tree, tags, person }: { tree: Tree; tags: TagTree; person: PersonNamed }): OwnerTerm[] =>
  termsOf(tree).flatMap(({ text, from, to }) => {
    const field = fieldTerm(text.replace(/^(?:不是|非|-|－)+/, ''));
    if (field?.field !== 'owner' || tags.resolve(text).kind !== 'unknown') return [];
    const bound = bindField(field, person);
    return !bound || bound.keys.includes(NO_OWNER) || person(field.value) !== undefined
      ? []
      : [{ value: field.value, keys: bound.keys, from, to }];
  });
