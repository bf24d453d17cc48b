import { profileField } from '../../domain/profile.ts';
import type { Both, Lang } from '../lang.ts';
import { printable } from '../printable.ts';

const OWNER: Both = { zh: '负责人', en: 'Owner' };
const TASK: Both = { zh: '任务', en: 'Task' };
const NAMES: Record<string, Both> = { owner: OWNER, task: TASK };
const NOBODY: Both = { zh: '无', en: 'nobody' };
const EMPTY: Both = { zh: '（空）', en: '(empty)' };
const AND: Both = { zh: '、', en: ', ' };
const VALUES: Record<string, Both> = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' } };

/** A field of a customer's card in the reader's language; `owner` counts as one, and after an undo a `task`. */
export const fieldName = (id: string, lang: Lang): string => NAMES[id]?.[lang] ?? profileField(id)?.[lang] ?? printable(id);

/** Who the owner is, or that there is none. */
export const ownerWords = (owner: string | null, lang: Lang): string => (owner === null ? NOBODY[lang] : printable(owner));

/** A field's value on one line; nothing is an empty text. */
export const valueWords = (value: unknown, lang: Lang): string => {
  if (Array.isArray(value)) return value.map((one) => valueWords(one, lang)).join(AND[lang]);
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  return VALUES[text]?.[lang] ?? printable(text);
};

/** A field before and after: 地区：杭州 → （空）. */
export const fieldChangeWords = ({ field, from, to }: { field: string; from: unknown; to: unknown }, lang: Lang): string => {
  const words = (value: unknown): string =>
    field === 'owner' ? ownerWords(typeof value === 'string' ? value : null, lang) : valueWords(value, lang) || EMPTY[lang];
  return `${fieldName(field, lang)}${lang === 'zh' ? '：' : ': '}${words(from)} → ${words(to)}`;
};
