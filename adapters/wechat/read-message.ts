import { readText } from './read-text.ts';
import type { MessagePayload } from './wechaty-shape.ts';

/** Kinds of messages as puppets number them (`types.Message` of wechaty-puppet). */
export const KINDS = {
  attachment: 1,
  audio: 2,
  contact: 3,
  chatHistory: 4,
  sticker: 5,
  image: 6,
  text: 7,
  location: 8,
  miniProgram: 9,
  transfer: 11,
  redEnvelope: 12,
  recalled: 13,
  url: 14,
  video: 15,
} as const;

/** Kinds that are somebody's doing, but not their words. */
const WORDLESS: ReadonlySet<number> = new Set([
  ...[KINDS.audio, KINDS.contact, KINDS.chatHistory, KINDS.sticker, KINDS.image, KINDS.location],
  ...[KINDS.transfer, KINDS.redEnvelope, KINDS.video],
]);

interface Place {
  id: string;
  /** ms */
  at: number;
  talker: string;
  /** Whom a direct message is to. */
  listener: string | null;
  room: string | null;
}

/** What a message is to us: words (perhaps none), or that an earlier one was taken back. */
export type Heard =
  | (Place & {
      kind: 'said';
      text: string;
      quote: string | null;
      /** Passed on, not written: a link, a file, a record of other chats. */
      forwarded: boolean;
      mentions: readonly string[];
      /** Where its title has to be asked for. */
      titleOf: 'url' | 'miniProgram' | null;
    })
  | (Place & { kind: 'recalled'; message: string });

/** The time of a message, ms: puppets give s or ms. */
const timeOf = (timestamp: number): number => (timestamp < 1e11 ? timestamp * 1000 : timestamp);

/** The message that a recall is about: its id, or WeChat's own notice of it, which in some protocols has a short id beside the real one. */
const recalledIn = (text: string): string =>
  (/<newmsgid>(\d+)<\/newmsgid>/.exec(text)?.[1] ?? /<msgid>(\d+)<\/msgid>/.exec(text)?.[1] ?? text).trim();

const isXml = (text: string): boolean => /^\s*</.test(text);

const wordsOf = ({ type, text = '', filename }: MessagePayload): { text: string; quote: string | null } => {
  if (type === KINDS.text) return readText(text);
  if (type === KINDS.attachment) return { text: filename ?? (isXml(text) ? '' : text.trim()), quote: null };
  return { text: '', quote: null };
};

const titleOf = (type: number): 'url' | 'miniProgram' | null => {
  if (type === KINDS.url) return 'url';
  return type === KINDS.miniProgram ? 'miniProgram' : null;
};

const PASSED_ON: ReadonlySet<number> = new Set([KINDS.attachment, KINDS.url, KINDS.miniProgram, KINDS.chatHistory]);

/** Reads a message of a puppet; null for notices of WeChat itself and for kinds that nobody writes. */
export const readMessage = (payload: MessagePayload): Heard | null => {
  const { id, type, timestamp, text = '', roomId, mentionIdList = [] } = payload;
  const talker = payload.talkerId ?? payload.fromId;
  if (!talker) return null;
  const place: Place = {
    ...{ id, at: timeOf(timestamp), talker },
    listener: payload.listenerId || payload.toId || null,
    room: roomId || null,
  };
  if (type === KINDS.recalled) return { kind: 'recalled', ...place, message: recalledIn(text) };
  const title = titleOf(type);
  if (!(type === KINDS.text || type === KINDS.attachment || title !== null || WORDLESS.has(type))) return null;
  const said = { ...wordsOf(payload), forwarded: PASSED_ON.has(type), mentions: mentionIdList, titleOf: title };
  return { kind: 'said', ...place, ...said };
};
