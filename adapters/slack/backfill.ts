import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { afterFailure } from './send.ts';

type Client = webApi.WebClient;
type Json = Record<string, unknown>;

/** Messages of one page; Slack advises no more than 200. */
const PAGE = 200;
/** How long before it is looked for edits and answers in threads, s. */
const LOOK_BACK = 7 * 86_400;
/** What Slack says of a conversation that it does not let the bot read; of a token or scope it says other things. */
const CLOSED = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'no_permission',
  'method_not_supported_for_channel_type',
]);
const TYPES = 'public_channel,private_channel,mpim,im';
const KINDS = { is_im: 'im', is_mpim: 'mpim', is_private: 'group' } as const;

const kindOf = (conversation: Json): string =>
  Object.entries(KINDS).find(([field]) => conversation[field] === true)?.[1] ?? 'channel';

/** A call that Slack asks to wait with is made again when it may. */
const patient = async <T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> => {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const { code, retryAfter } = afterFailure(error);
      if (code !== 'slack_webapi_rate_limited_error' || retryAfter === null) throw error;
      await sleep(retryAfter, undefined, { signal });
    }
  }
};

interface Page {
  response_metadata?: { next_cursor?: string };
}

async function* pages<T extends Page>(ask: (cursor: string) => Promise<T>, signal: AbortSignal): AsyncGenerator<T> {
  for (let cursor = ''; ; ) {
    signal.throwIfAborted();
    const page = await patient(() => ask(cursor), signal);
    yield page;
    cursor = page.response_metadata?.next_cursor ?? '';
    if (cursor === '') return;
  }
}

const eventOf = (event: Json): Json => ({ type: 'event_callback', event: { type: 'message', ...event } });

/** A message of the history as the events by which it would have come since then: said, edited, and deleted where only a tombstone is left. */
const eventsOf = (message: Json, place: Json, since: number): Json[] => {
  const ts = String(message['ts']);
  // When it was deleted stands nowhere: a recall holds whenever it comes.
  if (message['subtype'] === 'tombstone') return [eventOf({ ...place, subtype: 'message_deleted', ts, deleted_ts: ts })];
  const said = Number(ts) < since ? [] : [eventOf({ ...message, ...place })];
  const edited = message['edited'] as { ts?: string } | undefined;
  if (edited?.ts === undefined || Number(edited.ts) < since) return said;
  return [...said, eventOf({ ...place, subtype: 'message_changed', ts: edited.ts, message: { ...message, type: 'message' } })];
};

export interface BackfillParts {
  client: Client;
  hear: (body: Json) => Promise<void>;
  signal: AbortSignal;
  /** Hears of a conversation that Slack does not let the bot read. */
  failed: (error: unknown) => void;
}

/**
 * Hears what was said in the bot's conversations since then (UTC ms) and may not have come: Slack delivers an event again for some six
 * minutes only. What was heard before is known by its id and counts once. Messages of a week before are looked at too, since they may
 * have been edited or answered meanwhile. What was deleted meanwhile is not in the history.
 * @throws where Slack cannot be asked or something cannot be kept; then it has to be done again.
 */
export const createBackfill =
  ({ client, hear, signal, failed }: BackfillParts) =>
  async (sinceMs: number): Promise<void> => {
    const since = sinceMs / 1000;
    const oldest = (since - LOOK_BACK).toFixed(6);

    const hearAll = async (newestFirst: readonly Json[], place: Json): Promise<void> => {
      for (const message of newestFirst.toReversed())
        for (const event of eventsOf(message, place, since)) {
          signal.throwIfAborted();
          await hear(event);
        }
    };

    const hearThread = async (channel: string, ts: string, place: Json): Promise<void> => {
      const replies = pages((cursor) => client.conversations.replies({ channel, ts, oldest, limit: PAGE, cursor }), signal);
      for await (const { messages = [] } of replies) {
        const own = (messages as Json[]).filter((message) => message['ts'] !== ts);
        await hearAll(own.toReversed(), place);
      }
    };

    const hearConversation = async (channel: string, place: Json): Promise<void> => {
      const found: Json[] = [];
      const threads: Json[] = [];
      const history = pages((cursor) => client.conversations.history({ channel, oldest, limit: PAGE, cursor }), signal);
      // The newest page comes first, and whoever answers is understood by whom they answer.
      for await (const { messages = [] } of history) {
        found.push(...(messages as Json[]).filter((message) => eventsOf(message, place, since).length > 0));
        threads.push(...(messages as Json[]).filter((message) => Number(message['latest_reply'] ?? 0) > since));
      }
      await hearAll(found, place);
      for (const { ts } of threads.toReversed()) await hearThread(channel, String(ts), place);
    };

    const conversations = pages(
      (cursor) => client.users.conversations({ types: TYPES, exclude_archived: true, limit: PAGE, cursor }),
      signal,
    );
    for await (const { channels = [] } of conversations) {
      for (const conversation of channels as Json[]) {
        const channel = String(conversation['id']);
        try {
          await hearConversation(channel, { channel, channel_type: kindOf(conversation) });
        } catch (error) {
          // One that the bot may not read, now or ever, keeps nobody from the others.
          if (!CLOSED.has(afterFailure(error).code)) throw error;
          failed(error);
        }
      }
    }
  };
