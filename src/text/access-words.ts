import type { Scope } from '../domain/access.ts';
import type { Lang } from './lang.ts';
import { printable } from './printable.ts';
import { type Cell, table } from './terminal/table.ts';

/** A token as answers show it: never its secret. */
export interface TokenAnswer {
  name: string;
  scopes: Scope[];
  by: string;
  at: string;
  until: string;
  state: 'open' | 'over' | 'revoked';
  usedAt: string | null;
}

const STATES: Record<Lang, Record<TokenAnswer['state'], string>> = {
  zh: { open: '可用', over: '已过期', revoked: '已作废' },
  en: { open: 'opens', over: 'over', revoked: 'revoked' },
};
const WORDS = {
  zh: {
    made: (name: string, until: string) => `令牌 ${name}，${until} 前有效。只显示这一次，请现在就存好：`,
    none: '还没有令牌。用 token new 名字 --scope read 新建一个。',
    revoked: (name: string) => `令牌 ${name} 已作废。`,
    until: '到期',
    used: '上次使用',
    never: '从未',
    link: (name: string) => `${name} 的登录地址，只能用一次，10 分钟内有效：`,
  },
  en: {
    made: (name: string, until: string) =>
      `The token ${name}, good until ${until}. It is shown this once, so put it in a safe place now:`,
    none: 'There are no tokens yet; make one with token new NAME --scope read.',
    revoked: (name: string) => `The token ${name} is revoked.`,
    until: 'until',
    used: 'last used',
    never: 'never',
    link: (name: string) => `Signs ${name} in, once, within 10 minutes:`,
  },
};

/** The tokens, a line each. */
export const tokenLines = (tokens: readonly TokenAnswer[], lang: Lang): string[] => {
  const words = WORDS[lang];
  if (tokens.length === 0) return [words.none];
  const day = (at: string) => at.slice(0, 10);
  const rows = tokens.map((one): Cell[] =>
    [
      one.name,
      STATES[lang][one.state],
      one.scopes.join(','),
      `${words.until} ${day(one.until)}`,
      `${words.used} ${one.usedAt === null ? words.never : day(one.usedAt)}`,
      printable(one.by),
    ].map((text) => ({ text })),
  );
  return table(rows);
};

export const accessText = {
  made: (lang: Lang, name: string, until: string): string => WORDS[lang].made(name, until.slice(0, 10)),
  revoked: (lang: Lang, name: string): string => WORDS[lang].revoked(name),
  link: (lang: Lang, name: string): string => WORDS[lang].link(printable(name)),
};
