import { setTimeout as sleep } from 'node:timers/promises';
import type { App, RespondFn } from '@slack/bolt';
import type { Asking, Door } from '../../src/adapter.ts';
import type { SpeakerOf } from './hear.ts';
import { readEvent } from './read-event.ts';
import { readWords } from './read-text.ts';
import type { SlackDrawn } from './slack-drawn.ts';
import { createHome, modal } from './views.ts';

/** Slack waits three seconds for an answer to a command; whoever asked is told before that it takes longer, ms. */
const PATIENCE = 2_000;

/** Text commands whose delivery is remembered, so that one that comes again is not given again. */
const MOST_SEEN = 2_000;

export interface AskParts {
  app: App;
  door: Door<SlackDrawn>;
  speakerOf: SpeakerOf;
  /** The bot's own user. */
  bot: () => string;
  failed: (error: unknown) => void;
}

/** The words behind a mention of the bot, or null where it is not spoken to. */
export const addressed = (raw: string, bot: string): string | null => {
  const mention = new RegExp(`^\\s*<@${bot}(?:\\|[^<>]*)?>[\\s:，,]*`).exec(raw);
  return mention ? raw.slice(mention[0].length) : null;
};

/** Whether a message is met for the first time: Slack delivers one again whose acknowledgement it did not see. */
const createSeen = () => {
  const seen = new Set<string>();
  return (key: string): boolean => {
    if (seen.has(key)) return false;
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.add(key);
    return true;
  };
};

interface Pressed {
  words: string;
  told?: string;
}

/** What a button of ours says; null for one that is not. */
const readPressed = (value: unknown): Pressed | null => {
  try {
    const { words, told } = JSON.parse(String(value)) as Record<string, unknown>;
    return typeof words === 'string' ? { words, ...(typeof told === 'string' ? { told } : {}) } : null;
  } catch {
    return null;
  }
};

/**
 * Answers people who ask in Slack: slash commands, buttons, and words said to the bot. Only whoever asked sees the answer, since
 * customers may read the same conversation; and only people who work here get one.
 */
export const listenToAsking = ({ app, door, speakerOf, bot, failed }: AskParts): void => {
  const home = createHome({ door, speakerOf });
  const idOf = (user: string) => door.staff(user)?.id ?? user;
  const asStaff = async (user: string, conversation: string): Promise<{ name: string | null } | null> => {
    const { kind, name } = await speakerOf(user, conversation);
    return kind === 'staff' ? { name } : null;
  };

  const answer = async (asking: Omit<Asking, 'from'>, user: string): Promise<SlackDrawn> => {
    try {
      const person = await asStaff(user, asking.room.conversation);
      if (!person) return door.say('outsider', user);
      // In a direct message, an ephemeral one or a view of their own.
      return await door.answer({ ...asking, from: { id: user, name: person.name }, isPrivate: true });
    } catch (error) {
      failed(error);
      return door.say('unsure', user);
    }
  };

  /** Answers within Slack's time, or says that it takes longer and answers then. */
  const answerInTime = async (
    work: Promise<SlackDrawn>,
    user: string,
    say: (drawn: SlackDrawn) => Promise<unknown>,
    respond: RespondFn,
  ): Promise<void> => {
    const first = await Promise.race([work, sleep(PATIENCE, null)]);
    await say(first ?? door.say('working', user));
    if (first === null) await respond({ response_type: 'ephemeral', replace_original: false, ...(await work) });
  };

  app.command(/^\//, async ({ command, ack, respond }) => {
    const words = readWords(`${command.command.slice(1)} ${command.text}`, idOf);
    const work = answer({ room: { conversation: command.channel_id, thread: null }, words }, command.user_id);
    await answerInTime(work, command.user_id, (drawn) => ack({ response_type: 'ephemeral', ...drawn }), respond);
  });

  app.action({ action_id: /^tagwise_/, type: 'block_actions' }, async ({ action, body, ack, respond, client }) => {
    await ack();
    const pressed = action.type === 'button' ? readPressed(action.value) : null;
    if (!pressed) return;
    const { container, channel, message } = body;
    const conversation = channel?.id ?? '';
    const thread = (container['thread_ts'] as string | undefined) ?? (message?.['thread_ts'] as string | undefined) ?? null;
    const drawn = await answer({ room: { conversation, thread }, ...pressed }, body.user.id);
    if (body.response_url) {
      await respond({ response_type: 'ephemeral', replace_original: false, ...drawn } as never);
      return;
    }
    // In a view there is no message to answer: a dialog shows it.
    const view = modal(door.say('tags', body.user.id).text, drawn);
    if (body.view?.type === 'modal') {
      await client.views.update({ view_id: body.view.id, view });
      return;
    }
    await client.views.open({ trigger_id: body.trigger_id, view });
    await home(client, body.user.id);
  });

  const isNew = createSeen();
  app.event('message', async ({ body, client }) => {
    const heard = readEvent(body);
    if (heard?.kind !== 'said') return;
    const { user, conversation, thread, raw, direct, id } = heard;
    const said = addressed(raw, bot()) ?? (direct ? raw : null);
    if (said === null || !(await asStaff(user, conversation)) || !isNew(`${conversation}/${id}`)) return;
    const drawn = await answer({ room: { conversation, thread }, words: readWords(said, idOf) }, user);
    const message = { channel: conversation, ...(thread === null ? {} : { thread_ts: thread }), ...drawn };
    if (direct) await client.chat.postMessage(message as never);
    else await client.chat.postEphemeral({ ...message, user } as never);
  });

  app.error((error) => {
    failed(error);
    return Promise.resolve();
  });
};
