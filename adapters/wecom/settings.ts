/** What WeCom's own app needs from the environment. */
export interface WecomSecrets {
  corpId: string;
  agentId: string;
  secret: string;
  /** Where WeCom's API is, with no `/` at its end. */
  api: string;
}

/** The names of the variables, for whoever has to set them. */
export const WECOM_VARIABLES = {
  corpId: 'WECOM_CORP_ID',
  agentId: 'WECOM_AGENT_ID',
  secret: 'WECOM_SECRET',
  api: 'WECOM_API_URL',
} as const;

const API = 'https://qyapi.weixin.qq.com';

const variable = (env: NodeJS.ProcessEnv, name: string): string => env[name]?.trim() ?? '';

/** Whether somebody wants WeCom's toolbar at all. */
export const wantsWecom = (env: NodeJS.ProcessEnv): boolean => variable(env, WECOM_VARIABLES.corpId) !== '';

/** The names of the variables that are missing. */
export const missingOfWecom = (env: NodeJS.ProcessEnv): string[] => {
  const { corpId, agentId, secret } = WECOM_VARIABLES;
  return [corpId, agentId, secret].filter((name) => variable(env, name) === '');
};

/** Reads the secrets; null where one is missing. */
export const readWecomSecrets = (env: NodeJS.ProcessEnv): WecomSecrets | null => {
  const { corpId, agentId, secret, api } = WECOM_VARIABLES;
  if (missingOfWecom(env).length > 0) return null;
  return {
    corpId: variable(env, corpId),
    agentId: variable(env, agentId),
    secret: variable(env, secret),
    api: (variable(env, api) || API).replace(/\/+$/, ''),
  };
};
