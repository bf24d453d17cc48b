import type { HandbookEntry } from '../../domain/handbook.ts';
import { handbookRows } from '../handbook-words.ts';
import { printable } from '../printable.ts';
import { paint } from './paint.ts';
import { type Cell, table } from './table.ts';
import type { View } from './view.ts';

/** What the handbook says of one tag. */
export const renderHandbookEntry = (entry: HandbookEntry, { lang, colour }: View): string[] => {
  const { bold, dim, hex } = paint(colour);
  const above = entry.path.slice(0, -1).map(printable).join(' › ');
  const rows = handbookRows(entry, lang).map(([title, text]): Cell[] => [{ text: title, paint: dim }, { text: printable(text) }]);
  const name = bold(hex(entry.colour, printable(entry.name)));
  return [above === '' ? name : `${name}  ${dim(above)}`, ...table(rows, { indent: '  ' })];
};

/** Where the handbook went. */
export const renderHandbook = ({ file, tags }: { file: string; tags: number }, { lang }: View): string[] => {
  const name = printable(file);
  return lang === 'zh'
    ? [`标签手册（${tags} 个标签）已写入 ${name}，用浏览器打开，可以打印。`]
    : [`The handbook (${tags} tags) is in ${name}: open it in a browser; it can be printed.`];
};
