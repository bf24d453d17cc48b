import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import { entranceOf, probeSlack } from '../../../adapters/slack/probe.ts';
import { modeOf, readSlackSecrets, slackSettings, wantsSlack } from '../../../adapters/slack/settings.ts';
import { wantsWebchat, webchatSettings } from '../../../adapters/webchat/settings.ts';
import { probeWechat } from '../../../adapters/wechat/probe.ts';
import { GATEWAY_PUPPET, idsOf, readWechatSecrets, wantsWechat, wechatSettings } from '../../../adapters/wechat/settings.ts';
import type { Channel, Health, PageRoute } from '../../adapter.ts';
import type { App } from '../../app.ts';
import type { Lang } from '../../commands/command.ts';
import type { Actor } from '../../domain/person.ts';
import type { TagwiseError } from '../../errors.ts';
import { slackForm } from '../../text/slack/slack-form.ts';
import { webchatForm } from '../../text/webchat/webchat-form.ts';
import { wechatForm } from '../../text/wechat/wechat-form.ts';
import type { Form } from './answer-pages.ts';
import { createChannelDoor } from './channel-door.ts';

/** What a channel is opened with. */
export interface Opening {
  app: App;
  lang: Lang;
  env: NodeJS.ProcessEnv;
  /** What the configuration says of it; absent where it says nothing. */
  setting: unknown;
  now: () => number;
  /** The folder of local data. */
  home: string;
  /** Told when the channel's health changes after it was opened. */
  news: (health: Health) => void;
  log: (what: string, error?: unknown) => void;
  unforeseen: (error: unknown) => TagwiseError;
  /** The installation's own secret, by which visitors' cookies are signed. */
  secret: () => Buffer;
  /** Whether the local demo is open now. */
  demo: () => boolean;
  /** Who is signed in to the pages under this id. */
  signedIn: (id: string) => Actor | null;
}

/** The pages that a channel brings along, and the sites on which they may stand in a frame. */
export interface ChannelPages {
  routes: readonly PageRoute[];
  origins: readonly string[];
}

/** A channel that is open, and how answers look there. */
export interface OpenChannel {
  channel: Channel<unknown>;
  form: Form<unknown>;
  /** Where only staff read. */
  staff: string | null;
  pages?: ChannelPages;
}

/** A channel that the bot knows. Its packages are loaded only where somebody wants it. */
export interface KnownChannel {
  name: string;
  settings: ZodType;
  fields: readonly string[];
  /** It lives on pages of ours, and so only in a process that serves them. */
  served?: true;
  /** Whether somebody wants it: the configuration names it, or its token is set. */
  wanted: (setting: unknown, env: NodeJS.ProcessEnv) => boolean;
  /** Names of variables of the environment that keep it from opening. */
  missing: (setting: unknown, env: NodeJS.ProcessEnv) => string[];
  /** Whether the platform takes the secrets that are set: what to show of it, or what it says is wrong. */
  probe: (setting: unknown, env: NodeJS.ProcessEnv) => Promise<{ detail: string } | { error: string }>;
  create: (opening: Opening) => Promise<OpenChannel>;
}

const slack: KnownChannel = {
  name: 'slack',
  settings: slackSettings,
  fields: ['mode', 'port', 'host', 'staff'],
  wanted: wantsSlack,
  missing: (setting, env) => {
    const secrets = readSlackSecrets(slackSettings.parse(setting ?? {}), env);
    return 'missing' in secrets ? secrets.missing : [];
  },
  probe: async (setting, env) => {
    const settings = slackSettings.parse(setting ?? {});
    const secrets = readSlackSecrets(settings, env);
    if ('missing' in secrets) return { error: secrets.missing.join(' ') };
    const found = await probeSlack(secrets);
    return 'error' in found ? found : { detail: `${found.workspace} · ${entranceOf(settings, env)}` };
  },
  create: async ({ app, lang, env, setting, now, log, unforeseen }) => {
    const settings = slackSettings.parse(setting ?? {});
    const secrets = readSlackSecrets(settings, env);
    if ('missing' in secrets) throw new TypeError('slack is not ready');
    const { createSlack } = await import('../../../adapters/slack/index.ts');
    const door = (account: () => string) =>
      createChannelDoor({ app, channel: 'slack', account, form: slackForm, lang, unforeseen });
    const channel = createSlack({ door, settings, mode: modeOf(settings, env), secrets, now, log });
    return { channel: channel as Channel<unknown>, form: slackForm as Form<unknown>, staff: settings.staff ?? null };
  },
};

/** Letters and digits that nobody takes for others. */
const newTag = (): string => `tw-${[...randomBytes(6)].map((byte) => 'abcdefghjkmnpqrstuvwxyz23456789'[byte % 31]).join('')}`;

const wechat: KnownChannel = {
  name: 'wechat',
  settings: wechatSettings,
  fields: ['puppet', 'options', 'staff', 'ids'],
  wanted: wantsWechat,
  missing: (setting, env) => {
    const secrets = readWechatSecrets(wechatSettings.parse(setting ?? {}), env);
    return 'missing' in secrets ? secrets.missing : [];
  },
  probe: (setting) => Promise.resolve(probeWechat(wechatSettings.parse(setting ?? {}))),
  create: async ({ app, lang, env, setting, now, home, news, log, unforeseen }) => {
    const settings = wechatSettings.parse(setting ?? {});
    const secrets = readWechatSecrets(settings, env);
    if ('missing' in secrets) throw new TypeError('wechat is not ready');
    const [{ createWechat }, { createBuild }] = await Promise.all([
      import('../../../adapters/wechat/index.ts'),
      import('../../../adapters/wechat/load-wechaty.ts'),
    ]);
    const door = (account: () => string) =>
      createChannelDoor({ app, channel: 'wechat', account, form: wechatForm, lang, unforeseen });
    const build = createBuild({ settings, secrets, dir: join(home, 'wechat') });
    const kind = { ids: idsOf(settings), gateway: settings.puppet === GATEWAY_PUPPET };
    const channel = createWechat({ door, build, ...kind, newTag, now, news, log });
    return { channel: channel as Channel<unknown>, form: wechatForm as Form<unknown>, staff: settings.staff ?? null };
  },
};

const webchat: KnownChannel = {
  name: 'webchat',
  settings: webchatSettings,
  fields: ['origins'],
  served: true,
  wanted: wantsWebchat,
  missing: () => [],
  probe: (setting) => Promise.resolve({ detail: ['/chat', ...webchatSettings.parse(setting ?? {}).origins].join(' · ') }),
  create: async ({ app, lang, setting, now, unforeseen, secret, demo, signedIn }) => {
    const { origins } = webchatSettings.parse(setting ?? {});
    const [{ createWebchat }, { createWebchatDoor }] = await Promise.all([
      import('../../../adapters/webchat/index.ts'),
      import('./webchat-door.ts'),
    ]);
    const door = createWebchatDoor({ app, lang, unforeseen, signedIn });
    const channel = createWebchat({ door, secret, demo, now });
    const pages = { routes: channel.routes, origins };
    return { channel: channel as Channel<unknown>, form: webchatForm as Form<unknown>, staff: null, pages };
  },
};

/** All channels, in the order in which doctor shows them. */
export const knownChannels: readonly KnownChannel[] = [slack, wechat, webchat];

/** How the configuration checks what it says of channels. */
export const channelChecks = Object.fromEntries(
  knownChannels.map(({ name, settings, fields }) => [name, { schema: settings, fields }]),
);
