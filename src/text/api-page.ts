import { apiWords } from './api-words.ts';
import { escapeHtml } from './escape-html.ts';
import type { Lang } from './lang.ts';

/** One address as the page shows it; `forms`: JSON schemas as text. */
export interface ApiEntry {
  method: string;
  path: string;
  scope: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean }[];
  body: string | null;
  answer: string;
}

const STYLE = `:root{color-scheme:light dark;--line:#8884;--soft:#8881}body{font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:52rem;margin:4vh auto;padding:0 1rem}
h1{font-size:1.5rem}details{border-top:1px solid var(--line);padding:.5rem 0}summary{cursor:pointer;padding:.25rem 0}summary:focus-visible{outline:2px solid}
code,pre{font-family:ui-monospace,monospace;font-size:.875rem}b{display:inline-block;min-width:3.5rem}pre{background:var(--soft);padding:.75rem;overflow-x:auto;border-radius:6px}
summary span{display:block;margin-inline-start:3.75rem}h2{font-size:1rem;margin:.75rem 0 .25rem}ul{margin:.25rem 0}`;

const part = (heading: string, text: string | null): string =>
  text === null ? '' : `<h2>${heading}</h2><pre tabindex="0">${escapeHtml(text)}</pre>`;

const entry = ({ method, path, scope, summary, parameters, body, answer }: ApiEntry, lang: Lang): string => {
  const words = apiWords[lang];
  const rows = parameters.map(
    (one) => `<li><code>${escapeHtml(one.name)}</code> (${escapeHtml(one.in)}${one.required ? `, ${words.required}` : ''})</li>`,
  );
  return `<details><summary><b>${method}</b> <code>${escapeHtml(path)}</code><span>${escapeHtml(summary)}</span></summary>
<p>${escapeHtml(words.needs(scope))}</p>${rows.length === 0 ? '' : `<h2>${words.parameters}</h2><ul>${rows.join('')}</ul>`}
${part(words.body, body)}${part(words.answer, answer)}</details>`;
};

/** The API for people: every address with its parameters and forms. Nothing of it comes from another host, and it needs no script. */
export const apiPage = (entries: readonly ApiEntry[], lang: Lang): string => {
  const words = apiWords[lang];
  const other = lang === 'zh' ? '<a href="?lang=en" lang="en">English</a>' : '<a href="?lang=zh" lang="zh">中文</a>';
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title>
<style>${STYLE}</style></head><body><main>
<h1>${words.title}</h1><p>${escapeHtml(words.about)}</p><p><a href="/v1/openapi.json?lang=${lang}">${words.document}</a> · ${other}</p>
${entries.map((one) => entry(one, lang)).join('\n')}
</main></body></html>
`;
};
