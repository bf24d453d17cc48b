import { z } from 'zod';
import { readText } from './read-text.ts';

const place = { channel: z.string(), channel_type: z.string().optional() };
/** The id of a message, and its time. */
const stamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const share = z.looseObject({
  text: z.string().optional(),
  fallback: z.string().optional(),
  is_share: z.boolean().optional(),
  is_msg_unfurl: z.boolean().optional(),
});

/** The fields of a message that are used here; Slack sends many more (docs: `message` event). */
const messageShape = z.looseObject({
  ...place,
  ts: stamp,
  thread_ts: stamp.optional(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  attachments: z.array(share).nullish(),
});

const inner = z.looseObject({
  ts: stamp,
  thread_ts: stamp.optional(),
  text: z.string().nullish(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
});

const changedShape = z.looseObject({ ...place, ts: stamp, message: inner, previous_message: inner.partial().optional() });
const deletedShape = z.looseObject({
  ...place,
  ts: stamp,
  deleted_ts: stamp,
  previous_message: inner.partial().optional(),
});

/** Something that was said, edited or taken back. `at`: UTC milliseconds. */
export type Heard =
  | {
      kind: 'said';
      user: string;
      conversation: string;
      thread: string | null;
      /** Whether it is a direct message with the bot. */
      direct: boolean;
      id: string;
      at: number;
      /** As Slack wrote it. */
      raw: string;
      text: string;
      quote: string | null;
    }
  | {
      kind: 'edited' | 'recalled';
      /** Whose message it was, where the event says it. */
      user: string | null;
      conversation: string;
      thread: string | null;
      id: string;
      at: number;
      message: string;
      /** As Slack wrote it; of a recall nothing. */
      raw: string;
      text: string;
    };

/** Messages that somebody wrote; all other subtypes are Slack's own or a program's (docs: message subtypes). */
const WRITTEN = new Set(['', 'file_share', 'thread_broadcast', 'me_message']);

/** The time in a message's id, `1700000000.000123`, as milliseconds. */
const timeOf = (ts: string): number => {
  const [seconds = '0', parts = ''] = ts.split('.');
  return Number(seconds) * 1000 + Number(parts.padEnd(3, '0').slice(0, 3));
};

const sharedText = (attachments: z.infer<typeof messageShape>['attachments']): string[] =>
  (attachments ?? [])
    .filter(({ is_share, is_msg_unfurl }) => is_share === true || is_msg_unfurl === true)
    .flatMap(({ text, fallback }) => readText(text ?? fallback ?? '').text || []);

const readSaid = (event: unknown): Heard | null => {
  const parsed = messageShape.safeParse(event);
  if (!parsed.success) return null;
  const { subtype = '', user, bot_id, channel, channel_type, ts, thread_ts, text, attachments } = parsed.data;
  if (!WRITTEN.has(subtype) || user === undefined || bot_id) return null;
  const read = readText(text ?? '');
  const quote = [...(read.quote === null ? [] : [read.quote]), ...sharedText(attachments)].join('\n');
  return {
    ...{ kind: 'said', user },
    ...{ conversation: channel, thread: thread_ts ?? null, direct: channel_type === 'im', id: ts, at: timeOf(ts) },
    ...{ raw: text ?? '', text: read.text, quote: quote === '' ? null : quote },
  };
};

const readDeleted = (event: unknown): Heard | null => {
  const parsed = deletedShape.safeParse(event);
  if (!parsed.success) return null;
  const { channel, ts, deleted_ts: message, previous_message: before } = parsed.data;
  if (before?.bot_id) return null;
  const whose = { user: before?.user ?? null, thread: before?.thread_ts ?? null };
  return { kind: 'recalled', ...whose, conversation: channel, id: message, at: timeOf(ts), message, raw: '', text: '' };
};

/** What is left of a deleted message that others had answered: Slack tells of it as an edit. */
const TOMBSTONE = 'tombstone';

const readChanged = (event: unknown): Heard | null => {
  const parsed = changedShape.safeParse(event);
  if (!parsed.success) return null;
  const { channel, ts, message, previous_message: before } = parsed.data;
  if (message.subtype === TOMBSTONE) return readDeleted({ ...parsed.data, deleted_ts: message.ts });
  // Unfurled links and reactions of programs change a message too, but not its words.
  if (message.bot_id || !WRITTEN.has(message.subtype ?? '') || message.text === before?.text) return null;
  const raw = message.text ?? '';
  const whose = { user: message.user ?? null, thread: message.thread_ts ?? null };
  const what = { message: message.ts, raw, text: readText(raw).text };
  return { kind: 'edited', ...whose, conversation: channel, id: ts, at: timeOf(ts), ...what };
};

/** What an event of Slack's Events API means for us; null where it is nothing that somebody wrote. */
export const readEvent = (body: unknown): Heard | null => {
  const envelope = z
    .looseObject({ type: z.literal('event_callback'), event: z.looseObject({ type: z.string() }) })
    .safeParse(body);
  if (!envelope.success || envelope.data.event.type !== 'message') return null;
  const { event } = envelope.data;
  if (event['subtype'] === 'message_changed') return readChanged(event);
  if (event['subtype'] === 'message_deleted') return readDeleted(event);
  return readSaid(event);
};
