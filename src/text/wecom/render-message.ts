import type { Lang } from '../lang.ts';
import type { Message } from '../messages/message.ts';
import { clipBytes } from './clip-bytes.ts';
import { plainMarkdown } from './plain-markdown.ts';

/** What one line may take, in bytes, so that no single one can fill a message. */
const MOST_LINE = 400;
const MOST = 2048;

const MORE: Record<Lang, (count: number) => string> = {
  zh: (count) => `… 还有 ${count} 项`,
  en: (count) => `… ${count} more`,
};

interface Line {
  text: string;
  /** Items that it shows. */
  items: 0 | 1;
  /** Whether it is of no use without the line after it. */
  leads: boolean;
}

const bytes = (text: string): number => new TextEncoder().encode(text).length;

const linesOf = ({ title, sections, none }: Message): Line[] => {
  const line = (text: string, items: 0 | 1, leads = false): Line => ({ text: clipBytes(text, MOST_LINE), items, leads });
  return [
    line(`**${clipBytes(plainMarkdown(title), MOST_LINE - 4)}**`, 0),
    ...sections.flatMap(({ heading, rows }) => {
      if (rows.length === 0) return [line(`**${heading}** ${none}`, 0)];
      const head = heading === '' ? [] : [line(`**${heading}** ${rows.length}`, 0, true)];
      return [...head, ...rows.map((row) => line(`> ${plainMarkdown(row)}`, 1))];
    }),
  ];
};

/**
 * A message as WeCom's markdown of at most `most` bytes in UTF-8 (2 048; at least 512, so that the title fits). What has no room is
 * left out from the end, whole rows at a time, and counted; that the last sections are empty goes unsaid then. Words of customers cannot mention anybody or make links.
 */
export const renderWecom = (message: Message, lang: Lang, most: number = MOST): string => {
  const lines = linesOf(message);
  let left = lines.reduce((sum, { items }) => sum + items, 0);
  let used = 0;
  let best = '';
  for (const [place, { text, items, leads }] of lines.entries()) {
    used += bytes(text) + (place > 0 ? 1 : 0);
    left -= items;
    if (used > most) break;
    const more = left > 0 ? `\n${MORE[lang](left)}` : '';
    if (leads || used + bytes(more) > most) continue;
    const shown = lines.slice(0, place + 1).map((line) => line.text);
    best = shown.join('\n') + more;
  }
  return best;
};
