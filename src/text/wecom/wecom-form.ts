import type { Lang } from '../lang.ts';
import type { Message } from '../messages/message.ts';
import type { Room } from '../messages/paginate.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { renderWecom } from './render-message.ts';

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** WeCom's markdown takes 2 048 bytes; one line at most 400 of them. */
const room: Room = { most: 1_900, rows: 25, size: (row) => Math.min(400, bytes(plainMarkdown(row))) + 6 };

/** How answers look in WeCom: its markdown. */
export const wecomForm = {
  room,
  buttons: false,
  draw: (message: Message, lang: Lang): string => renderWecom(message, lang),
};
