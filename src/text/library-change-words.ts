import type { LibraryChange } from '../domain/asked.ts';
import type { Lang } from './lang.ts';
import { printable } from './printable.ts';

type Say = (tag: string, to: string | null) => string;

const zh: Record<LibraryChange['edit'], Say> = {
  add: (tag, to) => (to === null ? `新增“${tag}”，放在顶层` : `在“${to}”下新增“${tag}”`),
  rename: (tag, to) => `“${tag}”改名为“${to}”，旧名仍然有效`,
  alias: (tag, to) => `“${tag}”也叫“${to}”`,
  define: (tag, to) => `“${tag}”的说明改为：${to}`,
  move: (tag, to) => (to === null ? `把“${tag}”移到顶层` : `把“${tag}”移到“${to}”下`),
  colour: (tag, to) => `“${tag}”的颜色改为 ${to}`,
  ttl: (tag, to) => (to === null ? `“${tag}”不再过期` : `“${tag}”的有效期改为 ${to} 天（只管自动打的）`),
  archive: (tag) => `归档“${tag}”和它下面的标签，从客户身上撤下`,
  restore: (tag) => `恢复“${tag}”，该有它的客户重新带上`,
  merge: (tag, to) => `把“${tag}”并入“${to}”，旧名仍然有效`,
  undo: (tag) => `撤销了对“${tag}”的改动`,
};

const en: Record<LibraryChange['edit'], Say> = {
  add: (tag, to) => (to === null ? `Add "${tag}" at the top` : `Add "${tag}" below "${to}"`),
  rename: (tag, to) => `Rename "${tag}" to "${to}"; the old name still works`,
  alias: (tag, to) => `Call "${tag}" also "${to}"`,
  define: (tag, to) => `Define "${tag}": ${to}`,
  move: (tag, to) => (to === null ? `Move "${tag}" to the top` : `Move "${tag}" below "${to}"`),
  colour: (tag, to) => `Colour "${tag}" ${to}`,
  ttl: (tag, to) =>
    to === null ? `Let "${tag}" never end by time` : `Let "${tag}" end after ${to} days, where no person set it`,
  archive: (tag) => `Archive "${tag}" and what lies below it, and take it off customers`,
  restore: (tag) => `Restore "${tag}", also for the customers who would carry it`,
  merge: (tag, to) => `Merge "${tag}" into "${to}"; the old name still works`,
  undo: (tag) => `Took the change of "${tag}" back`,
};

/** What a change of the library does, without a full stop. */
export const libraryChangeWords = ({ edit, tag, to }: LibraryChange, lang: Lang): string =>
  (lang === 'zh' ? zh : en)[edit](printable(tag), to === null ? null : printable(to));
