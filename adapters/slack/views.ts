import { setTimeout as sleep } from 'node:timers/promises';
import type { App, webApi } from '@slack/bolt';
import type { Door } from '../../src/adapter.ts';
import type { SpeakerOf } from './hear.ts';
import type { SlackDrawn } from './slack-drawn.ts';

type Client = webApi.WebClient;

/** Slack's limits (Block Kit reference): characters of a dialog's title, blocks of a view. */
const MOST_TITLE = 24;
const MOST_BLOCKS = 100;
/** Slack opens a dialog within three seconds of the click; whoever waits longer sees that it takes longer, ms. */
const PATIENCE = 2_000;

/** A dialog that shows an answer. */
export const modal = (title: string, { blocks }: SlackDrawn): webApi.ViewsOpenArguments['view'] =>
  ({
    type: 'modal',
    title: { type: 'plain_text', text: title.slice(0, MOST_TITLE) },
    blocks: blocks.slice(0, MOST_BLOCKS),
  }) as webApi.ViewsOpenArguments['view'];

export interface ViewParts {
  app: App;
  door: Door<SlackDrawn>;
  speakerOf: SpeakerOf;
  failed: (error: unknown) => void;
}

/** App Home of somebody who works here: what they have to do, and the quotes that wait. */
export const createHome =
  ({ door, speakerOf }: Pick<ViewParts, 'door' | 'speakerOf'>) =>
  async (client: Client, user: string): Promise<void> => {
    const { kind, name } = await speakerOf(user, '');
    const ask = (words: string) =>
      door.answer({ from: { id: user, name }, room: { conversation: `home:${user}`, thread: null }, words });
    const shown = kind === 'staff' ? [await ask('tasks'), await ask('quotes --stale')] : [door.say('outsider', user)];
    const blocks = shown.flatMap((drawn, place) => [...(place > 0 ? [{ type: 'divider' }] : []), ...drawn.blocks]);
    await client.views.publish({ user_id: user, view: { type: 'home', blocks: blocks.slice(0, MOST_BLOCKS) as never } });
  };

/** What people open: App Home, and the tags of whoever wrote a message (its shortcut 客户标签). */
export const listenToViews = (parts: ViewParts): void => {
  const { app, door, speakerOf, failed } = parts;
  const home = createHome(parts);

  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await home(client, event.user);
  });

  app.shortcut({ callback_id: 'customer_tags', type: 'message_action' }, async ({ shortcut, ack, client }) => {
    await ack();
    const { user, channel, message, trigger_id } = shortcut;
    const tags = async (): Promise<SlackDrawn> => {
      const { kind, name } = await speakerOf(user.id, channel.id);
      if (kind !== 'staff') return door.say('outsider', user.id);
      const author = message.user === undefined ? null : await speakerOf(message.user, channel.id);
      const thread = (message['thread_ts'] as string | undefined) ?? message.ts;
      const about = author?.kind === 'customer' && message.user !== undefined ? { about: message.user } : {};
      const room = { conversation: channel.id, thread };
      return door.answer({ from: { id: user.id, name }, room, words: 'tags', isPrivate: true, ...about });
    };
    const work = tags().catch((error: unknown) => {
      failed(error);
      return door.say('unsure', user.id);
    });
    const title = door.say('tags', user.id).text;
    const first = await Promise.race([work, sleep(PATIENCE, null)]);
    const { view } = await client.views.open({ trigger_id, view: modal(title, first ?? door.say('working', user.id)) });
    if (first === null) await client.views.update({ view_id: view?.id ?? '', view: modal(title, await work) });
  });
};
