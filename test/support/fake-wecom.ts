import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface FakeCustomer {
  name: string;
  followers: string[];
}

const OK = { errcode: 0, errmsg: 'ok' };

/**
 * A fake of WeCom's server API on loopback, as far as the toolbar uses it: tokens, the two tickets, sign-in, followers of customers.
 * It speaks the wire protocol of developer.work.weixin.qq.com; no real company is behind it.
 */
export const startFakeWecom = async (customers: Record<string, FakeCustomer> = {}) => {
  const asked: string[] = [];
  const codes = new Map<string, Record<string, string>>();
  let token = 'token-1';
  let serial = 1;
  /** What the next call of this address says in place of its answer. */
  const failing = new Map<string, number>();

  const answers: Record<string, (query: URLSearchParams) => object> = {
    gettoken: (query) =>
      query.get('corpsecret') === 'secret'
        ? { ...OK, access_token: token, expires_in: 7200 }
        : { errcode: 40001, errmsg: 'invalid credential' },
    'ticket/get': (query) =>
      query.get('type') === 'agent_config'
        ? { ...OK, ticket: 'agent-ticket', expires_in: 7200 }
        : { errcode: 40058, errmsg: 'invalid type' },
    'auth/getuserinfo': (query) => {
      const code = query.get('code') ?? '';
      const found = codes.get(code);
      codes.delete(code);
      return found ? { ...OK, ...found } : { errcode: 40029, errmsg: 'invalid code' };
    },
    'externalcontact/get': (query) => {
      const id = query.get('external_userid') ?? '';
      const found = customers[id];
      if (!found) return { errcode: 84061, errmsg: 'not external contact' };
      const from = Number(query.get('cursor') ?? 0);
      const page = found.followers.slice(from, from + 2).map((userid) => ({ userid, remark: '', createtime: 1 }));
      const next = from + 2 < found.followers.length ? { next_cursor: String(from + 2) } : {};
      return { ...OK, external_contact: { external_userid: id, name: found.name, type: 1 }, follow_user: page, ...next };
    },
  };

  const answer = (url: URL): object => {
    const name = url.pathname.replace('/cgi-bin/', '');
    asked.push(name);
    const code = failing.get(name);
    failing.delete(name);
    if (code !== undefined) return { errcode: code, errmsg: 'as the test wants' };
    if (name !== 'gettoken' && url.searchParams.get('access_token') !== token) return { errcode: 42001, errmsg: 'expired' };
    return answers[name]?.(url.searchParams) ?? { errcode: 404, errmsg: 'no such address' };
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://wecom');
    if (url.pathname === '/connect/oauth2/authorize') {
      // The member is known to WeCom and says yes without a word (snsapi_base).
      serial += 1;
      codes.set(`code-${serial}`, { userid: 'a1' });
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code: `code-${serial}`, state: url.searchParams.get('state') ?? '' }).toString();
      response.writeHead(302, { location: back.href }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(url)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    env: { WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '1000002', WECOM_SECRET: 'secret', WECOM_API_URL: url },
    asked,
    /** A code that WeCom would give, and whom it stands for. */
    code: (of: Record<string, string>): string => {
      serial += 1;
      codes.set(`code-${serial}`, of);
      return `code-${serial}`;
    },
    /** Tokens die early now and then. */
    renewToken: (): void => {
      serial += 1;
      token = `token-${serial}`;
    },
    fail: (name: string, code: number): void => void failing.set(name, code),
    stop: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

export type FakeWecom = Awaited<ReturnType<typeof startFakeWecom>>;
