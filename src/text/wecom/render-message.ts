import type { Lang } from '../lang.ts';
import type { Message, Section } from '../messages/message.ts';
import { clipBytes } from './clip-bytes.ts';
import { plainMarkdown } from './plain-markdown.ts';

/** What one line may take, in bytes, so that no single one can fill a message. */
const MOST_LINE = 400;
const MOST = 2048;

const MORE: Record<Lang, (count: number) => string> = {
  zh: (count) => `… 还有 ${count} 项，/digest`,
  en: (count) => `… and ${count} more, /digest`,
};

const line = (text: string): string => clipBytes(text, MOST_LINE);
const bytes = (lines: readonly string[]): number => new TextEncoder().encode(lines.map((text) => `${text}\n`).join('')).length;

/** A section with its first rows; its heading has the number of all. */
const sectionLines = ({ heading, rows, counted }: Section, none: string, shown: number, lang: Lang): string[] => {
  const count = counted === false ? '' : ` ${rows.length === 0 ? none : rows.length}`;
  const head = heading === '' ? [] : [line(`**${heading}**${count}`)];
  const left = rows.length - shown;
  return [
    ...head,
    ...rows.slice(0, shown).map((row) => line(`> ${plainMarkdown(row)}`)),
    ...(left > 0 ? [MORE[lang](left)] : []),
  ];
};

/**
 * A message as WeCom's markdown of at most `most` bytes in UTF-8 (2 048; at least 1 024, so that title and headings fit). Every section
 * keeps its heading; they get rows in turn, one each, until there is no room, and what is left out of one is counted at its end. Words
 * of customers cannot mention anybody or make links.
 */
export const renderWecom = ({ title, sections, none }: Message, lang: Lang, most: number = MOST): string => {
  const head = line(`**${clipBytes(plainMarkdown(title), MOST_LINE - 4)}**`);
  const drawn = (place: number, shown: number) => {
    const section = sections[place];
    return section ? sectionLines(section, none, shown, lang) : [];
  };
  const parts = sections.map((_, place) => ({ shown: 0, lines: drawn(place, 0), open: true }));
  // The last line needs no break after it.
  let used = bytes([head]) - 1 + parts.reduce((sum, { lines }) => sum + bytes(lines), 0);
  const grow = (part: (typeof parts)[number], place: number): boolean => {
    const all = sections[place]?.rows.length ?? 0;
    if (part.shown === all) return false;
    // The last rows may take less room than to say how many there are.
    for (const shown of [part.shown + 1, all]) {
      const lines = drawn(place, shown);
      const then = used - bytes(part.lines) + bytes(lines);
      if (then > most) continue;
      used = then;
      Object.assign(part, { shown, lines });
      return true;
    }
    return false;
  };
  while (parts.some(({ open }) => open)) for (const [place, part] of parts.entries()) part.open &&= grow(part, place);
  return [head, ...parts.flatMap(({ lines }) => lines)].join('\n');
};
