import { expect, test } from 'vitest';
import type { Phonebook } from '../../support/fake-phone.ts';
import { openWechat } from '../../support/open-wechat.ts';

const PEOPLE = `
people:
  - { id: li, name: Li, role: agent, lang: zh, ids: { wechat: tw-li } }
  - { id: hua, name: Hua, role: manager, lang: en, ids: { wechat: 'weixin:hua-at-work' } }
`;

/** What a login of the web protocol shows: everybody has another id each time, remarks and WeChat ids stay. */
const loginOf = (login: string, remarks: Record<string, string> = {}, friend = true): Phonebook => ({
  contacts: [
    { id: `bot-${login}`, name: '小店客服' },
    { id: `li-${login}`, name: '李', alias: '小李 #tw-li' },
    { id: `hua-${login}`, name: '华', weixin: 'hua-at-work' },
    { id: `mei-${login}`, name: '王小姐', alias: remarks['mei'] ?? '', friend },
    { id: `eve-${login}`, name: '王小姐', alias: remarks['eve'] ?? '', friend: false },
    { id: `ann-${login}`, name: 'Ann', handle: 'ann88', friend: false },
  ],
  rooms: [{ id: `@@room${login}`, topic: 'VIP', memberIdList: [`bot-${login}`, `mei-${login}`] }],
});

const open = (login: string, more: Parameters<typeof openWechat>[0] & { remarks?: Record<string, string> } = {}) =>
  openWechat({ config: PEOPLE, ids: 'session', login: `bot-${login}`, phonebook: loginOf(login, more.remarks), ...more });

test('a customer is known by a remark that is written once, whatever their id is after the next login', async () => {
  const first = await open('1');
  const listenerId = 'bot-1';
  first.phone.says('mei-1', '这个多少钱？', { listenerId });
  first.phone.says('mei-1', '有货吗', { listenerId });
  await first.kept(2);
  expect(await first.tagsOf('tw-t1')).toContain('需求与意向:询价');
  expect(first.phone.latest().mocker.contactPayload('mei-1').alias).toBe('王小姐 #tw-t1');
  expect(first.phone.sent).toEqual([]);
  await first.wechat.stop();

  const second = await open('2', { street: first.street, remarks: { mei: '王小姐 #tw-t1' } });
  second.phone.says('mei-2', '好的', { listenerId: 'bot-2', id: 'n1' });
  await second.kept(3);
  expect(await second.street.app.store.events.history(['wechat/wechat/tw-t1'])).toHaveLength(3);
  expect(await second.street.app.store.customers.load(['tw-t1', 'mei-2'])).toHaveLength(1);
  second.phone.says('li-2', '/tags 王小姐', { listenerId: 'bot-2', id: 'n2' });
  expect((await second.phone.heardBy('li-2'))[0]).toContain('询价');
  expect(await second.wechat.tell({ person: 'tw-li' }, '早')).toEqual({ ok: true });
  expect(await second.wechat.tell({ person: 'weixin:hua-at-work' }, 'Morning')).toEqual({ ok: true });
  expect(await second.phone.heardBy('hua-2')).toEqual(['Morning']);
});

test('whoever has neither a remark nor a WeChat id is kept for this login alone, and is marked', async () => {
  const { phone, kept, app } = await open('1');
  phone.says('eve-1', '你好', { roomId: '@@room1' });
  phone.says('ann-1', '你好', { roomId: '@@room1' });
  await kept(2);
  const ids = ['session:eve-1', 'weixin:ann88'];
  const found = await app.store.customers.load(ids);
  expect(found.map(({ state }) => state.name)).toEqual(['王小姐 ⚠', 'Ann']);
});

test('where remarks are taken and forgotten nobody is known by one', async () => {
  const { phone, kept, app } = await open('1');
  phone.latest().remarks = false;
  phone.says('mei-1', '你好', { listenerId: 'bot-1' });
  phone.says('mei-1', '在吗', { listenerId: 'bot-1' });
  await kept(2);
  expect(await app.store.events.history(['wechat/wechat/session%3Amei-1'])).toHaveLength(2);
});

test('a remark that was copied to somebody else makes nobody somebody else', async () => {
  const { phone, kept, app, troubles } = await open('1', { remarks: { mei: '王小姐 #tw-abc', eve: '王小姐 #tw-abc' } });
  phone.says('mei-1', '这个多少钱？', { listenerId: 'bot-1' });
  await kept(1);
  phone.says('eve-1', '你好', { listenerId: 'bot-1' });
  await kept(2);
  expect(await app.store.events.history(['wechat/wechat/tw-abc'])).toHaveLength(1);
  expect(troubles).toEqual(['wechat: two contacts have the same remark id']);
});

test('who calls themselves by the sign of a colleague is a customer, gets no answer and none of their messages', async () => {
  const phonebook = loginOf('1');
  const named = (one: Phonebook['contacts'][number]) => (one.id === 'mei-1' ? { ...one, name: '#tw-li', alias: '' } : one);
  const { phone, kept, app, wechat } = await open('1', {
    phonebook: { ...phonebook, contacts: [...phonebook.contacts.map(named)].reverse() },
  });
  phone.says('mei-1', '你好', { listenerId: 'bot-1' });
  await kept(1);
  expect(phone.latest().mocker.contactPayload('mei-1').alias).toBe('tw-li #tw-t1');
  phone.says('mei-1', '/tags 王小姐', { listenerId: 'bot-1', id: 'n1' });
  phone.says('li-1', '/tags tw-li', { listenerId: 'bot-1', id: 'n2' });
  await phone.heardBy('li-1');
  expect(await app.store.customers.load(['tw-t1'])).toHaveLength(1);
  expect(await wechat.tell({ person: 'tw-li' }, '早')).toEqual({ ok: true });
  expect(phone.sent.filter(({ to }) => to === 'mei-1')).toEqual([]);
});

test('a remark that stands at two names neither of them', async () => {
  const { phone, wechat } = await open('1', { remarks: { mei: '王小姐 #tw-li' } });
  expect(await wechat.tell({ person: 'tw-li' }, '早')).toEqual({ ok: false, retryAfter: null });
  expect(phone.sent).toEqual([]);
});
