import type { Lang } from '../../commands/command.ts';
import { channelText } from '../../text/channel.ts';
import type { Message } from '../../text/messages/message.ts';
import { paginate, type Room } from '../../text/messages/paginate.ts';

/** How a channel shows answers: what has room on a page, whether it has buttons, and a page in its own form. */
export interface Form<Drawn> {
  room: Room;
  buttons: boolean;
  draw: (message: Message, lang: Lang) => Drawn;
}

/** Who reads, and where. */
export interface Reading {
  reader: string;
  chat: string;
}

/** Answers whose later pages are remembered at most; older ones must be asked again. */
const MOST = 500;
const MORE = /^\/?(?:更多|more)(?:\s+(\d+)\s+(\d+))?$/i;

/**
 * Shows long answers page by page. Where there are buttons, one turns to the next page of its own answer, else 更多 turns that of the last
 * answer in the chat. An answer is for its reader: nobody else turns its pages.
 */
export const createAnswerPages = <Drawn>({ room, buttons, draw }: Form<Drawn>) => {
  const answers = new Map<number, { reader: string; pages: Message[]; lang: Lang }>();
  const last = new Map<string, { answer: number; page: number }>();
  let count = 0;

  const forget = (map: Map<unknown, unknown>) => {
    for (const key of map.keys()) {
      if (map.size <= MOST) return;
      map.delete(key);
    }
  };

  const show = ({ chat, reader }: Reading, answer: number, page: number): Drawn | null => {
    const held = answers.get(answer);
    const message = held?.pages[page];
    if (!held || !message || held.reader !== reader) return null;
    const { pages, lang } = held;
    const left = pages.length - page - 1;
    last.delete(chat);
    if (left === 0) return draw(message, lang);
    last.set(chat, { answer, page: page + 1 });
    forget(last);
    const next = { heading: '', rows: buttons ? [] : [channelText.more[lang](left)], counted: false as const };
    const label = `${channelText.moreLabel[lang]} (${page + 2}/${pages.length})`;
    const actions = buttons ? { actions: [{ label, words: `more ${answer} ${page + 1}` }] } : {};
    return draw({ ...message, sections: [...message.sections, { ...next, ...actions }] }, lang);
  };

  return {
    /** The first page of a new answer. */
    first: (reading: Reading, message: Message, lang: Lang): Drawn => {
      count += 1;
      const pages = paginate(message, room);
      if (pages.length > 1) answers.set(count, { reader: reading.reader, pages, lang });
      forget(answers);
      return show(reading, count, 0) ?? draw(message, lang);
    },

    /** Whether these words ask for more of an answer. */
    isMore: (words: string): boolean => MORE.test(words.trim()),

    /** The page that these words ask for; null where there is none any more. */
    more: (reading: Reading, words: string): Drawn | null => {
      const [, answer, page] = MORE.exec(words.trim()) ?? [];
      const next = answer === undefined ? last.get(reading.chat) : { answer: Number(answer), page: Number(page) };
      return next ? show(reading, next.answer, next.page) : null;
    },
  };
};
