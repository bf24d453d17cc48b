import { fieldKey, NO_OWNER } from '../domain/facts.ts';
import { profileField } from '../domain/profile.ts';
import { nameKey } from '../domain/tag-name.ts';
import type { BoundTree } from './tree.ts';

/** Gives the id of the person whom a word means, if there is one. */
export type PersonNamed = (word: string) => string | undefined;

type Field = Extract<BoundTree, { kind: 'field' }>;

/** In front of a field's name it says that no tag is meant, where both exist. */
const MARK = /^(?:field|字段)\./i;
const OWNER = ['owner', '负责人'];
const NOBODY = ['无', '没有', '空', 'none', 'nobody'];

/** `field:value` in its parts; `marked`: it can be nothing but a field. Undefined where no field has this name. */
export const fieldTerm = (text: string): { field: string; value: string; marked: boolean } | undefined => {
  const [, name, value] = /^([^:：]+)[:：](.+)$/s.exec(text.replace(MARK, '')) ?? [];
  if (name === undefined || value === undefined) return undefined;
  const word = name.normalize('NFKC').trim().toLowerCase();
  const field = OWNER.includes(word) ? 'owner' : profileField(word)?.id;
  return field === undefined ? undefined : { field, value: value.trim(), marked: MARK.test(text) };
};

/** The condition that a field has a value; undefined for a value that it cannot have. */
export const bindField = ({ field, value }: { field: string; value: string }, person: PersonNamed): Field | undefined => {
  if (field === 'owner') {
    const id = person(value);
    if (id === undefined && NOBODY.includes(nameKey(value))) return { kind: 'field', field, value, keys: [NO_OWNER] };
    const keys = [value, ...(id === undefined ? [] : [id])].map((word) => fieldKey(field, word));
    return { kind: 'field', field, value, keys: [...new Set(keys)] };
  }
  const parsed = profileField(field)?.parse(value);
  if (parsed === undefined) return undefined;
  const values = Array.isArray(parsed) ? parsed : [parsed];
  return { kind: 'field', field, value: values.join(','), keys: [...new Set(values.map((one) => fieldKey(field, one)))] };
};

/** The name of a field as somebody reads and types it. */
export const fieldName = (field: string, lang: 'zh' | 'en'): string => {
  if (field === 'owner') return lang === 'zh' ? '负责人' : 'owner';
  return lang === 'zh' ? (profileField(field)?.zh ?? field) : field;
};

/** The same, marked as a field. */
export const markedName = (field: string, lang: 'zh' | 'en'): string =>
  `${lang === 'zh' ? '字段' : 'field'}.${fieldName(field, lang)}`;
