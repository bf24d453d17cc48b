import { printable } from '../printable.ts';
import type { View } from './view.ts';

interface Imported {
  added: string[];
  renamed: string[];
  changed: string[];
  version: number;
}

const MOST = 10;

const WORDS = {
  zh: {
    title: (version: number) => `标签库已更新到版本 ${version}。`,
    same: (version: number) => `文件和正在用的标签库（版本 ${version}）一样，没有变化。`,
    added: '新增',
    renamed: '改名（旧名仍然有效）',
    changed: '修改',
    more: (count: number) => `……还有 ${count} 个`,
    colon: '：',
    and: '、',
  },
  en: {
    title: (version: number) => `The tag library is now at version ${version}.`,
    same: (version: number) => `The file is the same as the library in use (version ${version}); nothing changed.`,
    added: 'added',
    renamed: 'renamed (old names still work)',
    changed: 'changed',
    more: (count: number) => `and ${count} more`,
    colon: ': ',
    and: ', ',
  },
};

/** What an import changed in the library. */
export const renderImported = (doc: Imported, { lang }: View): string[] => {
  const words = WORDS[lang];
  const line = (kind: 'added' | 'renamed' | 'changed'): string[] => {
    const names = doc[kind].slice(0, MOST).map(printable);
    const more = doc[kind].length - names.length;
    const list = [...names, ...(more > 0 ? [words.more(more)] : [])].join(words.and);
    return names.length === 0 ? [] : [`  ${words[kind]} ${doc[kind].length}${words.colon}${list}`];
  };
  const lines = [...line('added'), ...line('renamed'), ...line('changed')];
  return lines.length === 0 ? [words.same(doc.version)] : [words.title(doc.version), ...lines];
};
