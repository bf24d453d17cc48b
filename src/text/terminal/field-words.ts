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

const TASK_STATES: Record<string, Both> = {
  open: { zh: '待办', en: 'open' },
  snoozed: { zh: '已推迟', en: 'snoozed' },
  done: { zh: '已完成', en: 'done' },
  resolved: { zh: '原因已消失', en: 'reason gone' },
};

/** A task with its state: 回电话（已完成）. */
const taskWords = (value: unknown, lang: Lang): string => {
  if (typeof value !== 'object' || value === null) return EMPTY[lang];
  const { title, state } = value as { title?: unknown; state?: unknown };
  const name = TASK_STATES[String(state)]?.[lang] ?? printable(String(state));
  return lang === 'zh' ? `${printable(String(title))}（${name}）` : `${printable(String(title))} (${name})`;
};

/** A field before and after: 地区：杭州 → （空）. */
export const fieldChangeWords = ({ field, from, to }: { field: string; from: unknown; to: unknown }, lang: Lang): string => {
  const words = (value: unknown): string => {
    if (field === 'task') return taskWords(value, lang);
    if (field === 'owner') return ownerWords(typeof value === 'string' ? value : null, lang);
    return valueWords(value, lang) || EMPTY[lang];
  };
  return `${fieldName(field, lang)}${lang === 'zh' ? '：' : ': '}${words(from)} → ${words(to)}`;
};
