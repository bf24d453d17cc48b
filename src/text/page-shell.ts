import type { Lang } from './lang.ts';

const WORDS = {
  zh: { title: '知签', opening: '正在打开…', needs: '这个页面要用 JavaScript。' },
  en: { title: 'Tagwise', opening: 'Opening…', needs: 'This page needs JavaScript.' },
};

/** The shell of a page with a script: its styles and the bones of a page stand in it, so that something is seen before the script has come. */
export const pageShell = (
  lang: Lang,
  { style, script, dark = false }: { style: string; script: string; dark?: boolean },
): string => {
  const words = WORDS[lang];
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"${dark ? ' data-theme="dark"' : ''}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="robots" content="noindex"><title>${words.title}</title>
<style>${style}</style><script type="module" src="${script}"></script></head>
<body><div id="app"><header><div class="who"><h1>${words.title}</h1><p class="sub">${words.opening}</p></div></header><main aria-busy="true"><section class="card"><div class="bone"></div><div class="bone short"></div></section><section class="card"><div class="bone"></div><div class="bone"></div><div class="bone short"></div></section></main></div><noscript>${words.needs}</noscript></body></html>
`;
};
