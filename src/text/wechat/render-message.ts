import { clip } from '../clip.ts';
import type { Lang } from '../lang.ts';
import type { Message, Section } from '../messages/message.ts';

/** What WeChat shows without folding it, in characters. */
const MOST = 2000;

const MORE: Record<Lang, (count: number) => string> = {
  zh: (count) => `… 还有 ${count} 项，问我要：简报`,
  en: (count) => `… ${count} more: ask me for the digest`,
};

/** A row as it stands in a message. */
export const wechatRow = (row: string): string => `· ${clip(row, 200)}`;

const headOf = ({ heading, rows, counted }: Section, none: string): string[] => {
  if (heading === '') return [];
  return [counted === false ? `【${heading}】` : `【${heading}】${rows.length === 0 ? none : rows.length}`];
};

/** A message as plain text for WeChat, which knows no markup, in at most `most` characters; what has no room is left out and counted. */
export const renderWechat = ({ title, sections, none }: Message, lang: Lang, most: number = MOST): string => {
  const lines = [
    { text: clip(title, 100), item: false },
    ...sections.flatMap((section) => [
      ...headOf(section, none).map((text) => ({ text: `\n${text}`, item: false })),
      ...section.rows.map((row) => ({ text: wechatRow(row), item: true })),
    ]),
  ];
  const total = lines.filter(({ item }) => item).length;
  const room = most - MORE[lang](total).length - 1;
  let text = '';
  let shown = 0;
  for (const line of lines) {
    const longer = text === '' ? line.text : `${text}\n${line.text}`;
    if (longer.length > room) break;
    text = longer;
    shown += line.item ? 1 : 0;
  }
  return shown < total ? `${text}\n${MORE[lang](total - shown)}` : text;
};
