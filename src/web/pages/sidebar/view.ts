import type { ChoicesAnswer } from '../../../domain/choices-answer.ts';
import { WORDS, type Words } from './words.ts';

/** How this page looks to whoever sits before it. */
export interface View {
  lang: 'zh' | 'en';
  words: Words;
  /** The name of a tag in their language, by its id. */
  nameOf: (id: string, otherwise: string) => string;
  /** The name of a group by the name that the library gives it. */
  groupName: (name: string) => string;
  time: (iso: string) => string;
  money: (amount: number, currency: string) => string;
}

export const createView = (lang: 'zh' | 'en', zone: string, choices: ChoicesAnswer | null): View => {
  const inLang = ({ name, en }: { name: string; en?: string }) => (lang === 'en' ? (en ?? name) : name);
  const { groups = [], others = [] } = choices ?? {};
  const tags = new Map([...groups.flatMap((group) => group.tags), ...others].map((tag) => [tag.id, inLang(tag)]));
  const groupNames = new Map(groups.map((group) => [group.name, inLang(group)]));
  const locale = lang === 'zh' ? 'zh-CN' : 'en';
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return {
    lang,
    words: WORDS[lang],
    nameOf: (id, otherwise) => tags.get(id) ?? otherwise,
    groupName: (name) => groupNames.get(name) ?? name,
    time: (iso) => day.format(new Date(iso)),
    money: (amount, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount),
  };
};
