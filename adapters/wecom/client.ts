import { createKeptUntil } from './kept-until.ts';
import type { WecomSecrets } from './settings.ts';

/** What WeCom says of a failure; `code` is its errcode, by which to decide, 0 where nothing was heard. */
export class WecomError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.name = 'WecomError';
    this.code = code;
  }
}

/** A token that died early, or is none. */
const TOKEN_DEAD: ReadonlySet<number> = new Set([40014, 42001, 41001]);
/** No such customer for this company, or nobody here follows them. */
const NOBODY: ReadonlySet<number> = new Set([40096, 84061]);
/** A code of a sign-in that was used, is over, or never was. */
const CODE_OVER: ReadonlySet<number> = new Set([40029, 42003]);

const TIMEOUT = 4_000;
/** Pages of followers, 500 each. */
const MOST_PAGES = 20;

interface Answer {
  errcode?: number;
  errmsg?: string;
  access_token?: string;
  ticket?: string;
  expires_in?: number;
  userid?: string;
  external_contact?: { name?: string };
  follow_user?: { userid?: string }[];
  next_cursor?: string;
}

export interface Follower {
  /** The name by which the customer is known there. */
  name: string | null;
  followers: ReadonlySet<string>;
}

const userIds = ({ follow_user = [] }: Answer): string[] => follow_user.flatMap(({ userid }) => userid ?? []);

/**
 * WeCom's server API as the toolbar needs it. Token and ticket stay here.
 * @see https://developer.work.weixin.qq.com/document/path/91039 (token), 90506 (tickets), 91023 (sign-in), 92114 (customers)
 */
export const createWecomClient = ({ corpId, secret, api }: WecomSecrets, now: () => number) => {
  const get = async (path: string, query: Record<string, string>): Promise<Answer> => {
    const url = `${api}/cgi-bin/${path}?${new URLSearchParams(query)}`;
    const heard = fetch(url, { signal: AbortSignal.timeout(TIMEOUT), redirect: 'error' }).then((response) => response.json());
    const answer = (await heard.catch((error: unknown) => {
      // The address holds the secret: it must not be part of what is noted.
      throw new WecomError(0, error instanceof Error ? error.name : 'no answer');
    })) as Answer;
    if (answer.errcode) throw new WecomError(answer.errcode, `errcode ${answer.errcode}`);
    return answer;
  };

  const token = createKeptUntil(now, async () => {
    const { access_token, expires_in } = await get('gettoken', { corpid: corpId, corpsecret: secret });
    if (!access_token || !expires_in) throw new WecomError(0, 'no token');
    return { value: access_token, seconds: expires_in };
  });

  const withToken = async (path: string, query: Record<string, string>): Promise<Answer> => {
    try {
      return await get(path, { access_token: await token.value(), ...query });
    } catch (error) {
      if (!(error instanceof WecomError) || !TOKEN_DEAD.has(error.code)) throw error;
      token.drop();
      return get(path, { access_token: await token.value(), ...query });
    }
  };

  const ticket = createKeptUntil(now, async () => {
    const { ticket: value, expires_in } = await withToken('ticket/get', { type: 'agent_config' });
    if (!value || !expires_in) throw new WecomError(0, 'no ticket');
    return { value, seconds: expires_in };
  });

  const readFollowers = async (external_userid: string): Promise<Follower> => {
    const first = await withToken('externalcontact/get', { external_userid });
    const followers = new Set(userIds(first));
    let cursor = first.next_cursor;
    for (let page = 1; cursor && page < MOST_PAGES; page += 1) {
      const answer = await withToken('externalcontact/get', { external_userid, cursor });
      for (const userid of userIds(answer)) followers.add(userid);
      cursor = answer.next_cursor;
    }
    return { name: first.external_contact?.name ?? null, followers };
  };

  return {
    /** The ticket by which pages are signed. @throws WecomError */
    ticket: ticket.value,

    /** The member who signed in with this code; null: nobody of this company, or the code is over. @throws WecomError */
    memberOf: async (code: string): Promise<string | null> => {
      try {
        return (await withToken('auth/getuserinfo', { code })).userid || null;
      } catch (error) {
        if (error instanceof WecomError && CODE_OVER.has(error.code)) return null;
        throw error;
      }
    },

    /** Who follows a customer; null: there is no such customer for this company. @throws WecomError */
    followersOf: (external: string): Promise<Follower | null> =>
      readFollowers(external).catch((error: unknown) => {
        if (error instanceof WecomError && NOBODY.has(error.code)) return null;
        throw error;
      }),
  };
};
