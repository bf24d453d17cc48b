import { expect, test } from 'vitest';
import { PackageMissing } from '../../../adapters/wechat/load-wechaty.ts';
import { createFakePhone } from '../../support/fake-phone.ts';
import { openWechat, PHONEBOOK, QUICK, until } from '../../support/open-wechat.ts';

test('a code waits to be scanned, a fresh one takes its place, and then the bot is logged in', async () => {
  const { wechat, phone, news } = await openWechat({ login: null });
  expect(wechat.health()).toEqual({ state: 'starting' });
  await until(() => phone.made.length === 1);
  const { mocker } = phone.latest();
  mocker.scan('https://login.weixin.qq.com/l/one', 2);
  mocker.scan('https://login.weixin.qq.com/l/one', 3);
  mocker.scan('https://login.weixin.qq.com/l/two', 5);
  expect(wechat.health()).toEqual({ state: 'needs_login', login: 'https://login.weixin.qq.com/l/two' });
  phone.latest().login('bot');
  expect(wechat.health()).toEqual({ state: 'ready' });
  expect(news.map(({ state }) => state)).toEqual(['starting', 'needs_login', 'needs_login', 'ready']);
  await phone.latest().logout();
  expect(wechat.health()).toEqual({ state: 'degraded', detail: 'logged_out' });
});

test('nobody logs in and there is no code: health says so', async () => {
  const { wechat } = await openWechat({ login: null });
  expect(await until(() => wechat.health().detail === 'no_login')).toBe(true);
});

test.each([
  [
    'an error of its connection',
    (phone: ReturnType<typeof createFakePhone>) => phone.latest().emit('error', new Error('14 UNAVAILABLE')),
  ],
  ['silence', (phone: ReturnType<typeof createFakePhone>) => (phone.latest().ding = () => undefined)],
])('after %s the bot is built anew, and the gap is said', async (_, breakIt) => {
  const { wechat, phone, kept, news } = await openWechat();
  // It was seen to answer.
  await until(() => false, 2 * QUICK.beat);
  breakIt(phone);
  expect(await until(() => phone.made.length === 2 && wechat.health().detail?.startsWith('gap ') === true)).toBe(true);
  const [, from = 0, to = 0] = (wechat.health().detail ?? '').split(' ').map(Number);
  expect(to).toBeGreaterThan(from);
  expect(Date.now() - to).toBeLessThan(5_000);
  expect(news.map(({ detail }) => detail?.split(' ')[0])).toEqual([undefined, undefined, 'unreachable', 'gap']);
  phone.says('wxid_mei', '在吗');
  expect(await kept(1)).toBe(true);
});

test('an error of one message is noted, and nothing else', async () => {
  const { wechat, phone, troubles } = await openWechat();
  phone.latest().emit('error', { data: 'one of many' });
  await until(() => troubles.length > 0);
  expect(wechat.health().state).toBe('ready');
  expect(phone.made).toHaveLength(1);
});

test('a message that cannot be loaded is asked for again, and is counted as lost when others come through', async () => {
  const { wechat, phone, kept } = await openWechat();
  phone.latest().emit('message', { messageId: 'not-there' });
  await until(() => wechat.health().detail === 'waiting 1');
  for (let count = 0; count < 20 && wechat.health().detail !== 'lost 1'; count += 1) {
    phone.says('wxid_mei', `还在吗 ${count}`);
    await until(() => wechat.health().detail === 'lost 1', 600);
  }
  expect(wechat.health()).toEqual({ state: 'degraded', detail: 'lost 1' });
  expect(await kept(1)).toBe(true);
});

test('a puppet that nobody installed is a sentence, not an end', async () => {
  const { wechat } = await openWechat({ build: () => Promise.reject(new PackageMissing('wechaty-puppet-padlocal')) });
  await until(() => wechat.health().state === 'degraded');
  expect(wechat.health()).toEqual({ state: 'degraded', detail: 'package wechaty-puppet-padlocal' });
});

test('one that cannot be built is tried again until it can', async () => {
  const phone = createFakePhone(PHONEBOOK);
  let tries = 0;
  const { wechat, news } = await openWechat({
    build: () => {
      tries += 1;
      return tries < 3 ? Promise.reject(new Error('requires a SNI as prefix')) : phone.build();
    },
  });
  expect(await until(() => wechat.health().state === 'ready')).toBe(true);
  expect(news.map(({ detail }) => detail)).toContain('token');
});

test('stopped, started again, stopped twice: one connection at a time', async () => {
  const { wechat, phone, kept } = await openWechat();
  await wechat.start();
  expect(phone.made).toHaveLength(1);
  await wechat.stop();
  await wechat.stop();
  expect(wechat.health()).toEqual({ state: 'stopped' });
  await wechat.start();
  expect(await until(() => wechat.health().state !== 'starting')).toBe(true);
  phone.says('wxid_mei', '在吗');
  expect(await kept(1)).toBe(true);
});

test('a puppet that mends its own connection is left alone, until it is silent', async () => {
  const { wechat, phone } = await openWechat({ gateway: false });
  phone.latest().emit('error', new Error('read ECONNRESET'));
  await until(() => false, 2 * QUICK.beat);
  expect(phone.made).toHaveLength(1);
  expect(wechat.health().state).toBe('ready');
  phone.latest().ding = () => undefined;
  expect(await until(() => phone.made.length === 2 && wechat.health().detail?.startsWith('gap ') === true)).toBe(true);
});

test('a message that a connection took along when it broke is part of the gap, and holds nobody up', async () => {
  const { wechat, phone, kept } = await openWechat();
  phone.latest().emit('message', { messageId: 'not-there' });
  phone.latest().emit('error', new Error('14 UNAVAILABLE'));
  expect(await until(() => wechat.health().detail?.startsWith('gap ') === true)).toBe(true);
  phone.says('wxid_mei', '在吗');
  expect(await kept(1)).toBe(true);
});
