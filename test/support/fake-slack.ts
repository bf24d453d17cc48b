import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';

type Json = Record<string, unknown>;

export const SIGNING_SECRET = 'a-signing-secret-of-tests';
export const TEAM = 'T1';
export const BOT = 'UBOT';
/** What tests set in place of a real workspace's tokens. */
export const slackEnv = (apiUrl: string, mode: 'http' | 'socket'): NodeJS.ProcessEnv => ({
  SLACK_BOT_TOKEN: 'xoxb-tests',
  SLACK_API_URL: apiUrl,
  ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: 'xapp-tests' }),
});

export interface Call {
  method: string;
  args: Json;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** The Web API takes forms whose lists and objects are JSON, or JSON altogether. */
const argsOf = (type: string, text: string): Json => {
  if (type.includes('json')) return JSON.parse(text || '{}') as Json;
  const parse = (value: string): unknown => (/^[[{]/.test(value) ? JSON.parse(value) : value);
  return Object.fromEntries([...new URLSearchParams(text)].map(([name, value]) => [name, parse(value)]));
};

interface FakeUser {
  name: string;
  team?: string;
  guest?: boolean;
  bot?: boolean;
}

/**
 * A fake of Slack on loopback: its Web API, the addresses for late answers, and the hub of Socket Mode. It speaks the wire protocol of
 * docs.slack.dev as far as the bot uses it; no real workspace is behind it.
 */
export const startFakeSlack = async (users: Record<string, FakeUser>) => {
  const calls: Call[] = [];
  const late: Json[] = [];
  const failing = new Map<string, { status: number; headers?: Record<string, string>; body?: Json }>();
  const sockets = new Set<WebSocket>();
  const waiting = new Map<string, (payload: Json | null) => void>();
  /** What stands in each conversation, oldest first. */
  const history = new Map<string, Json[]>();
  const locked = new Set<string>();
  const shared = new Set<string>();
  let perPage = 200;
  let count = 0;

  const api: Record<string, (args: Json) => Json> = {
    'auth.test': () => ({ team_id: TEAM, user_id: BOT, bot_id: 'BBOT', url: 'https://acme.slack.com/', team: 'Acme' }),
    'users.info': ({ user }) => {
      const found = users[String(user)];
      if (!found) return { ok: false, error: 'user_not_found' };
      const { name, team = TEAM, guest = false, bot = false } = found;
      return { user: { id: user, team_id: team, name, is_restricted: guest, is_bot: bot, profile: { display_name: name } } };
    },
    'chat.postMessage': ({ channel, text }) => ({ channel, ts: `${1_790_000_000 + count}.000100`, message: { text } }),
    'chat.postEphemeral': () => ({ message_ts: '1.1' }),
    'conversations.open': ({ users: user }) => ({ channel: { id: `D${String(user)}` } }),
    'conversations.info': ({ channel }) => ({ channel: { id: channel, is_ext_shared: shared.has(String(channel)) } }),
    'views.open': () => ({ view: { id: 'V1' } }),
    'views.update': () => ({ view: { id: 'V1' } }),
    'views.publish': () => ({ view: { id: 'VHOME' } }),
    'users.conversations': () => ({ channels: [...history.keys()].map((id) => ({ id, is_im: id.startsWith('D') })) }),
    'conversations.history': ({ channel, oldest, cursor = '' }) => {
      if (locked.has(String(channel))) return { ok: false, error: 'not_in_channel' };
      const messages = (history.get(String(channel)) ?? [])
        .filter(({ thread_ts, ts, latest_reply = '0' }) => !thread_ts || thread_ts === ts || latest_reply !== '0')
        .filter(({ ts }) => Number(ts) >= Number(oldest))
        .toReversed();
      const from = Number(cursor);
      const next = from + perPage < messages.length ? String(from + perPage) : '';
      return { messages: messages.slice(from, from + perPage), response_metadata: { next_cursor: next } };
    },
    'conversations.replies': ({ channel, ts }) => ({
      messages: (history.get(String(channel)) ?? []).filter((message) => message['ts'] === ts || message['thread_ts'] === ts),
    }),
    'apps.connections.open': () => ({ url: `ws://127.0.0.1:${port()}/link?ticket=${randomUUID()}` }),
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await bodyOf(request);
    const { pathname } = new URL(request.url ?? '/', 'http://fake');
    const answer = (status: number, body: Json, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    if (pathname.startsWith('/late/')) {
      late.push(JSON.parse(text) as Json);
      return answer(200, { ok: true });
    }
    const method = pathname.replace('/api/', '');
    const args = argsOf(request.headers['content-type'] ?? '', text);
    count += 1;
    calls.push({ method, args });
    const fault = failing.get(method);
    if (fault) return answer(fault.status, fault.body ?? { ok: false, error: 'internal_error' }, fault.headers);
    const said = api[method]?.(args);
    return said ? answer(200, { ok: true, ...said }) : answer(200, { ok: false, error: 'unknown_method' });
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  });
  const hub = new WebSocketServer({ server });
  hub.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id?: string; payload?: Json };
      if (envelope_id !== undefined) waiting.get(envelope_id)?.(payload ?? {});
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = () => (server.address() as AddressInfo).port;

  /** Sends one envelope; gives what the bot acknowledged it with, or null where it did not within `patience` ms. */
  const send = async (type: string, payload: Json, patience = 3_000): Promise<Json | null> => {
    const [socket] = sockets;
    if (!socket) throw new Error('nobody is connected');
    const envelope_id = randomUUID();
    const acknowledged = new Promise<Json | null>((resolve) => waiting.set(envelope_id, resolve));
    socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== 'events_api' }));
    const late = new AbortController();
    const first = await Promise.race([acknowledged, sleep(patience, null, { signal: late.signal }).catch(() => null)]);
    late.abort();
    waiting.delete(envelope_id);
    return first;
  };

  return {
    apiUrl: `http://127.0.0.1:${port()}/api/`,
    lateUrl: `http://127.0.0.1:${port()}/late/1`,
    calls,
    /** What was said to the addresses for late answers. */
    late,
    /** The arguments of all calls of one method so far. */
    callsOf: (method: string): Json[] => calls.filter((call) => call.method === method).map(({ args }) => args),
    /** Lets all calls of a method fail until `mend`. */
    fail: (method: string, how: { status: number; headers?: Record<string, string>; body?: Json }): void => {
      failing.set(method, how);
    },
    mend: (): void => failing.clear(),
    send,
    connected: (): number => sockets.size,
    /** Puts a message into a conversation's history without telling the bot. */
    remember: (channel: string, message: Json): void => {
      history.set(channel, [...(history.get(channel) ?? []), { type: 'message', ...message }]);
    },
    /** Lets nobody read this conversation's history. */
    lock: (channel: string): void => {
      locked.add(channel);
    },
    /** Shares a conversation with another company. */
    share: (channel: string): void => {
      shared.add(channel);
    },
    /** How many messages a page of the history has. */
    pagesOf: (most: number): void => {
      perPage = most;
    },
    /** Cuts all connections, as Slack does every now and then. */
    cut: (): void => {
      for (const socket of sockets) socket.terminate();
    },
    stop: async (): Promise<void> => {
      for (const socket of sockets) socket.terminate();
      hub.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

export const sign = (body: string, sentAt: number, secret = SIGNING_SECRET): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${sentAt}:${body}`).digest('hex')}`;

export interface Signed {
  /** Seconds since 1970; default now. */
  sentAt?: number;
  secret?: string;
  headers?: Record<string, string>;
}

const FORM = 'application/x-www-form-urlencoded';

/** A request as Slack signs and sends it: an event as JSON, commands and presses as forms. */
export const signedRequest = (
  kind: 'event' | 'form' | 'interactive',
  payload: Json,
  { sentAt = Math.floor(Date.now() / 1000), secret, headers = {} }: Signed = {},
): { body: string; headers: Record<string, string> } => {
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  const body = kind === 'event' ? JSON.stringify(payload) : new URLSearchParams(fields).toString();
  const signed = { 'x-slack-request-timestamp': String(sentAt), 'x-slack-signature': sign(body, sentAt, secret) };
  return { body, headers: { 'content-type': kind === 'event' ? 'application/json' : FORM, ...signed, ...headers } };
};

let events = 0;

/** An event of Slack's Events API as it comes to the bot. */
export const eventOf = (event: Json): Json => {
  events += 1;
  return {
    ...{ token: 'old', team_id: TEAM, api_app_id: 'A1', type: 'event_callback', event_id: `Ev${events}`, event_time: 1 },
    authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT, is_bot: true, is_enterprise_install: false }],
    event: { type: 'message', channel: 'C1', channel_type: 'channel', ...event },
  };
};

/** A slash command as it comes to the bot. */
export const commandOf = (fake: FakeSlack, user: string, line: string, more: Json = {}): Json => {
  const [command = '', ...words] = line.split(' ');
  return {
    ...{ token: 'old', team_id: TEAM, team_domain: 'acme', channel_id: 'C1', channel_name: 'general', user_id: user },
    ...{ user_name: user, api_app_id: 'A1', is_enterprise_install: 'false', trigger_id: randomUUID() },
    ...{ response_url: fake.lateUrl, command, text: words.join(' '), ...more },
  };
};

/** A press of a button under an answer, as it comes to the bot. */
export const pressOf = (fake: FakeSlack, user: string, value: string, more: Json = {}): Json => ({
  ...{ type: 'block_actions', team: { id: TEAM, domain: 'acme' }, user: { id: user, team_id: TEAM }, api_app_id: 'A1' },
  ...{ trigger_id: randomUUID(), response_url: fake.lateUrl, channel: { id: 'C1', name: 'general' } },
  container: { type: 'message', message_ts: '1.1', channel_id: 'C1', is_ephemeral: true },
  actions: [{ type: 'button', action_id: 'tagwise_0', block_id: 'b', value, action_ts: '1.1' }],
  ...more,
});
