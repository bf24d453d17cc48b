// One message over a real connection: what the receiver does, and what stands in the way.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createPostMessage, type Resolve } from '../../src/webhooks/post-message.ts';
import { createReceiver } from '../support/webhook-receiver.ts';

const never = new AbortController().signal;
const messageTo = (url: string, mayBePrivate = true) => ({
  url: new URL(url),
  headers: { 'webhook-id': 'msg_1' },
  body: '{"type":"tag.added","data":{"name":"静默"}}',
  mayBePrivate,
});
const post = (
  url: string,
  { timeoutMs = 5000, mayBePrivate = true, resolve }: { timeoutMs?: number; mayBePrivate?: boolean; resolve?: Resolve } = {},
) => createPostMessage({ timeoutMs, ...(resolve ? { resolve } : {}) })(messageTo(url, mayBePrivate), never);

/** A name server that answers with these addresses, whatever it is asked. */
const answering =
  (...addresses: string[]): Resolve =>
  (_host, _options, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('a message', () => {
  it('comes whole, as JSON, and its status comes back', async () => {
    const receiver = await createReceiver();
    for (const status of [200, 204, 299, 400, 410, 500, 503]) {
      receiver.answers(status);
      expect(await post(receiver.url)).toBe(status);
    }
    expect(receiver.received[0]).toMatchObject({
      id: 'msg_1',
      headers: { 'content-type': 'application/json', 'user-agent': 'Tagwise' },
      message: { data: { name: '静默' } },
    });
  });

  it('follows no redirect', async () => {
    const inside = await createReceiver();
    const receiver = await createReceiver();
    receiver.answers((response) => response.writeHead(307, { location: inside.url }).end());
    expect(await post(receiver.url)).toBe(307);
    expect(inside.received).toEqual([]);
  });

  it('waits so long and no longer, whether the receiver says nothing or never ends', async () => {
    const receiver = await createReceiver();
    receiver.answers(() => undefined);
    expect(await post(receiver.url, { timeoutMs: 150 })).toBe('TIMEOUT');
    receiver.answers((response) => {
      response.writeHead(200);
      const endless = setInterval(() => response.write('x'.repeat(10_000)), 5);
      response.on('close', () => clearInterval(endless));
    });
    expect(await post(receiver.url)).toBe(200);
    receiver.answers((response) => void response.writeHead(202).write('and'));
    expect(await post(receiver.url, { timeoutMs: 150 })).toBe(202);
  });

  it('is broken off when the bot stops', async () => {
    const receiver = await createReceiver();
    const stop = new AbortController();
    receiver.answers(() => stop.abort());
    expect(await createPostMessage()(messageTo(receiver.url), stop.signal)).toBe('STOPPED');
  });

  it('that nobody takes, or that is answered by something else than HTTP, says so', async () => {
    const receiver = await createReceiver();
    receiver.answers((response) => response.socket?.end('ssh-2.0\r\n'));
    expect(await post(receiver.url)).toMatch(/^HPE_/);
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    expect(await post(`http://127.0.0.1:${port}/`)).toBe('ECONNREFUSED');
  });
});

describe('a message for the outside', () => {
  it.each([
    ...[
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://169.254.169.254/latest/meta-data/',
      'https://2130706433/',
      'https://0x7f.1/',
    ],
    ...['https://①②⑦.⓪.⓪.①/', 'https://[::ffff:10.0.0.1]/', 'https://0/'],
  ])('does not go inside: %s', async (url) => {
    expect(await post(url, { mayBePrivate: false })).toBe('PRIVATE_ADDRESS');
  });

  it('does not go inside by a name that means a place there, or one of several', async () => {
    const resolved = (...addresses: string[]) =>
      post('https://crm.example.com/', { mayBePrivate: false, resolve: answering(...addresses) });
    expect(await resolved('10.0.0.7')).toBe('PRIVATE_ADDRESS');
    expect(await resolved('8.8.8.8', '192.168.1.1')).toBe('PRIVATE_ADDRESS');
    expect(await resolved('fd00::1')).toBe('PRIVATE_ADDRESS');
    expect(await resolved()).toBe('PRIVATE_ADDRESS');
  });

  it('goes to the address that was looked at, and the name is asked for once', async () => {
    const receiver = await createReceiver();
    const { port } = new URL(receiver.url);
    let asked = 0;
    const resolve: Resolve = (host, options, done) => {
      asked += 1;
      answering('127.0.0.1')(host, options, done);
    };
    expect(await post(`http://crm.example.com:${port}/`, { resolve })).toBe(204);
    expect(asked).toBe(1);
    expect(receiver.received[0]?.headers.host).toBe(`crm.example.com:${port}`);
  });
});
