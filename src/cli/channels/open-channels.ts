import { signedIn } from '../../access/sign-ins.ts';
import type { Health } from '../../adapter.ts';
import type { App } from '../../app.ts';
import { contactsKey } from '../../home/contacts-key.ts';
import type { Site } from '../../web/site.ts';
import { unforeseen } from '../unforeseen.ts';
import type { Call } from '../verb.ts';
import { type ChannelPages, type KnownChannel, knownChannels, type OpenChannel } from './channel-list.ts';

/** Before a channel that could not be opened is tried again, ms; twice as long each time, up to the last. */
const RETRY = 5_000;
const MOST_RETRY = 300_000;

export interface ChannelState {
  name: string;
  health: Health;
}

export interface Channels {
  /** Opens all that are wanted; one that cannot be opened is tried again and holds nobody up. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
  states: () => ChannelState[];
  /** The open channels, for whoever has to tell somebody something. */
  open: () => OpenChannel[];
  /** The pages that they bring along. */
  pages: () => ChannelPages[];
}

/** The channels that somebody wants and whose secrets are set. */
export const createChannels = ({
  call,
  app,
  home,
  log,
  news,
  site,
  demo,
}: {
  call: Call;
  app: App;
  /** The folder of local data. */
  home: string;
  log: (what: string, error: unknown) => void;
  /** Told when a channel opens, cannot be opened, or wants a login. */
  news: (name: string, health: Health) => void;
  /** Where this process serves pages; null: nowhere. */
  site: Site | null;
  /** Whether the local demo is open now. */
  demo: () => boolean;
}): Channels => {
  const { env } = call.process;
  const timers = new Set<NodeJS.Timeout>();
  const open: OpenChannel[] = [];
  let stopped = false;
  /** The demo needs no news of a channel that nobody asked for. */
  const isWanted = (name: string): boolean => {
    const { channels } = app.inForce.config();
    return knownChannels.some((known) => known.name === name && known.wanted(channels[name], env));
  };
  /** Pages of a channel are served where pages are, and in the demo by themselves. */
  const isOpened = (known: KnownChannel, setting: unknown): boolean => {
    if (known.served && site === null) return false;
    if (known.served && demo()) return true;
    return known.wanted(setting, env) && known.missing(setting, env).length === 0;
  };

  const attempt = async (one: OpenChannel, pause: number): Promise<void> => {
    const { channel } = one;
    try {
      await channel.start();
    } catch (error) {
      log(channel.name, error);
      if (stopped) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        void attempt(one, Math.min(pause * 2, MOST_RETRY));
      }, pause);
      timers.add(timer);
    }
    if (isWanted(channel.name)) news(channel.name, channel.health());
  };

  return {
    start: async () => {
      const { channels } = app.inForce.config();
      for (const known of knownChannels) {
        const setting = channels[known.name];
        if (!isOpened(known, setting)) continue;
        const opening = { app, lang: call.global.lang, env, setting, now: Date.now, home, demo };
        const channel = await known.create({
          ...opening,
          log,
          news: (health) => news(known.name, health),
          unforeseen: (error) => unforeseen(call.process, error),
          secret: () => contactsKey({ dir: home, env }),
          signedIn: (id) => signedIn(id, app.inForce.people(), site !== null && !site.open),
        });
        open.push(channel);
        // A platform that does not answer keeps nobody else waiting.
        void attempt(channel, RETRY);
      }
    },
    stop: async () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      for (const { channel } of open) await channel.stop();
    },
    states: () => open.map(({ channel }) => ({ name: channel.name, health: channel.health() })),
    open: () => open,
    pages: () => open.flatMap(({ pages }) => pages ?? []),
  };
};
