import { z } from 'zod';

const PORT = 'Write a port here, from 0 to 65535.';

/** `channels: { slack: … }` of the configuration. Tokens and secrets come from the environment. */
export const slackSettings = z
  .strictObject(
    {
      /** How Slack reaches the bot: the bot calls Slack (socket), or Slack calls the bot (http). */
      mode: z.enum(['socket', 'http'], 'Write socket or http.').optional(),
      /** Where requests of Slack are listened for, in mode http. */
      port: z.number('Write a number here.').int('Write a whole number.').min(0, PORT).max(65_535, PORT).default(3000),
      host: z.string('Write an address here.').default('127.0.0.1'),
      /** The conversation that only staff can read: cards of important customers go there. */
      staff: z
        .string('Write the id of a conversation here, like C0123456789.')
        .regex(/^[CGD][A-Z0-9]{2,}$/, 'Write the id of a conversation here, like C0123456789.')
        .optional(),
    },
    'Write slack as name: value pairs, like mode: socket.',
  )
  .prefault({});

export type SlackSettings = z.infer<typeof slackSettings>;

/** What Slack's connection needs from the environment. */
export interface SlackSecrets {
  token: string;
  signingSecret: string | null;
  appToken: string | null;
  /** Where Slack's Web API is; absent: slack.com. */
  api: string | null;
}

/** The names of the variables, for whoever has to set them. */
export const SLACK_VARIABLES = {
  token: 'SLACK_BOT_TOKEN',
  signingSecret: 'SLACK_SIGNING_SECRET',
  appToken: 'SLACK_APP_TOKEN',
  api: 'SLACK_API_URL',
} as const;

const variable = (env: NodeJS.ProcessEnv, name: string): string | null => env[name]?.trim() || null;

/** Whether somebody wants Slack at all. */
export const wantsSlack = (setting: unknown, env: NodeJS.ProcessEnv): boolean =>
  setting !== undefined || variable(env, SLACK_VARIABLES.token) !== null;

/** The mode that is asked for, or that the secrets at hand allow. */
export const modeOf = ({ mode }: Pick<SlackSettings, 'mode'>, env: NodeJS.ProcessEnv): 'socket' | 'http' =>
  mode ?? (variable(env, SLACK_VARIABLES.appToken) === null ? 'http' : 'socket');

/** Reads the secrets; gives the names of the variables that are missing or that hold a token of another kind. */
export const readSlackSecrets = (
  settings: Pick<SlackSettings, 'mode'>,
  env: NodeJS.ProcessEnv,
): SlackSecrets | { missing: string[] } => {
  const token = variable(env, SLACK_VARIABLES.token);
  const signingSecret = variable(env, SLACK_VARIABLES.signingSecret);
  const appToken = variable(env, SLACK_VARIABLES.appToken);
  const socket = modeOf(settings, env) === 'socket';
  const missing = [
    ...(token?.startsWith('xoxb-') ? [] : [SLACK_VARIABLES.token]),
    ...(socket && !appToken?.startsWith('xapp-') ? [SLACK_VARIABLES.appToken] : []),
    ...(!socket && signingSecret === null ? [SLACK_VARIABLES.signingSecret] : []),
  ];
  if (token === null || missing.length > 0) return { missing };
  const api = variable(env, SLACK_VARIABLES.api);
  return { token, signingSecret, appToken, api: api === null ? null : `${api.replace(/\/+$/, '')}/` };
};
