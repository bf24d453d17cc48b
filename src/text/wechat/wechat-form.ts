import type { Lang } from '../lang.ts';
import type { Message } from '../messages/message.ts';
import type { Room } from '../messages/paginate.ts';
import { renderWechat, wechatRow } from './render-message.ts';

/** A page that a telephone shows without folding it. */
const room: Room = { most: 1_200, rows: 25, size: (row) => wechatRow(row).length + 4 };

/** How answers look in WeChat: plain text. */
export const wechatForm = {
  room,
  buttons: false,
  draw: (message: Message, lang: Lang): string => renderWechat(message, lang),
};
