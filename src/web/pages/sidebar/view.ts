import type { LibraryAnswer } from '../../../domain/answers.ts';
import { WORDS, type Words } from './words.ts';

type Node = LibraryAnswer['nodes'][number];

/** How this page looks to whoever sits before it. */
export interface View {
  lang: 'zh' | 'en';
  words: Words;
  /** The name of a tag or group in their language, by its id. */
  nameOf: (id: string, otherwise: string) => string;
  /** The name of a group by the name that the library gives it. */
  groupName: (name: string) => string;
  /** The name of a stage by the name that the library gives it. */
  stageName: (name: string) => string;
  time: (iso: string) => string;
  money: (amount: number, currency: string) => string;
}

export const createView = (lang: 'zh' | 'en', zone: string, library: LibraryAnswer | null): View => {
  const nodes = new Map((library?.nodes ?? []).map((node) => [node.id, node]));
  const translated = (name: string, wanted: (node: Node) => boolean): string => {
    const node = (library?.nodes ?? []).find((one) => one.name === name && wanted(one));
    return (lang === 'en' ? node?.en : undefined) ?? name;
  };
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
    nameOf: (id, otherwise) => {
      const node = nodes.get(id);
      return (lang === 'en' ? node?.en : undefined) ?? node?.name ?? otherwise;
    },
    groupName: (name) => translated(name, ({ kind }) => kind !== 'tag'),
    stageName: (name) => translated(name, ({ kind }) => kind === 'tag'),
    time: (iso) => day.format(new Date(iso)),
    money: (amount, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount),
  };
};
