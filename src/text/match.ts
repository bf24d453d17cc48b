import type { Both, Lang } from './lang.ts';
import { printable } from './printable.ts';

/** What `match` says beside its answers. */
export const matchText = {
  /** Packs name tags that the library does not have. */
  unknownTags: {
    zh: (tags: readonly string[]): string =>
      `关键词包用到了标签库里没有的标签：${tags.join('、')}。所以照包里的写法显示；是不是写错了，用 packs check 检查。`,
    en: (tags: readonly string[]): string =>
      `Packs name tags that the tag library does not have: ${tags.join(', ')}. They are shown as the packs write them; packs check tells whether they are misspelt.`,
  },
  waits: { zh: '一行写一句话；按 Ctrl-D 结束。', en: 'Type a message a line; Ctrl-D ends.' },
};

const STANCES: Record<string, Both> = {
  want: { zh: '想要', en: 'wants' },
  refuse: { zh: '拒绝', en: 'refuses' },
  defer: { zh: '缓一缓', en: 'puts off' },
  ask: { zh: '询问', en: 'asks' },
  complain: { zh: '投诉', en: 'complains' },
  none: { zh: '没有表态', en: 'no stance' },
};

const SIGNS = {
  zh: { apply: '＋', pending: (tag: string) => `（${tag} 还不够）`, suggest: '？', block: '－' },
  en: { apply: '+', pending: (tag: string) => `(${tag}, not enough yet)`, suggest: '?', block: '-' },
};

export interface Matched {
  text: string;
  stance: string;
  apply: readonly string[];
  pending: readonly string[];
  suggest: readonly string[];
  block: readonly string[];
}

/** What one message alone says, for people: its words, then the stance and the tags that it sets, begins, suggests or refuses. */
export const matchLines = (
  { text, stance, apply, pending, suggest, block }: Matched,
  label: (tag: string) => string,
  lang: Lang,
): string => {
  const signs = SIGNS[lang];
  const tags = [
    ...apply.map((tag) => signs.apply + label(tag)),
    ...pending.map((tag) => signs.pending(label(tag))),
    ...suggest.map((tag) => signs.suggest + label(tag)),
    ...block.map((tag) => signs.block + label(tag)),
  ];
  return `${printable(text)}\n  ${[STANCES[stance]?.[lang] ?? stance, ...tags.map(printable)].join('  ')}`;
};
