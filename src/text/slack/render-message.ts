import { clip } from '../clip.ts';
import type { Lang } from '../lang.ts';
import type { Action, Message, Section } from '../messages/message.ts';
import { plainMrkdwn } from './plain-mrkdwn.ts';

interface Button {
  type: 'button';
  action_id: string;
  text: { type: 'plain_text'; text: string };
  /** What `pressed` reads. */
  value?: string;
  /** What it opens. */
  url?: string;
  style?: 'primary' | 'danger';
}

/** The blocks of a message that Slack's Block Kit knows and that are used here. */
export type SlackBlock =
  | { type: 'header'; text: { type: 'plain_text'; text: string } }
  | { type: 'section'; text: { type: 'mrkdwn'; text: string } }
  | { type: 'actions'; elements: Button[] }
  | { type: 'context'; elements: { type: 'mrkdwn'; text: string }[] };

/** Slack's own limits (Block Kit reference): characters of a header, a section, a button and its value; buttons and blocks. */
const MOST_HEADER = 150;
const MOST_SECTION = 3000;
const MOST_LABEL = 75;
const MOST_VALUE = 2000;
const MOST_BUTTONS = 25;
const MOST_BLOCKS = 50;
/** Slack refuses a message of some 13,200 characters as too long, without a documented limit (bolt-js issue 2509). */
const MOST_TOTAL = 12_000;
/** Rows of one section; more can be asked for. */
const MOST_ROWS = 20;
const MOST_ROW = 400;

const MORE: Record<Lang, (count: number) => string> = {
  zh: (count) => `还有 ${count} 项：/digest`,
  en: (count) => `${count} more: /digest`,
};

/** A row as it stands in a section. */
export const slackRow = (row: string): string => `• ${plainMrkdwn(clip(row, MOST_ROW))}`;

const headOf = ({ heading, rows, counted }: Section, none: string): string[] => {
  if (heading === '') return [];
  const bold = `*${plainMrkdwn(clip(heading, MOST_ROW))}*`;
  return [counted === false ? bold : `${bold} ${rows.length === 0 ? none : rows.length}`];
};

const buttonOf = ({ label, words, told, style, url }: Action, place: number): Button[] => {
  const value = JSON.stringify({ words, ...(told === undefined ? {} : { told }) });
  // What does not fit into a button can still be typed.
  if (value.length > MOST_VALUE) return [];
  const text = { type: 'plain_text' as const, text: clip(label, MOST_LABEL) };
  if (url !== undefined) return [{ type: 'button', action_id: `tagwise_${place}`, text, url }];
  return [{ type: 'button', action_id: `tagwise_${place}`, text, value, ...(style ? { style } : {}) }];
};

const buttonsOf = (actions: readonly Action[]): SlackBlock[] => {
  const elements = actions.slice(0, MOST_BUTTONS).flatMap(buttonOf);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
};

/** `room`: the characters that its text may have. */
const sectionOf = (section: Section, none: string, lang: Lang, room: number): SlackBlock[] => {
  const lines = headOf(section, none);
  let left = section.rows.length;
  let used = lines.join('').length;
  for (const row of section.rows.slice(0, MOST_ROWS)) {
    const line = slackRow(row);
    used += line.length + 1;
    if (used > room) break;
    lines.push(line);
    left -= 1;
  }
  const text = { type: 'mrkdwn' as const, text: lines.join('\n') };
  const more: SlackBlock[] = left > 0 ? [{ type: 'context', elements: [{ type: 'mrkdwn', text: MORE[lang](left) }] }] : [];
  return [...(lines.length === 0 ? [] : [{ type: 'section' as const, text }]), ...more, ...buttonsOf(section.actions ?? [])];
};

/** A title that is too long for a header is a bold section. */
const titleOf = (title: string): SlackBlock =>
  title.length <= MOST_HEADER
    ? { type: 'header', text: { type: 'plain_text', text: title } }
    : { type: 'section', text: { type: 'mrkdwn', text: `*${plainMrkdwn(clip(title, MOST_SECTION / 6))}*` } };

const lengthOf = (blocks: readonly SlackBlock[]): number => JSON.stringify(blocks).length;

/** A message as Block Kit blocks for Slack, within its limits; what has no room is left out and counted. */
export const renderSlack = ({ title, sections, none }: Message, lang: Lang): SlackBlock[] => {
  const blocks = [titleOf(title)];
  for (const section of sections) {
    const left = MOST_TOTAL - lengthOf(blocks);
    blocks.push(...sectionOf(section, none, lang, Math.min(MOST_SECTION, left)));
  }
  return blocks.slice(0, MOST_BLOCKS);
};
