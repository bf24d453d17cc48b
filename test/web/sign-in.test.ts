// How people and programs get in, and how they are kept out.
import { expect, test } from 'vitest';
import { LINK_FOR, SESSION_FOR } from '../../src/access/sign-ins.ts';
import { parseConfig } from '../../src/config/config.ts';
import { openWeb, PEOPLE } from '../support/open-web.ts';
import { freePort, rawAsk } from '../support/raw-ask.ts';

const MINUTE = 60_000;

test('an address signs one person in, once; looking at it uses nothing up', async () => {
  const web = await openWeb();
  const link = await web.link('li', '/v1/me');
  const path = link.slice(web.address.length);
  for (const method of ['GET', 'GET']) {
    const page = await web.ask(path, { method });
    expect(page.status).toBe(200);
    expect(page.text).toContain('signs Li in');
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(page.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
    // Else a browser would not say where the form comes from.
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
  }
  const first = await web.signInAt(link);
  expect([first.status, first.headers.get('location')]).toEqual([303, '/v1/me']);
  expect(first.headers.get('set-cookie')).toMatch(/^tagwise_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=28800$/);
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await web.ask('/v1/me', { as: cookie })).body).toMatchObject({ id: 'li', role: 'agent', kind: 'person', lang: 'en' });

  const again = await web.signInAt(link);
  expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null]);
  expect(again.text).toContain('used before, or is over');
  expect((await web.ask(path)).status).toBe(410);
});

test('of many who use one address at once, one is signed in', async () => {
  const web = await openWeb();
  const link = await web.link('li');
  const all = await Promise.all(Array.from({ length: 8 }, () => web.signInAt(link)));
  expect(all.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 7 }, () => 410)]);
});

test('addresses and sessions end, a changed role counts at once, and whoever leaves is out', async () => {
  const time = { now: Date.now() };
  const web = await openWeb({ wallNow: () => time.now });
  const late = await web.link('li');
  const cookie = await web.signIn('li');
  time.now += LINK_FOR - 1;
  expect((await web.ask(late.slice(web.address.length))).status).toBe(200);
  time.now += 1;
  expect((await web.signInAt(late)).status).toBe(410);

  const role = async () => (await web.ask('/v1/me', { as: cookie })).body['role'] ?? null;
  expect(await role()).toBe('agent');
  web.app.inForce.replace({
    config: parseConfig(PEOPLE.replace('id: li, name: Li, role: agent', 'id: li, name: Li, role: viewer'), 'x'),
  });
  expect(await role()).toBe('viewer');
  web.app.inForce.replace({ config: parseConfig(PEOPLE.replace(/.*id: li.*\n/, ''), 'x') });
  expect((await web.ask('/v1/me', { as: cookie })).status).toBe(401);
  web.app.inForce.replace({ config: parseConfig(PEOPLE, 'x') });
  expect(await role()).toBe('agent');

  const signedOut = await web.ask('/out', { as: cookie, method: 'POST' });
  expect([signedOut.status, signedOut.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  expect((await web.ask('/v1/me', { as: cookie })).status).toBe(401);

  const other = await web.signIn('li');
  time.now += SESSION_FOR - 1;
  expect((await web.ask('/v1/me', { as: other })).status).toBe(200);
  time.now += 1;
  expect((await web.ask('/v1/me', { as: other })).status).toBe(401);
});

test('a token opens until it is revoked or over, and only its hash is stored', async () => {
  const time = { now: Date.now() };
  const web = await openWeb({ wallNow: () => time.now });
  const [one, two] = [await web.token('read'), await web.token('read')];
  expect((await web.ask('/v1/me', { as: one })).body).toMatchObject({
    id: 'token:t1',
    kind: 'token',
    scopes: ['read'],
    role: 'viewer',
  });
  const stored = JSON.stringify(await web.app.store.tokens.all());
  for (const token of [one, two]) expect(stored).not.toContain(token.replace(/^[a-z]+_[a-z0-9]+_/, ''));
  expect((await web.app.store.tokens.byName('t1'))?.usedAt).toBe(time.now);

  expect(await web.app.store.tokens.revoke('t1', time.now)).toBe(true);
  expect((await web.ask('/v1/me', { as: one })).body).toMatchObject({ error: { code: 'token_refused' } });
  time.now += 24 * 60 * MINUTE;
  const over = await web.ask('/v1/me', { as: two });
  expect([over.status, over.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
});

test.each([
  ['no such token', (token: string) => token.replace('t1', 't9')],
  ['another secret', (token: string) => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
  ['a name without a secret', () => 'tagwise_t1_'],
  ['words', () => 'hunter2'],
  ['a query', () => '{"$ne":null}'],
])('%s opens nothing', async (_what, make) => {
  const web = await openWeb();
  const token = await web.token('tags:restricted');
  expect((await web.ask('/v1/me', { as: token })).status).toBe(200);
  expect((await web.ask('/v1/me', { headers: { authorization: `Bearer ${make(token)}` } })).status).toBe(401);
});

test('who tries many wrong ones waits; what is right opens all the while, for behind a proxy all are one machine', async () => {
  const web = await openWeb();
  const token = await web.token('read');
  const tries: number[] = [];
  for (let n = 0; n < 22; n += 1) tries.push((await web.ask('/v1/me', { as: `${token.slice(0, -2)}${10 + n}` })).status);
  expect(tries).toEqual([...Array.from({ length: 20 }, () => 401), 429, 429]);
  const late = await web.ask('/v1/me', { as: `${token.slice(0, -2)}99` });
  expect([late.status, late.headers.get('retry-after')]).toEqual([429, '60']);
  expect((await web.ask(`/in?t=${'x'.repeat(43)}`)).status).toBe(429);
  expect((await web.ask('/v1/me', { as: token })).status).toBe(200);
  expect((await web.signInAt(await web.link('li'))).status).toBe(303);
});

test('a write by cookie must come from our own page', async () => {
  const web = await openWeb();
  const cookie = await web.signIn('li');
  const task = { customer: 'nobody', title: 'x' };
  const send = async (headers: Record<string, string>) =>
    (await web.ask('/v1/tasks', { headers: { cookie, ...headers }, body: task })).status;
  // What there is to do comes to nothing: nobody of that id is there.
  expect(await send({ origin: web.address, 'sec-fetch-site': 'same-origin' })).toBe(404);
  expect(await send({ origin: web.address })).toBe(404);
  expect(await send({})).toBe(403);
  expect(await send({ origin: 'null' })).toBe(403);
  expect(await send({ origin: 'https://evil.example' })).toBe(403);
  // Another program on this machine is the same site to a browser, but not the same origin.
  expect(await send({ origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await send({ origin: web.address, 'sec-fetch-site': 'cross-site' })).toBe(403);
  const link = await web.link('li');
  const secret = new URL(link).searchParams.get('t') ?? '';
  const form = { method: 'POST', body: `t=${secret}` };
  const kind = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await web.ask('/in', { ...form, headers: { ...kind, origin: 'https://evil.example' } })).status).toBe(403);
  expect((await web.ask('/in', { ...form, headers: kind })).status).toBe(403);
  expect((await web.signInAt(link)).status).toBe(303);
});

test('open to other machines: the local operator is nobody, and counts are for those who are signed in', async () => {
  const port = await freePort();
  const web = await openWeb({ host: '0.0.0.0', url: 'https://tagwise.example.com', web: { port: String(port) } });
  expect(web.address).toBe('https://tagwise.example.com');
  expect(await web.app.store.address.get()).toEqual({ url: web.address, open: true });
  const headers = { host: 'tagwise.example.com' };
  const signIn = async (person: string) => {
    const secret = new URL(await web.link(person)).searchParams.get('t');
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: web.address, ...headers };
    return rawAsk({ port, method: 'POST', path: '/in', headers: form, body: `t=${secret}` });
  };
  const li = await signIn('li');
  expect(li.status).toBe(303);
  expect(li.headers['set-cookie']?.[0]).toMatch(
    /^__Host-tagwise=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=28800; Secure$/,
  );
  const cookie = li.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  expect((await rawAsk({ port, path: '/', headers })).status).toBe(401);
  expect((await rawAsk({ port, path: '/', headers: { ...headers, cookie } })).status).toBe(200);
  const local = await signIn('local');
  const operator = local.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  expect((await rawAsk({ port, path: '/v1/me', headers: { ...headers, cookie: operator } })).status).toBe(401);
});

test.each([
  [
    false,
    ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'],
    ['evil.example', '192.168.1.7', 'localhost.evil.example', '127.0.0.1.evil.example', 'x@localhost'],
  ],
  [true, ['127.0.0.1', '192.168.1.7', '[2001:db8::7]'], ['evil.example', '1.2.3.4.evil.example', '999.1.1.1', 'x@10.0.0.1']],
])('a name that was made to point here is not ours (open: %s)', async (open, ours, others) => {
  const port = await freePort();
  await openWeb({ web: { port: String(port) }, ...(open ? { host: '0.0.0.0' } : {}) });
  const status = async (host: string) => (await rawAsk({ port, path: '/healthz', headers: { host } })).status;
  for (const host of ours) for (const name of [host, `${host}:${port}`]) expect([name, await status(name)]).toEqual([name, 200]);
  for (const host of others)
    for (const name of [host, `${host}:${port}`]) expect([name, await status(name)]).toEqual([name, 421]);
});

test.each([
  [{ host: 'tagwise.example.com' }, 'bad_host'],
  [{ host: '203.0.113.7' }, 'bad_host'],
  [{ url: 'tagwise.example.com' }, 'bad_url'],
  [{ url: 'https://tagwise.example.com/pages' }, 'bad_url'],
  [{ url: 'javascript:alert(1)' }, 'bad_url'],
])('%j is no place to serve', async (site, code) => {
  await expect(openWeb(site)).rejects.toMatchObject({ code, exit: 3 });
});
