import type { Handbook, HandbookEntry } from '../domain/handbook.ts';
import { escapeHtml } from './escape-html.ts';
import { handbookRows } from './handbook-words.ts';
import type { Lang } from './lang.ts';
import { printable } from './printable.ts';

const WORDS = {
  zh: {
    title: '标签手册',
    about: (version: number, tags: number, day: string) => `标签库版本 ${version}，${tags} 个标签，${day}`,
    contents: '目录',
  },
  en: {
    title: 'Tag handbook',
    about: (version: number, tags: number, day: string) => `Tag library version ${version}, ${tags} tags, ${day}`,
    contents: 'Contents',
  },
};

const STYLE = `:root{color-scheme:light dark}
body{font:15px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:46rem;margin:3rem auto;padding:0 1rem}
h1{margin-bottom:0}h2{margin-top:2.5rem;border-bottom:2px solid #8884}h3{margin:0 0 .3rem}
nav{columns:3;margin:1rem 0}nav a{display:block;color:inherit}
section{margin:1.2rem 0;padding-left:.9rem;border-left:.4rem solid var(--c)}
dl{display:grid;grid-template-columns:7rem 1fr;gap:.1rem .8rem;margin:0}dt{opacity:.65}dd{margin:0;overflow-wrap:anywhere}
i{display:inline-block;width:.8em;height:.8em;border-radius:50%;background:var(--c);margin-right:.4em}small{opacity:.65}
@page{margin:16mm 14mm}
@media print{body{font-size:10pt;margin:0;max-width:none}section,h2,h3{break-inside:avoid}h2,h3{break-after:avoid}nav{columns:4}a{text-decoration:none}i,section{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;

const safe = (text: string): string => escapeHtml(printable(text));

/** Only a colour of the library's form comes into the style of a page. */
const colourOf = ({ colour }: HandbookEntry): string => (/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#8c8c8c');

const section = (entry: HandbookEntry, lang: Lang): string => {
  const level = entry.path.length === 1 ? 'h2' : 'h3';
  const above = entry.path.slice(0, -1).map(safe).join(' › ');
  const rows = handbookRows(entry, lang).map(([title, text]) => `<dt>${safe(title)}</dt><dd>${safe(text)}</dd>`);
  return `<section id="${safe(entry.id)}" style="--c:${colourOf(entry)}"><${level}><i></i>${safe(entry.name)}${
    above === '' ? '' : ` <small>${above}</small>`
  }</${level}><dl>${rows.join('')}</dl></section>`;
};

/** The handbook as one page that needs nothing else: to read, to send, to print. `day`: as of when. */
export const handbookPage = ({ version, at, entries }: Handbook, lang: Lang): string => {
  const words = WORDS[lang];
  const tags = entries.filter(({ kind }) => kind === 'tag').length;
  const top = entries.filter(({ path }) => path.length === 1);
  const links = top.map((entry) => `<a href="#${safe(entry.id)}">${safe(entry.name)}</a>`).join('');
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words.title} · Tagwise 知签</title><style>
${STYLE}
</style></head><body>
<h1>${words.title}</h1><p>${safe(words.about(version, tags, at.slice(0, 10)))}</p>
<nav aria-label="${words.contents}">${links}</nav>
${entries.map((entry) => section(entry, lang)).join('\n')}
</body></html>
`;
};
