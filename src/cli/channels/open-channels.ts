import type { Health } from '../../adapter.ts';
import type { App } from '../../app.ts';
import { unforeseen } from '../unforeseen.ts';
import type { Call } from '../verb.ts';
import { knownChannels, type OpenChannel } from './channel-list.ts';

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
}

/** The channels that somebody wants and whose secrets are set. */
export const createChannels = ({
  call,
  app,
  home,
  log,
  news,
}: {
  call: Call;
  app: App;
  /** The folder of local data. */
  home: string;
  log: (what: string, error: unknown) => void;
  /** Told when a channel opens, cannot be opened, or wants a login. */
  news: (name: string, health: Health) => void;
}): Channels => {
  const { env } = call.process;
  const timers = new Set<NodeJS.Timeout>();
  const open: OpenChannel[] = [];
  let stopped = false;

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
    news(channel.name, channel.health());
  };

  return {
    start: async () => {
      const { channels } = app.inForce.config();
      for (const known of knownChannels) {
        const setting = channels[known.name];
        if (!known.wanted(setting, env) || known.missing(setting, env).length > 0) continue;
        const opening = { app, lang: call.global.lang, env, setting, now: Date.now, home };
        const channel = await known.create({
          ...opening,
          log,
          news: (health) => news(known.name, health),
          unforeseen: (error) => unforeseen(call.process, error),
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
  };
};
