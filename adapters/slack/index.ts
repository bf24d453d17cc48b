import type { Logger } from '@slack/bolt';
import { App, LogLevel, webApi } from '@slack/bolt';
import type { Channel, Door, Health } from '../../src/adapter.ts';
import { addressed, listenToAsking } from './ask.ts';
import { createBackfill } from './backfill.ts';
import { createCatchUp } from './catch-up.ts';
import { createDirectory } from './directory.ts';
import { createHear, createSpeakerOf } from './hear.ts';
import { createReceiver } from './receiver.ts';
import { createRoomCheck } from './room-check.ts';
import { afterFailure, createDirectMessages, trySend } from './send.ts';
import type { SlackSecrets, SlackSettings } from './settings.ts';
import type { SlackDrawn } from './slack-drawn.ts';
import { listenToViews } from './views.ts';

/** How long one call of the Web API may take, ms. */
const CALL_WITHIN = 10_000;

export interface SlackParts {
  /** Made once the workspace is known. */
  door: (account: () => string) => Door<SlackDrawn>;
  settings: SlackSettings;
  mode: 'socket' | 'http';
  secrets: SlackSecrets;
  now: () => number;
  /** How often it is noted that all was taken, ms; default a minute. */
  noteEvery?: number;
  /** Hears what goes wrong, without anybody's words. */
  log: (what: string, error?: unknown) => void;
}

/** What Bolt has to say goes to the log of the bot; never its `debug`, which holds words and tokens. */
const loggerTo = (log: SlackParts['log']): Logger => {
  const nothing = () => undefined;
  return {
    ...{ debug: nothing, info: nothing, setLevel: nothing, setName: nothing },
    ...{ getLevel: () => LogLevel.ERROR, warn: () => log('slack: warning') },
    error: (...parts: unknown[]) =>
      log(
        'slack',
        parts.find((part) => part instanceof Error),
      ),
  };
};

/** Slack, by Bolt: listens by Socket Mode or HTTP, answers people who ask, and tells people what waits for them. */
export const createSlack = ({ door: doorFor, settings, mode, secrets, now, noteEvery, log }: SlackParts): Channel<SlackDrawn> => {
  let health: Health = { state: 'stopped' };
  let company = { team: '', enterprise: null as string | null, bot: '' };
  let app: App | null = null;
  let catchUp: ReturnType<typeof createCatchUp> | null = null;
  const ended = new AbortController();
  /** What is being answered: Bolt does not wait for it. */
  const underWay = new Set<Promise<void>>();
  const logger = loggerTo(log);
  const clientOptions = {
    ...(secrets.api === null ? {} : { slackApiUrl: secrets.api }),
    ...{ timeout: CALL_WITHIN, retryConfig: { retries: 1 }, rejectRateLimitedCalls: true, logger },
  };
  const client = new webApi.WebClient(secrets.token, clientOptions);
  const door = doorFor(() => company.team);
  const direct = createDirectMessages(client);
  const speakerOf = createSpeakerOf({ door, directory: createDirectory({ users: client.users, home: () => company, now }) });
  const failed = (error: unknown) => log('slack', error);
  const refuseWhereCustomersRead = createRoomCheck({ conversations: client.conversations, door });
  const connected = (is: boolean) => {
    if (health.state !== 'stopped') health = is ? { state: 'ready' } : { state: 'degraded', detail: 'disconnected' };
    if (!is) catchUp?.note();
  };
  const hear = createHear({
    door,
    speakerOf,
    account: () => company.team,
    isCommand: ({ raw, direct }) => direct || addressed(raw, company.bot) !== null,
  });
  const keep = async (body: unknown): Promise<void> => {
    try {
      await hear(body);
    } catch (error) {
      catchUp?.note();
      throw error;
    }
  };

  const open = async (botId: string): Promise<App> => {
    const receiver = createReceiver({ mode, secrets, logger, keep, connected });
    const opened = new App({
      ...{ token: secrets.token, receiver, botId, botUserId: company.bot },
      ...{ convoStore: false as const, clientOptions, logger },
    });
    opened.use(({ next }) => {
      const work = next().finally(() => underWay.delete(work));
      underWay.add(work);
      return work;
    });
    listenToAsking({ app: opened, door, speakerOf, bot: () => company.bot, failed });
    listenToViews({ app: opened, door, speakerOf, failed });
    await opened.start(mode === 'http' ? { port: settings.port, host: settings.host } : (undefined as never));
    return opened;
  };

  return {
    name: 'slack',
    health: () => health,

    /** @throws where Slack does not take the token, or cannot be reached. */
    start: async () => {
      health = { state: 'starting' };
      try {
        const { team_id = '', enterprise_id, user_id = '', bot_id = '' } = await client.auth.test();
        company = { team: team_id, enterprise: enterprise_id ?? null, bot: user_id };
        app = await open(bot_id);
        // Stopped meanwhile: nobody else closes what was just opened.
        if (ended.signal.aborted) {
          await app.stop();
          health = { state: 'stopped' };
          return;
        }
        health = { state: 'ready' };
        const backfill = createBackfill({ client, hear, signal: ended.signal, failed });
        const well = () => health.state === 'ready';
        catchUp = createCatchUp({ door, backfill, well, now, failed, every: noteEvery });
        catchUp.start();
      } catch (error) {
        health = { state: 'degraded', detail: afterFailure(error).code };
        throw error;
      }
    },

    stop: async () => {
      ended.abort();
      await catchUp?.stop();
      await app?.stop().catch(failed);
      await Promise.allSettled(underWay);
      app = null;
      health = { state: 'stopped' };
    },

    tell: async (to, drawn) =>
      trySend(
        async () => {
          if ('room' in to) await refuseWhereCustomersRead(to.room);
          const channel = 'room' in to ? to.room : await direct(to.person);
          // Words of customers stand in it, and a link of theirs must not be fetched.
          await client.chat.postMessage({ channel, unfurl_links: false, unfurl_media: false, ...drawn } as never);
        },
        (code) => log(`slack: ${code}`),
      ),
  };
};
