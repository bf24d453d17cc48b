import { createWecomClient, WecomError } from '../../adapters/wecom/client.ts';
import { readWecomSecrets } from '../../adapters/wecom/settings.ts';
import { UserError } from '../errors.ts';
import type { WecomToolbar } from '../web/wecom/toolbar.ts';

const AUTHORIZE = 'https://open.weixin.qq.com/connect/oauth2/authorize';

/** What WeCom refuses or does not answer, as an error that says so; the number says why. */
const told =
  <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
  (...args: A): Promise<T> =>
    work(...args).catch((error: unknown) => {
      throw error instanceof WecomError ? new UserError('wecom_away', { code: error.code }) : error;
    });

/** WeCom's app for the pages; null where the environment names none, or not all of it. */
export const wecomToolbar = (env: NodeJS.ProcessEnv, now: () => number): WecomToolbar | null => {
  const secrets = readWecomSecrets(env);
  if (secrets === null) return null;
  const { ticket, memberOf, followersOf } = createWecomClient(secrets, now);
  return {
    ...{ corpId: secrets.corpId, agentId: secrets.agentId },
    authorize: env['WECOM_API_URL'] ? `${secrets.api}/connect/oauth2/authorize` : AUTHORIZE,
    ticket: told(ticket),
    memberOf: told(memberOf),
    followersOf: told(followersOf),
  };
};
