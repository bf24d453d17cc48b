import { createHash } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { wecomToolbar } from '../../../src/cli/wecom-toolbar.ts';
import { signAddress } from '../../../src/web/wecom/sign-address.ts';
import { startFakeWecom } from '../../support/fake-wecom.ts';
import { freePort } from '../../support/free-port.ts';
import { feed, says } from '../../support/lines.ts';
import { openWeb } from '../../support/open-web.ts';

const PEOPLE = `
people:
  - { id: hua, name: Hua, role: manager, lang: en }
  - { id: li, name: Li, role: agent, manager: hua, lang: en, ids: { wecom: a1 } }
  - { id: b2, name: Bo, role: agent, manager: hua, lang: en }
`;

const open = async () => {
  const wecom = await startFakeWecom({
    wmMei: { name: '王小姐', followers: ['x1', 'x2', 'a1'] },
    wmTom: { name: 'Tom', followers: ['x1'] },
    wmNew: { name: '新客户', followers: ['a1'] },
  });
  onTestFinished(wecom.stop);
  const toolbar = wecomToolbar(wecom.env, Date.now);
  if (toolbar === null) throw new Error('no toolbar');
  const port = String(await freePort());
  const site = `http://127.0.0.1:${port}`;
  const web = await openWeb({ config: PEOPLE, url: site, web: { wecom: toolbar, port } });
  const mine = (line: object, account?: string) => ({ ...line, channel: 'wecom', ...(account ? { account } : {}) });
  await feed(web.app, [mine(says('wmMei', '这个多少钱？', Date.now()), 'ww1'), mine(says('wmTom', '你好', Date.now()))] as never);
  const cookiesOf = (headers: Headers) => headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');

  /** Begins to sign in; what a browser would go on with. */
  const begin = async () => {
    const { status, headers } = await web.ask('/wecom/in');
    const to = new URL(headers.get('location') ?? '');
    return { status, to, state: to.searchParams.get('state') ?? '', cookie: cookiesOf(headers)[0] ?? '' };
  };
  const back = (code: string, state: string, cookie: string) =>
    web.ask(`/wecom/back?code=${code}&state=${state}`, { headers: { cookie } });
  return { ...web, site, wecom, begin, back, cookiesOf };
};

/** A member of WeCom who is signed in. */
const member = async (userid = 'a1') => {
  const web = await open();
  const { state, cookie } = await web.begin();
  const { headers } = await web.back(web.wecom.code({ userid }), state, cookie);
  const session = web.cookiesOf(headers).find((one) => !one.includes('_wecom')) ?? '';
  return { ...web, get: <T>(path: string) => web.ask<T>(path, { headers: { cookie: session } }) };
};

test('Li opens the sidebar in WeCom, is sent to sign in there, and comes back signed in', async () => {
  const web = await open();
  const ua = { 'user-agent': 'Mozilla/5.0 wxwork/4.1.36 MicroMessenger/7.0.1' };
  const first = await web.ask('/sidebar', { headers: ua });
  expect([first.status, first.headers.get('location')]).toEqual([302, '/wecom/in']);
  expect((await web.ask('/sidebar')).status).toBe(200);

  const { status, to, state, cookie } = await web.begin();
  expect(status).toBe(302);
  expect(Object.fromEntries(to.searchParams)).toMatchObject({
    appid: 'ww1',
    agentid: '1000002',
    redirect_uri: `${web.site}/wecom/back`,
    response_type: 'code',
    scope: 'snsapi_base',
  });
  expect(state).toMatch(/^[a-zA-Z0-9]{32}$/);

  const { status: after, headers } = await web.back(web.wecom.code({ userid: 'a1' }), state, cookie);
  expect([after, headers.get('location')]).toEqual([303, '/sidebar']);
  const session = web.cookiesOf(headers).find((one) => !one.includes('_wecom')) ?? '';
  const me = await web.ask('/v1/me', { headers: { cookie: session } });
  expect(me.body).toMatchObject({ id: 'li', role: 'agent' });
  expect((await web.ask('/sidebar', { headers: { ...ua, cookie: session } })).status).toBe(200);
  expect(web.unforeseen).toEqual([]);
});

test('nobody is signed in by what they did not begin, by a used code, from outside, or whom the people file does not name for WeCom', async () => {
  const web = await open();
  const { state, cookie } = await web.begin();
  const good = () => web.wecom.code({ userid: 'a1' });
  const refused = async (code: string, given: string, with_: string) => {
    const { status, headers } = await web.back(code, given, with_);
    expect([status, headers.getSetCookie()]).toEqual([403, []]);
  };
  await refused(good(), state, '');
  await refused(good(), 'f'.repeat(32), cookie);
  await refused(good(), '', 'tagwise_wecom=');
  await refused('never-given', state, cookie);
  await refused('a b', state, cookie);
  await refused(web.wecom.code({ openid: 'o1', external_userid: 'wmMei' }), state, cookie);
  // Bo's own id is b2, but WeCom's b2 may be anybody: only ids.wecom counts.
  await refused(web.wecom.code({ userid: 'b2' }), state, cookie);
  const used = good();
  expect((await web.back(used, state, cookie)).status).toBe(303);
  await refused(used, state, cookie);
});

test('who tries codes for long has to wait', async () => {
  const web = await open();
  const { state, cookie } = await web.begin();
  for (let n = 0; n < 20; n += 1) await web.back(`wrong-${n}`, state, cookie);
  expect((await web.back(web.wecom.code({ userid: 'a1' }), state, cookie)).status).toBe(429);
});

test('the address of the sidebar is signed, and of nothing else', async () => {
  const web = await member();
  const ask = (url: string) => web.get<Record<string, string>>(`/v1/wecom/signature?url=${encodeURIComponent(url)}`);
  const { body } = await ask(`${web.site}/sidebar?customer=x#top`);
  const text = `jsapi_ticket=agent-ticket&noncestr=${body['nonceStr']}&timestamp=${body['timestamp']}&url=${web.site}/sidebar?customer=x`;
  expect(body['signature']).toBe(createHash('sha1').update(text).digest('hex'));
  for (const url of ['https://evil.example.com/sidebar', `${web.site}/in`, `${web.site}.evil.com/sidebar`, 'sidebar', ''])
    expect([url, (await ask(url)).status]).toEqual([url, 403]);
  expect((await web.ask('/v1/wecom/signature?url=x')).status).toBe(401);
});

test('WeCom’s published example of a signature', () => {
  const ticket = 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg';
  const { signature } = signAddress(ticket, 'http://mp.weixin.qq.com?params=value', {
    nonceStr: 'Wm3WZYTPz0wzccnW',
    timestamp: 1_414_587_457,
  });
  expect(signature).toBe('0f9de62fce790f9a083d5c99e95740ceb90c27ed');
});

test('the customer of the chat is found for whoever follows or owns them, by WeCom’s word and not by the page’s', async () => {
  const web = await member();
  const ask = (id: string) =>
    web.get<{ customer?: string; error?: { code: string } }>(`/v1/wecom/customer?id=${encodeURIComponent(id)}`);
  expect((await ask('wmMei')).body).toEqual({ customer: 'wmMei' });
  expect((await ask('wmTom')).body.error?.code).toBe('wecom_not_yours');
  expect((await ask('wmNew')).body.error).toMatchObject({
    code: 'wecom_unknown_customer',
    message: expect.stringContaining('新客户'),
  });
  for (const id of ['wmNobody', '', '../wmMei', 'wmMei ', "wmMei'", 'x'.repeat(500)])
    expect([id, (await ask(id)).status]).toEqual([id, 403]);

  // Bo sends the same id with a session of his own, a program with a token.
  const bo = await web.signIn('b2');
  expect((await web.ask('/v1/wecom/customer?id=wmMei', { headers: { cookie: bo } })).status).toBe(403);
  const token = await web.token('read', 'write');
  expect((await web.ask('/v1/wecom/customer?id=wmMei', { as: token })).status).toBe(403);
});

test('WeCom away, or a setting wrong there: said with its number, nobody is let in', async () => {
  const web = await member();
  web.wecom.fail('externalcontact/get', 60020);
  const { status, body } = await web.get<{ error: { code: string; message: string } }>('/v1/wecom/customer?id=wmMei');
  expect([status, body.error.code]).toEqual([503, 'wecom_away']);
  expect(body.error.message).toContain('60020');
  await web.wecom.stop();
  expect((await web.get('/v1/wecom/customer?id=wmMei')).status).toBe(503);
});

test('without an address that WeCom could come back to, nobody is sent away', async () => {
  const wecom = await startFakeWecom();
  onTestFinished(wecom.stop);
  const toolbar = wecomToolbar(wecom.env, Date.now);
  const web = await openWeb({ config: PEOPLE, ...(toolbar ? { web: { wecom: toolbar } } : {}) });
  const { status, text } = await web.ask('/wecom/in', { headers: { 'accept-language': 'zh' } });
  expect(status).toBe(503);
  expect(text).toContain('TAGWISE_URL');
});
