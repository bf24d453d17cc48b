// What nobody means well: bodies, addresses and bytes that want to break the server. It refuses each in our own form and lives.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feed, says } from '../support/lines.ts';
import { openWeb } from '../support/open-web.ts';
import { freePort, rawAsk, rawBytes } from '../support/raw-ask.ts';

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

test('bodies are bounded in size, depth and kind', async () => {
  const web = await openWeb();
  const [events, write] = [await web.token('events'), await web.token('write')];
  const send = async (body: string, headers: Record<string, string> = {}, as = events) => {
    const heard = await web.ask<{ error?: { code: string } }>('/v1/events', { as, body, headers });
    return [heard.status, heard.body?.error?.code];
  };
  expect(await send(`[${'1,'.repeat(600_000)}1]`)).toEqual([413, 'body_too_large']);
  expect(await send(deep(40))).toEqual([400, 'body_too_deep']);
  expect(await send(deep(100_000))).toEqual([400, 'body_too_deep']);
  expect(await send('[')).toEqual([400, 'body_not_json']);
  expect(await send('')).toEqual([400, 'bad_request']);
  expect(await send('{"__proto__":{"role":"admin"}}')).toEqual([400, 'body_not_json']);
  expect(await send('{"constructor":{"prototype":{}}}')).toEqual([400, 'body_not_json']);
  for (const kind of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])
    expect(await send('{}', { 'content-type': kind })).toEqual([400, 'body_not_json']);
  const tags = async (body: unknown) => (await web.ask('/v1/customers/mei/tags', { as: write, body })).status;
  for (const body of [
    { add: [{ $gt: '' }] },
    { add: 'VIP' },
    { add: [''] },
    { add: ['a\0b'] },
    { add: Array.from({ length: 51 }, () => 'x') },
    [],
    null,
  ])
    expect([body, await tags(body)]).toEqual([body, 400]);
  expect(web.unforeseen).toEqual([]);
});

test('whatever is asked, the answer is ours: no 500, no stack, no query of the database', async () => {
  const web = await openWeb();
  await feed(web.app, [says('mei', '这个多少钱？')]);
  const read = await web.token('read');
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '%00',
      '../../etc/passwd',
      '{"$ne":null}',
      '$where',
      '-',
      '--',
      '--yes',
      '@(',
      '(',
      '"',
      '=1+1',
      '<script>',
      '中'.repeat(300),
      '\u202e',
    ),
  );
  const paths = [
    (word: string) => `/v1/customers/${word}`,
    (word: string) => `/v1/customers/${word}/timeline?after=${word}`,
    (word: string) => `/v1/customers/mei/tags?at=${word}`,
    (word: string) => `/v1/customers/mei/tags/${word}/why`,
    (word: string) => `/v1/customers?q=${word}`,
    (word: string) => `/v1/segments?query=${word}&after=${word}`,
    (word: string) => `/v1/digest?for=${word}`,
    (word: string) => `/v1/rules/${word}`,
    (word: string) => `/v1/library/${word}`,
    (word: string) => `/v1/usage/${word}`,
    (word: string) => `/v1/hits/${word}`,
    (word: string) => `/${word}`,
  ];
  await fc.assert(
    fc.asyncProperty(nasty, fc.nat(paths.length - 1), async (word, n) => {
      let encoded = '';
      try {
        encoded = encodeURIComponent(word);
      } catch {
        return;
      }
      const { status, text, headers } = await web.ask(paths[n]?.(encoded) ?? '', { as: read });
      expect([200, 400, 404, 409, 422]).toContain(status);
      expect(text).not.toMatch(/at [^ ]+ \(|Mongo|node:internal/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }),
    { numRuns: 150 },
  );
  expect(web.unforeseen).toEqual([]);
}, 60_000);

test('bytes that are no request are told so in our form, and long headers too', async () => {
  const port = await freePort();
  await openWeb({ web: { port: String(port) } });
  for (const bytes of [
    'hello\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00]),
    `GET /小 HTTP/1.1\r\nhost: localhost\r\n\r\n`,
    `GET / HTTP/1.1\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`,
  ]) {
    const said = await rawBytes(port, bytes);
    expect(said).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(said).toContain('"code":"request_refused"');
  }
  expect((await rawAsk({ port, path: '/healthz', headers: { host: 'localhost' } })).status).toBe(200);
  for (const method of ['DELETE', 'PUT', 'OPTIONS', 'TRACE'])
    expect((await rawAsk({ port, path: '/v1/customers', method, headers: { host: 'localhost' } })).status).toBe(404);
});
