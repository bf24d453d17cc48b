import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { newLink } from '../../src/access/sign-ins.ts';
import { newToken } from '../../src/access/tokens.ts';
import type { App } from '../../src/app.ts';
import type { Scope } from '../../src/domain/access.ts';
import { UserError } from '../../src/errors.ts';
import { createLiveBoard } from '../../src/web/live-board.ts';
import { readSite } from '../../src/web/site.ts';
import { createWebServer, type WebParts } from '../../src/web/web-server.ts';
import { ROOT } from './in-force.ts';
import { openStreet } from './open-street.ts';

export const PEOPLE = `
people:
  - { id: ada, name: Ada, role: admin, lang: en }
  - { id: hua, name: Hua, role: manager, lang: en }
  - { id: li, name: Li, role: agent, manager: hua, lang: en }
  - { id: kan, name: Kan, role: viewer, lang: en }
`;

export interface Heard<T = Record<string, unknown>> {
  status: number;
  headers: Headers;
  text: string;
  body: T;
}

export interface Sending {
  /** A token, or a session's cookie. */
  as?: string;
  body?: unknown;
  headers?: Record<string, string>;
  method?: string;
}

const readBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The server on a port of its own over a whole street, and who uses it over real HTTP. All goes when the test is over. */
export const openWeb = async ({
  web = {},
  host,
  url,
  ...options
}: Parameters<typeof openStreet>[0] & {
  web?: Partial<WebParts> | ((app: App) => Partial<WebParts>);
  host?: string;
  url?: string;
} = {}) => {
  const board = createLiveBoard();
  const unforeseen: unknown[] = [];
  const street = await openStreet({
    config: PEOPLE,
    ...options,
    tell: (done) => board.tell(done, street.app.inForce.tree()),
  });
  const { app } = street;
  const server = createWebServer({
    ...{
      app,
      board,
      site: readSite(host, url),
      port: '0',
      metricsPort: undefined,
      pages: join(ROOT, 'dist', 'pages'),
      lang: 'en',
      version: '0.0.0',
    },
    channels: () => [],
    unforeseen: (error) => {
      unforeseen.push(error);
      return new UserError('unexpected_error', { reference: 'test' });
    },
    ...(typeof web === 'function' ? web(street.app) : web),
  });
  const address = await server.start();
  onTestFinished(server.stop);

  const ask = async <T = Record<string, unknown>>(
    path: string,
    { as, body, headers = {}, method }: Sending = {},
  ): Promise<Heard<T>> => {
    const own: Record<string, string> =
      as === undefined ? {} : /^tagwise_(?:chat_)?\d+=/.test(as) ? { cookie: as } : { authorization: `Bearer ${as}` };
    const response = await fetch(address + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...own,
        ...(own['cookie'] === undefined ? {} : { origin: address }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: readBody(text) as T };
  };

  const signInAt = async (link: string): Promise<Heard> => {
    const secret = new URL(link).searchParams.get('t') ?? '';
    return ask('/in', {
      method: 'POST',
      body: `t=${secret}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
    });
  };

  let serial = 0;
  return {
    app,
    street,
    board,
    server,
    address,
    unforeseen,
    ask,
    signInAt,
    link: async (person: string, to?: string): Promise<string> =>
      (await newLink(app, { address, person, ...(to === undefined ? {} : { to }) })).url,
    /** A new token with these scopes. */
    token: async (...scopes: Scope[]): Promise<string> => {
      serial += 1;
      return (await newToken(app, { name: `t${serial}`, scopes, days: 1, by: 'ada' })).token;
    },
    /** The cookie of a person who has signed in. */
    signIn: async (person: string): Promise<string> => {
      const { headers } = await signInAt((await newLink(app, { address, person })).url);
      return headers.get('set-cookie')?.split(';')[0] ?? '';
    },
  };
};

export type OpenWeb = Awaited<ReturnType<typeof openWeb>>;
