// In the demo the operator speaks as customers. That must be possible there, and nowhere else.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { loadSample } from '../../src/sample/load-sample.ts';
import { freePort } from '../support/free-port.ts';
import { ROOT } from '../support/in-force.ts';
import { feed, says } from '../support/lines.ts';
import { type OpenWebchat, openWebchat, WEBCHAT_PEOPLE } from '../support/open-webchat.ts';

const NOBODY = '';
const codeOf = (body: unknown): unknown => (body as { error?: { code?: string } } | null)?.error?.code;
const sayAs = (chat: OpenWebchat, as: string | undefined, whom: object, text = '这个多少钱？') =>
  chat.ask<{ customer?: string }>('/demo/say', {
    ...(as === undefined ? {} : { as }),
    body: { id: randomUUID(), text, ...whom },
  });

test('the operator speaks as somebody new and as customers of the sample, answers, and takes words back', async () => {
  const chat = await openWebchat({ config: NOBODY });
  await loadSample(chat.app, ROOT);
  const local = await chat.signIn('local');
  const { body } = await sayAs(chat, local, { visitor: 'visitor-abc123', name: '小美' });
  const mei = body.customer ?? '';
  expect(await chat.tagsOf(mei)).toContain('需求与意向:询价');
  expect((await chat.answer(local, mei, '1280 元')).status).toBe(200);
  const talk = await chat.ask<{ messages: { id: string; name: string | null }[] }>(`/desk/talk?customer=${mei}`, { as: local });
  expect(talk.body.messages.map(({ name }) => name)).toEqual([null, '客服']);
  const taken = await chat.ask('/demo/back', { as: local, body: { id: talk.body.messages[0]?.id, customer: mei } });
  expect(taken.status).toBe(200);
  await chat.settle();
  expect(await chat.tagsOf(mei)).not.toContain('需求与意向:询价');

  const cast = await chat.ask<{ cast: { id: string; name: string }[] }>('/demo/cast', { as: local });
  expect(cast.body.cast).toHaveLength(21);
  expect((await sayAs(chat, local, { customer: 'chen' }, '我要投诉')).body.customer).toBe('chen');
  expect(await chat.tagsOf('chen')).toContain('互动特征:投诉客户');
  // What was played goes with the sample.
  expect(await chat.app.store.sample.clear()).toBe(21);
  expect(await chat.app.store.events.count()).toBe(0);
  expect(chat.unforeseen).toEqual([]);
});

test('nobody speaks for a real customer, not even the operator', async () => {
  const chat = await openWebchat({ config: NOBODY });
  const local = await chat.signIn('local');
  const visitor = await chat.visit();
  await chat.say(visitor.cookie, '你好');
  await feed(chat.app, [says('tom', '你好', Date.now()), says('sampled', '你好', Date.now(), { account: 'sample' })]);
  const refused = async (whom: object) => {
    const heard = await sayAs(chat, local, whom);
    return [heard.status, codeOf(heard.body)];
  };
  expect(await refused({ customer: visitor.id })).toEqual([403, 'chat_not_of_the_sample']);
  expect(await refused({ customer: 'tom' })).toEqual([404, 'chat_no_talk']);
  // An account of that name makes nobody one of the sample.
  expect(await refused({ customer: 'sampled' })).toEqual([404, 'chat_no_talk']);
  expect(await refused({ customer: 'nobody' })).toEqual([404, 'chat_no_talk']);
  expect(await refused({})).toEqual([400, 'chat_unreadable']);
  expect(await refused({ visitor: 'visitor-abc123', customer: 'tom' })).toEqual([400, 'chat_unreadable']);
  expect(await refused({ visitor: 'tom' })).toEqual([400, 'chat_unreadable']);
  // Even by the id of a visitor it is somebody else who speaks.
  const posed = await sayAs(chat, local, { visitor: visitor.id });
  expect(posed.body.customer).not.toBe(visitor.id);
  const own = await chat.ask<{ messages: object[] }>('/chat/talk', { as: visitor.cookie, body: {} });
  expect(own.body.messages).toHaveLength(1);
});

/** All of the demo, and who gets what. */
const demoOf = async (chat: OpenWebchat, as: string | undefined): Promise<(number | string)[]> => {
  const page = await chat.ask('/demo', as === undefined ? {} : { as });
  const cast = await chat.ask('/demo/cast', as === undefined ? {} : { as });
  const said = await sayAs(chat, as, { visitor: 'visitor-abc123' });
  const back = await chat.ask('/demo/back', {
    ...(as === undefined ? {} : { as }),
    body: { id: randomUUID(), customer: 'chen' },
  });
  return [page.status, cast.status, said.status, back.status];
};

test('it is for the local operator alone', async () => {
  const chat = await openWebchat({ config: NOBODY });
  await loadSample(chat.app, ROOT);
  const visitor = await chat.visit();
  expect(await demoOf(chat, undefined)).toEqual([401, 401, 401, 401]);
  expect(await demoOf(chat, visitor.cookie)).toEqual([401, 401, 401, 401]);
  expect(await demoOf(chat, await chat.token('tags:restricted'))).toEqual([401, 401, 401, 401]);
  expect(await demoOf(chat, await chat.signIn('local'))).toEqual([200, 200, 200, 200]);
});

test('a write must come from its own page', async () => {
  const chat = await openWebchat({ config: NOBODY });
  const cookie = await chat.signIn('local');
  for (const origin of ['https://evil.example', 'http://127.0.0.1:1']) {
    const body = { id: randomUUID(), text: 'x', visitor: 'visitor-abc123' };
    const heard = await chat.ask('/demo/say', { headers: { cookie, origin }, body });
    expect([heard.status, codeOf(heard.body)]).toEqual([403, 'other_origin']);
  }
});

test('it closes when somebody is named, for whoever was in it too, and the sample with it', async () => {
  const chat = await openWebchat({ config: NOBODY });
  await loadSample(chat.app, ROOT);
  const local = await chat.signIn('local');
  expect(await demoOf(chat, local)).toEqual([200, 200, 200, 200]);
  chat.app.inForce.replace({ config: parseConfig(WEBCHAT_PEOPLE, 'x') });
  const closed = [403, 403, 403, 403];
  expect(await demoOf(chat, local)).toEqual(closed);
  expect(await demoOf(chat, await chat.signIn('hua'))).toEqual(closed);
  for (const as of [local, await chat.signIn('hua')]) {
    expect((await chat.ask('/desk/talk?customer=chen', { as })).status).toBe(404);
    expect((await chat.answer(as, 'chen', '你好')).status).toBe(404);
  }
});

test.each([
  ['a channel in the environment', { env: { SLACK_BOT_TOKEN: 'xoxb-1' } }],
  ['a channel in the configuration', { config: 'channels: { wechat: {} }' }],
  ['the web chat itself, configured for visitors', { config: 'channels: { webchat: {} }' }],
  ['a name under which others reach it', { url: 'http://127.0.0.1' }],
  ['other machines', { host: '0.0.0.0' }],
])('with %s there is none', async (_what, options: { url?: string; host?: string; config?: string; env?: NodeJS.ProcessEnv }) => {
  const port = String(await freePort());
  const named = options.url === undefined ? {} : { url: `${options.url}:${port}` };
  const chat = await openWebchat({ config: NOBODY, port, ...options, ...named });
  const local = await chat.signIn('local').catch(() => undefined);
  const [page, cast, said, back] = await demoOf(chat, local === '' ? undefined : local);
  for (const status of [page, cast, said, back]) expect([401, 403]).toContain(status);
  expect(await chat.app.store.events.count()).toBe(0);
});
