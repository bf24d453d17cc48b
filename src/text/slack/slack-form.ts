import { clip } from '../clip.ts';
import type { Lang } from '../lang.ts';
import type { Message } from '../messages/message.ts';
import type { Room } from '../messages/paginate.ts';
import { plainMrkdwn } from './plain-mrkdwn.ts';
import { renderSlack, type SlackBlock, slackRow } from './render-message.ts';

/** An answer as Slack takes it: `text` is what notifications and screen readers say. */
export interface SlackDrawn {
  text: string;
  blocks: SlackBlock[];
}

/** Slack takes more, but a page is there to be read: about a screen. A section's own limit is never reached so. */
const room: Room = { most: 2_800, rows: 20, size: (row) => slackRow(row).length + 8 };

/** Characters of the text beside the blocks: a notification shows about a line. */
const MOST_TEXT = 300;

/** How answers look in Slack. Names of strangers stand in the title too, and Slack reads the text beside the blocks as markup. */
export const slackForm = {
  room,
  buttons: true,
  draw: (message: Message, lang: Lang): SlackDrawn => ({
    text: plainMrkdwn(clip(message.title, MOST_TEXT)),
    blocks: renderSlack(message, lang),
  }),
};
