import { clip } from '../clip.ts';
import type { Lang } from '../lang.ts';
import type { Message } from '../messages/message.ts';

/** The blocks of a message that Slack's Block Kit knows and that are used here. */
export type SlackBlock =
  | { type: 'header'; text: { type: 'plain_text'; text: string } }
  | { type: 'section'; text: { type: 'mrkdwn'; text: string } }
  | { type: 'context'; elements: { type: 'mrkdwn'; text: string }[] };

/** Slack's own limits (Block Kit reference): characters of a header and of a section, blocks of a message. */
const MOST_HEADER = 150;
const MOST_SECTION = 3000;
const MOST_BLOCKS = 50;
/** Rows of one section; more can be asked for. */
const MOST_ROWS = 20;

const MORE: Record<Lang, (count: number) => string> = {
  zh: (count) => `还有 ${count} 项：/digest`,
  en: (count) => `${count} more: /digest`,
};

/** Text of strangers as Slack shows it letter by letter: no mention, link or emphasis comes of it (Slack: escaping text). */
const plain = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/g, '$&\u200b');

const sectionOf = ({ heading, rows }: Message['sections'][number], none: string, lang: Lang): SlackBlock[] => {
  const head = heading === '' ? [] : [`*${plain(heading)}* ${rows.length === 0 ? none : rows.length}`];
  const lines = [...head];
  let left = rows.length;
  let used = head.join('').length;
  for (const row of rows.slice(0, MOST_ROWS)) {
    const line = `• ${plain(clip(row, 200))}`;
    used += line.length + 1;
    if (used > MOST_SECTION) break;
    lines.push(line);
    left -= 1;
  }
  const text = { type: 'mrkdwn' as const, text: lines.join('\n') };
  const more: SlackBlock[] = left > 0 ? [{ type: 'context', elements: [{ type: 'mrkdwn', text: MORE[lang](left) }] }] : [];
  return [{ type: 'section', text }, ...more];
};

/** A message as Block Kit blocks for Slack, within its limits; what has no room is left out and counted. */
export const renderSlack = ({ title, sections, none }: Message, lang: Lang): SlackBlock[] =>
  [
    { type: 'header' as const, text: { type: 'plain_text' as const, text: clip(title, MOST_HEADER) } },
    ...sections.flatMap((section) => sectionOf(section, none, lang)),
  ].slice(0, MOST_BLOCKS);
