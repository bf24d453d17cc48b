import { escapeHtml } from './escape-html.ts';
import type { Lang } from './lang.ts';

const WORDS = {
  zh: {
    title: '登录知签',
    as: (name: string) => `以 ${name} 的身份登录这台设备的浏览器，8 小时内有效。`,
    local: '本机操作员',
    yes: '登录',
    notYou: '不是你？关掉这个页面，不要点登录。',
  },
  en: {
    title: 'Sign in to Tagwise',
    as: (name: string) => `This signs ${name} in to this browser for 8 hours.`,
    local: 'the local operator',
    yes: 'Sign in',
    notYou: 'Is that not you? Close this page and do not sign in.',
  },
};

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:26rem;margin:16vh auto;padding:0 1rem}
h1{font-size:1.375rem}button{font:inherit;padding:.5rem 1.5rem;min-height:44px;border:0;border-radius:6px;background:#0a5dc2;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid;outline-offset:2px}small{opacity:.75}`;

const page = (lang: Lang, body: string): string => `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${WORDS[lang].title}</title>
<style>${STYLE}</style></head><body><main>
<h1>${WORDS[lang].title}</h1>${body}
</main></body></html>
`;

/**
 * Asks whoever opened a one-time address whether to sign in. A chat that looks at an address by itself, to show what is behind it, only
 * opens it, and so uses none up. @param name null: the local operator
 */
export const signInPage = (lang: Lang, name: string | null, secret: string): string => {
  const words = WORDS[lang];
  return page(
    lang,
    `<p>${escapeHtml(words.as(name ?? words.local))}</p><form method="post" action="/in"><input type="hidden" name="t" value="${escapeHtml(secret)}"><button>${words.yes}</button></form><p><small>${words.notYou}</small></p>`,
  );
};

/** Says why a page is not shown, and what to do. */
export const refusedPage = (lang: Lang, message: string, hint: string): string =>
  page(lang, `<p role="alert">${escapeHtml(message)}</p><p>${escapeHtml(hint)}</p>`);
