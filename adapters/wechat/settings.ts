import { z } from 'zod';

/** The puppet that reaches a gateway elsewhere. */
export const GATEWAY_PUPPET = 'wechaty-puppet-service';

/** Puppets whose ids of people and rooms are others after each login. */
const FORGETFUL = new Set(['wechaty-puppet-wechat4u', 'wechaty-puppet-wechat']);

/** `channels: { wechat: … }` of the configuration. The token of a gateway comes from the environment. */
export const wechatSettings = z
  .strictObject(
    {
      /** The npm package of the puppet: what speaks to WeChat. */
      puppet: z
        .string('Write the npm package of a puppet here, like wechaty-puppet-service.')
        .regex(/^(?:@[\w.-]+\/)?[\w.-]+$/, 'Write the npm package of a puppet here, like wechaty-puppet-service.')
        .default(GATEWAY_PUPPET),
      /** What the puppet is made with. */
      options: z
        .record(z.string(), z.unknown(), 'Write the options of the puppet as name: value pairs.')
        .refine((options) => !('token' in options), 'Put the token into the environment, not into this file.')
        .default({}),
      /** The room in which only staff are: its id, or its topic. */
      staff: z
        .string('Write the id or the topic of a room here.')
        .trim()
        .min(1, 'Write the id or the topic of a room here.')
        .optional(),
      /** Whether people and rooms keep their ids after another login. */
      ids: z.enum(['session', 'permanent'], 'Write session or permanent.').optional(),
    },
    'Write wechat as name: value pairs, like puppet: wechaty-puppet-service.',
  )
  .prefault({});

export type WechatSettings = z.infer<typeof wechatSettings>;

/** What a gateway needs from the environment. */
export interface WechatSecrets {
  token: string | null;
  /** Where the gateway is, as host:port; absent: found by the token. */
  endpoint: string | null;
}

/** The names of the variables, for whoever has to set them. They are Wechaty's own. */
export const WECHAT_VARIABLES = {
  token: 'WECHATY_PUPPET_SERVICE_TOKEN',
  endpoint: 'WECHATY_PUPPET_SERVICE_ENDPOINT',
} as const;

const variable = (env: NodeJS.ProcessEnv, name: string): string | null => env[name]?.trim() || null;

/** Whether somebody wants WeChat at all. */
export const wantsWechat = (setting: unknown, env: NodeJS.ProcessEnv): boolean =>
  setting !== undefined || variable(env, WECHAT_VARIABLES.token) !== null;

/** Whether ids are to be trusted over logins: as the settings say, else as the puppet is known to do. */
export const idsOf = ({ ids, puppet }: Pick<WechatSettings, 'ids' | 'puppet'>): 'session' | 'permanent' =>
  ids ?? (FORGETFUL.has(puppet) ? 'session' : 'permanent');

/** Reads the secrets; gives the names of the variables that are missing. */
export const readWechatSecrets = (
  { puppet }: Pick<WechatSettings, 'puppet'>,
  env: NodeJS.ProcessEnv,
): WechatSecrets | { missing: string[] } => {
  const token = variable(env, WECHAT_VARIABLES.token);
  if (puppet === GATEWAY_PUPPET && token === null) return { missing: [WECHAT_VARIABLES.token] };
  return { token, endpoint: variable(env, WECHAT_VARIABLES.endpoint) };
};
