// Whoever comes to the web chat may be anybody: what they can do, and what they cannot.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { webchatLimits } from '../../adapters/webchat/limits.ts';
import { freePort } from '../support/free-port.ts';
import { openWebchat } from '../support/open-webchat.ts';
import { rawAsk } from '../support/raw-ask.ts';
import { readStream } from '../support/read-stream.ts';

const message = (text: unknown, more: object = {}) => ({ id: randomUUID(), text, ...more });
const codeOf = (body: unknown): unknown => (body as { error?: { code?: string } } | null)?.error?.code;

test('a visitor is known by a cookie that no script reads, and finds their own talk again', async () => {
  const chat = await openWebchat();
  const mei = await chat.visit();
  expect(mei.whole).toMatch(/^tagwise_chat_\d+=visitor-\w{20}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000$/);
  await chat.say(mei.cookie, '这个多少钱？');
  await chat.answer(await chat.signIn('li'), mei.id, '1280 元');
  const again = await chat.ask<{ id: string; messages: object[] }>('/chat/talk', { as: mei.cookie, body: {} });
  expect(again.headers.get('set-cookie')).toBeNull();
  expect(again.body).toMatchObject({
    id: mei.id,
    messages: [
      { from: 'customer', name: null, text: '这个多少钱？' },
      { from: 'agent', name: 'Li', text: '1280 元' },
    ],
  });
  expect(chat.unforeseen).toEqual([]);
});

test('nothing that a visitor is given says a word about tags, staff or other customers', async () => {
  const chat = await openWebchat();
  const mei = await chat.visit();
  const live = await readStream(`${chat.address}/chat/live`, { cookie: mei.cookie });
  const said = await chat.say(mei.cookie, '太贵了，我要投诉，这个多少钱？');
  const li = await chat.signIn('li');
  await chat.ask('/desk/ask', { as: li, body: { words: '标签', customer: mei.id } });
  await chat.ask(`/v1/customers/${mei.id}/tags`, { as: li, body: { add: ['合同'] } });
  await chat.answer(li, mei.id, '好的');
  await live.until(() => live.events.length > 2);
  const talk = await chat.ask('/chat/talk', { as: mei.cookie, body: {} });
  const given = JSON.stringify([live.events, said.body, talk.body]);
  expect(live.events.map(({ name }) => name)).toEqual(['now', 'said', 'said']);
  expect(given).not.toMatch(/询价|投诉客户|合同|tag|confidence|owner|role/i);
});

test('nobody reads or writes the talk of another', async () => {
  const chat = await openWebchat();
  const [mei, tom] = [await chat.visit(), await chat.visit()];
  const first = await chat.say(mei.cookie, '我的秘密');
  const li = await chat.signIn('li');
  const value = (cookie: string) => cookie.split('=')[1] ?? '';
  const name = mei.cookie.split('=')[0] ?? '';
  const [, signature = ''] = value(tom.cookie).split('.');
  const forged = [
    '',
    'x',
    mei.id,
    `${mei.id}.`,
    `${mei.id}.${signature}`,
    `${value(mei.cookie).slice(0, -1)}${mei.cookie.endsWith('A') ? 'B' : 'A'}`,
    `${value(mei.cookie)}.x`,
    value(mei.cookie).toUpperCase(),
    value(li),
  ].map((one) => `${name}=${one}`);
  for (const cookie of [...forged, li]) {
    const headers = { cookie, origin: chat.address };
    const written = await chat.ask('/chat/messages', { headers, body: message('我是小美') });
    expect([cookie, written.status, codeOf(written.body)]).toEqual([cookie, 403, 'chat_unknown_visitor']);
    expect([cookie, (await chat.ask('/chat/live', { headers })).status]).toEqual([cookie, 403]);
    // Whoever is not known is somebody new, with nothing said.
    const talk = await chat.ask<{ id: string; messages: object[] }>('/chat/talk', { headers, body: {} });
    expect(talk.body.messages).toEqual([]);
    expect(talk.body.id).not.toBe(mei.id);
  }
  // Tom knows the id of Mei's message: it is another one in his own talk.
  expect((await chat.ask('/chat/back', { as: tom.cookie, body: { id: first.id } })).status).toBe(200);
  await chat.settle();
  const talk = await chat.ask<{ messages: { text: string | null }[] }>('/chat/talk', { as: mei.cookie, body: {} });
  expect(talk.body.messages.map(({ text }) => text)).toEqual(['我的秘密']);
});

test('a visitor takes back what they said themselves, and nothing of what they were told', async () => {
  const chat = await openWebchat();
  const mei = await chat.visit();
  const own = message('你好');
  await chat.ask('/chat/messages', { as: mei.cookie, body: own });
  await chat.settle();
  const answer = message('只要 999 元');
  const li = await chat.signIn('li');
  expect((await chat.ask('/desk/say', { as: li, body: { ...answer, customer: mei.id } })).status).toBe(200);
  await chat.settle();
  const refused = await chat.ask('/chat/back', { as: mei.cookie, body: { id: answer.id } });
  expect([refused.status, codeOf(refused.body)]).toEqual([403, 'chat_not_yours']);
  expect((await chat.ask('/chat/back', { as: mei.cookie, body: { id: own.id } })).status).toBe(200);
  await chat.settle();
  const talk = await chat.ask<{ messages: { text: string | null }[] }>('/chat/talk', { as: mei.cookie, body: {} });
  expect(talk.body.messages.map(({ text }) => text)).toEqual([null, '只要 999 元']);
});

test('the desk lists talks by who spoke last, also where somebody comes back after others', async () => {
  const chat = await openWebchat();
  const [mei, tom] = [await chat.visit(), await chat.visit()];
  await chat.say(mei.cookie, '你好');
  await chat.say(tom.cookie, '在吗');
  await chat.say(mei.cookie, '还在吗');
  await chat.settle();
  const { body } = await chat.ask<{ talks: { id: string }[] }>('/desk/talks', { as: await chat.signIn('li') });
  expect(body.talks.map(({ id }) => id)).toEqual([mei.id, tom.id]);
});

test('another site writes nothing and reads nothing, cookie or not', async () => {
  const chat = await openWebchat({ origins: ['https://shop.example'] });
  const mei = await chat.visit();
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'https://shop.example' },
    { origin: 'null' },
    { origin: chat.address, 'sec-fetch-site': 'cross-site' },
  ])
    for (const [path, body] of [
      ['/chat/messages', message('hi')],
      ['/chat/talk', {}],
      ['/chat/back', { id: randomUUID() }],
    ] as const) {
      const refused = await chat.ask(path, { headers: { cookie: mei.cookie, ...headers }, body });
      expect([path, headers, refused.status, codeOf(refused.body)]).toEqual([path, headers, 403, 'other_origin']);
      expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    }
  const bare = await fetch(`${chat.address}/chat/messages`, {
    method: 'POST',
    headers: { cookie: mei.cookie, 'content-type': 'text/plain' },
    body: JSON.stringify(message('hi')),
  });
  expect(bare.status).toBe(400);
  expect(await chat.app.store.events.count()).toBe(0);
});

test('the page stands in frames of the sites that are listed, the desk in none, the sidebar beside our own', async () => {
  const framing = async (origins: string[], path: string) => {
    const chat = await openWebchat({ origins });
    return /frame-ancestors ([^;]+)$/.exec((await chat.ask(path)).headers.get('content-security-policy') ?? '')?.[1];
  };
  expect(await framing([], '/chat')).toBe("'self'");
  expect(await framing(['https://shop.example'], '/chat')).toBe("'self' https://shop.example");
  expect(await framing(['https://shop.example'], '/desk')).toBe("'none'");
  expect(await framing(['https://shop.example'], '/sidebar')).toBe("'self'");
});

test('in a frame of another site the cookie counts on that site alone, and only by TLS', async () => {
  const port = await freePort();
  const url = 'https://chat.example';
  await openWebchat({ origins: ['https://shop.example'], host: '0.0.0.0', url, port: String(port) });
  const headers = { host: 'chat.example', origin: url, 'content-type': 'application/json' };
  const { status, headers: answered } = await rawAsk({ port, method: 'POST', path: '/chat/talk', headers, body: '{}' });
  expect(status).toBe(200);
  expect(answered['set-cookie']?.[0]).toMatch(
    /^__Host-tagwise_chat=[^;]+; Path=\/; HttpOnly; SameSite=None; Max-Age=15552000; Secure; Partitioned$/,
  );
});

test.each([
  ['no text', message(undefined), 400, 'chat_unreadable'],
  ['a number', message(7), 400, 'chat_unreadable'],
  ['an object', message({ $gt: '' }), 400, 'chat_unreadable'],
  ['no id', { text: 'x' }, 400, 'chat_unreadable'],
  ['an id of another form', { id: '../x', text: 'x' }, 400, 'chat_unreadable'],
  ['more than there is', message('x', { from: 'agent' }), 400, 'chat_unreadable'],
  ['somebody else', message('x', { customer: 'mei' }), 400, 'chat_unreadable'],
  ['a list', [message('x')], 400, 'chat_unreadable'],
  ['blanks', message(' \n\u0000 '), 422, 'chat_empty'],
  ['a book', message('字'.repeat(webchatLimits.text + 1)), 422, 'chat_too_long'],
  ['five megabytes', `{"id":"${randomUUID()}","text":"${'x'.repeat(5 * 1024 * 1024)}"}`, 413, 'body_too_large'],
  ['what is no JSON', '{"id":', 400, 'body_not_json'],
  ['a way to the prototype', '{"__proto__":{"x":1}}', 400, 'body_not_json'],
])('%s is refused in words', async (_what, body, status, code) => {
  const chat = await openWebchat();
  const { cookie } = await chat.visit();
  const refused = await chat.ask('/chat/messages', { as: cookie, body });
  expect([refused.status, codeOf(refused.body)]).toEqual([status, code]);
  expect([await chat.app.store.events.count(), chat.unforeseen]).toEqual([0, []]);
});

test('of a thousand messages in a rush so many are taken as a minute allows, and others are not held up', async () => {
  const chat = await openWebchat();
  const [mei, tom] = [await chat.visit(), await chat.visit()];
  chat.stopClock();
  const send = (n: number) => chat.ask('/chat/messages', { as: mei.cookie, body: message(`${n}`) });
  const all: Awaited<ReturnType<typeof send>>[] = [];
  // As many at once as a machine has sockets to spare.
  for (let n = 0; n < 1_000; n += 40) all.push(...(await Promise.all(Array.from({ length: 40 }, (_, k) => send(n + k)))));
  const taken = all.filter(({ status }) => status === 200).length;
  expect(taken).toBe(webchatLimits.messages);
  expect(all.filter(({ status }) => status === 429)).toHaveLength(1_000 - taken);
  expect(all.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('60');
  expect((await chat.say(tom.cookie, '你好')).status).toBe(200);
  expect(await chat.app.store.events.count()).toBe(taken + 1);
});

test('new visitors come at a bounded rate, and those who are there go on', async () => {
  const chat = await openWebchat();
  const mei = await chat.visit();
  const more = await Promise.all(Array.from({ length: webchatLimits.visitors }, () => chat.visit()));
  expect(more.filter(({ status }) => status === 429)).toHaveLength(1);
  expect((await chat.say(mei.cookie, '还在')).status).toBe(200);
});

test('a visitor has so many streams and no more', async () => {
  const chat = await openWebchat();
  const mei = await chat.visit();
  const open = () => readStream(`${chat.address}/chat/live`, { cookie: mei.cookie });
  const streams = await Promise.all(Array.from({ length: 7 }, open));
  expect(streams.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 429]);
});

test('a name makes nobody staff, and markup in names and words stays letters', async () => {
  const chat = await openWebchat();
  const names = ['Li', 'li', 'hua', 'local', '<script>alert(1)</script>', '\u202egnp.exe', `${'长'.repeat(90)}`];
  for (const name of names) {
    const visitor = await chat.visit();
    expect((await chat.say(visitor.cookie, '<img src=x onerror=alert(1)> 这个多少钱？', { name })).status).toBe(200);
    expect(await chat.tagsOf(visitor.id)).toContain('需求与意向:询价');
    const [held] = await chat.app.store.customers.load([visitor.id]);
    expect(held?.state.owner).toBeNull();
    expect([...(held?.state.name ?? '')].length).toBeLessThanOrEqual(webchatLimits.name);
    expect(held?.state.name).not.toMatch(/\u202e/);
    for (const [path, body] of [
      ['/desk/ask', { words: '标签' }],
      ['/desk/say', { ...message('x'), customer: visitor.id }],
      ['/demo/say', { ...message('x'), customer: visitor.id }],
    ] as const)
      expect((await chat.ask(path, { as: visitor.cookie, body })).status).toBe(401);
    expect((await chat.ask('/desk/talks', { as: visitor.cookie })).status).toBe(401);
  }
});

test('nobody at the desk but people who are signed in; whoever only looks does not answer; a program has the API', async () => {
  const chat = await openWebchat();
  const mei = await chat.visit();
  await chat.say(mei.cookie, '你好');
  const kan = await chat.signIn('kan');
  expect((await chat.ask(`/desk/talk?customer=${mei.id}`, { as: kan })).status).toBe(200);
  const answered = await chat.answer(kan, mei.id, '你好');
  expect([answered.status, codeOf(answered.body)]).toEqual([403, 'viewer_changes_nothing']);
  const asked = await chat.ask('/desk/ask', { as: kan, body: { words: '打标 +紧急', customer: mei.id } });
  expect(JSON.stringify(asked.body)).toContain('只读');
  expect(await chat.tagsOf(mei.id)).not.toContain('紧急程度:紧急');
  for (const path of ['/desk/talks', `/desk/talk?customer=${mei.id}`, '/desk/live']) {
    expect([path, (await chat.ask(path)).status]).toEqual([path, 401]);
    expect([path, (await chat.ask(path, { as: await chat.token('write') })).status]).toEqual([path, 401]);
  }
  // Customers of other channels have no talk here.
  const li = await chat.signIn('li');
  expect(codeOf((await chat.ask('/desk/talk?customer=nobody', { as: li })).body)).toBe('chat_no_talk');
});

test('while nothing can be kept the page is told so, and while it is closed too', async () => {
  const chat = await openWebchat();
  const mei = await chat.visit();
  chat.breakDatabase(true);
  const away = await chat.say(mei.cookie, '你好');
  expect([away.status, codeOf(away.body), away.headers.get('retry-after')]).toEqual([503, 'database_away', '1']);
  chat.breakDatabase(false);
  expect((await chat.say(mei.cookie, '你好', { id: away.id })).body).toEqual({ outcome: 'kept' });
  expect((await chat.say(mei.cookie, '你好', { id: away.id })).body).toEqual({ outcome: 'duplicate' });
  await chat.webchat.stop();
  expect((await chat.say(mei.cookie, '还在吗')).status).toBe(503);
});

test('numbers of cards are masked in what is kept, and so in what is shown later', async () => {
  const chat = await openWebchat();
  const mei = await chat.visit();
  await chat.say(mei.cookie, '我的身份证 11010519491231002X');
  const { text } = await chat.ask('/chat/talk', { as: mei.cookie, body: {} });
  expect(text).not.toContain('11010519491231002X');
});
