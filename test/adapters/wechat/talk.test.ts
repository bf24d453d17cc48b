import { describe, expect, test } from 'vitest';
import { openWechat, until } from '../../support/open-wechat.ts';

describe('WeChat by Wechaty', () => {
  test('Mei asks a price; Li sees the tag and its reason, and Mei sees nothing of it', async () => {
    const { wechat, phone, kept, tagsOf, troubles, news } = await openWechat();
    expect(wechat.health()).toEqual({ state: 'ready' });
    expect(news).toEqual([{ state: 'starting' }, { state: 'ready' }]);
    phone.says('wxid_mei', '这个多少钱？');
    expect(await kept(1)).toBe(true);
    expect(await tagsOf('wxid_mei')).toContain('需求与意向:询价');
    phone.says('wxid_li', '/tags 王小姐');
    const [answer = ''] = await phone.heardBy('wxid_li');
    expect(answer).toContain('王小姐');
    expect(answer).toContain('询价');
    phone.says('wxid_li', '标签 王小姐');
    expect((await phone.heardBy('wxid_li', 2))[1]).toBe(answer);
    expect(await phone.heardBy('wxid_mei', 1, 50)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('a customer who types a command gets nothing, in a direct chat and in a room; it is kept as their words', async () => {
    const { phone, kept, messages, troubles } = await openWechat();
    phone.says('wxid_mei', '/tags Tom');
    phone.says('wxid_tom', '/segment VIP', { roomId: 'vip@chatroom', mentionIdList: ['bot'] });
    expect(await kept(2)).toBe(true);
    expect(phone.sent).toEqual([]);
    expect(await messages()).toBe(2);
    expect(troubles).toEqual([]);
  });

  test('a command of Li where a customer reads is left alone: no answer, no word of it kept', async () => {
    const { phone, kept, messages } = await openWechat();
    phone.says('wxid_mei', '这个多少钱？', { roomId: 'vip@chatroom' });
    await kept(1);
    phone.says('wxid_li', '/tags', { roomId: 'vip@chatroom' });
    phone.says('wxid_li', '@小店客服\u2005标签', { roomId: 'vip@chatroom', mentionIdList: ['bot'] });
    phone.says('wxid_li', '您好，一百元一件', { roomId: 'vip@chatroom' });
    expect(await kept(2)).toBe(true);
    expect(await messages()).toBe(2);
    expect(phone.sent).toEqual([]);
  });

  test('a room in which everybody works here gets answers, until somebody brings a customer in', async () => {
    const { phone, kept, wechat, troubles } = await openWechat();
    phone.says('wxid_mei', '这个多少钱？');
    await kept(1);
    const roomId = 'staff@chatroom';
    phone.says('wxid_hua', '@小店客服\u2005/tags 王小姐', { roomId, mentionIdList: ['bot'] });
    expect((await phone.heardBy(roomId))[0]).toContain('Price inquiry');
    phone.says('wxid_li', '/why 王小姐 询价', { roomId });
    expect((await phone.heardBy(roomId, 2))[1]).toContain('多少钱');
    phone.says('wxid_li', '客户 王小姐 下午来', { roomId });
    expect(await wechat.tell({ room: '内部' }, '大客户：王小姐')).toEqual({ ok: true });
    expect(await phone.heardBy(roomId, 3)).toHaveLength(3);

    phone.latest().mocker.roomPayload(roomId).memberIdList.push('wxid_tom');
    phone.says('wxid_li', '/tags 王小姐', { roomId });
    expect(await wechat.tell({ room: '内部' }, '大客户：王小姐')).toEqual({ ok: false, retryAfter: null });
    expect(await wechat.tell({ room: roomId }, '大客户：王小姐')).toEqual({ ok: false, retryAfter: null });
    expect(await phone.heardBy(roomId, 4, 100)).toHaveLength(3);
    expect(troubles.join('\n')).not.toContain('王小姐');
  });

  test('a telephone that hangs over one message holds up that one for a while, and none behind it for ever', async () => {
    const { phone, kept } = await openWechat({ limits: { call: 200 } });
    const puppet = phone.latest();
    const asked = puppet.messagePayload.bind(puppet);
    let hung = false;
    puppet.messagePayload = (id: string) => {
      if (hung) return asked(id);
      hung = true;
      return new Promise(() => undefined);
    };
    phone.says('wxid_mei', '这个多少钱？');
    phone.says('wxid_tom', '你好');
    expect(await kept(2)).toBe(true);
  });

  test('what colleagues say among themselves is not kept, even where somebody unknown once spoke', async () => {
    const { phone, kept, messages } = await openWechat();
    const roomId = 'staff@chatroom';
    const { memberIdList } = phone.latest().mocker.roomPayload(roomId);
    memberIdList.push('wxid_tom');
    phone.says('wxid_tom', '我是新来的', { roomId });
    await kept(1);
    memberIdList.pop();
    phone.says('wxid_li', '王小姐的电话别忘了', { roomId });
    phone.deliver({ talkerId: 'bot', roomId, text: '好的，下午打' });
    phone.says('wxid_mei', '你好');
    await kept(2);
    expect(await messages()).toBe(2);
  });

  test('what somebody types on the telephone of the account is the agent’s, and tags nobody', async () => {
    const { phone, kept, tagsOf, app } = await openWechat();
    phone.says('wxid_mei', '你好');
    await kept(1);
    phone.deliver({ talkerId: 'bot', listenerId: 'wxid_mei', text: '这个多少钱您看过吗？太贵了？' });
    phone.deliver({ talkerId: 'bot', listenerId: 'wxid_li', text: '多少钱' });
    await kept(2);
    const said = await app.store.events.history(['wechat/bot/wxid_mei']);
    expect(said.map(({ from, agent }) => [from, agent?.id])).toEqual([
      ['customer', undefined],
      ['agent', 'bot'],
    ]);
    expect(await tagsOf('wxid_mei')).not.toContain('需求与意向:询价');
  });

  test('a recall takes the tag with it, and a message that is delivered twice counts once', async () => {
    const { phone, kept, tagsOf, messages } = await openWechat();
    const id = phone.says('wxid_mei', '这个多少钱？');
    await kept(1);
    phone.says('wxid_mei', '这个多少钱？', { id });
    phone.says('wxid_mei', '好的');
    await kept(2);
    expect(await messages()).toBe(2);
    phone.says('wxid_mei', `<sysmsg type="revokemsg"><revokemsg><msgid>1</msgid></revokemsg></sysmsg>`, { type: 13 });
    phone.says('wxid_mei', id, { type: 13 });
    await kept(4);
    expect(await until(async () => !(await tagsOf('wxid_mei')).includes('需求与意向:询价'))).toBe(true);
  });

  test('voices, pictures and links stand on the timeline and tag nobody; news of companies and of WeChat are nobody’s', async () => {
    const { phone, kept, tagsOf, messages } = await openWechat();
    phone.says('wxid_mei', '<xml>多少钱</xml>', { type: 2 });
    phone.says('wxid_mei', '<xml/>', { type: 6 });
    phone.says('wxid_mei', '', { type: 1, filename: '多少钱.pdf' });
    phone.says('wxid_mei', '', { type: 14 });
    phone.says('wxid_mei', '「小店：这个多少钱」\n- - - - - - - - - - - - - - -\n看到了');
    phone.says('gh_news', '今天打折，多少钱都值');
    phone.says('filehelper', '多少钱');
    phone.says('wxid_mei', '你已添加了王小姐', { type: 0 });
    phone.says('wxid_tom', '你好');
    expect(await kept(6)).toBe(true);
    expect(await messages()).toBe(6);
    expect(await tagsOf('wxid_mei')).not.toContain('需求与意向:询价');
  });

  test('while the database is away messages wait in memory and health says so; afterwards all are kept, in order', async () => {
    const { phone, wechat, breakDatabase, kept, messages, troubles, news } = await openWechat({
      limits: { waiting: 20 },
    });
    breakDatabase(true);
    for (let count = 0; count < 23; count += 1) phone.says('wxid_mei', `第 ${count} 句`);
    expect(await until(() => wechat.health().detail === 'waiting 20')).toBe(true);
    expect(wechat.health().state).toBe('degraded');
    breakDatabase(false);
    expect(await kept(20)).toBe(true);
    await until(() => wechat.health().detail === 'lost 3');
    expect(wechat.health()).toEqual({ state: 'degraded', detail: 'lost 3' });
    expect(await messages()).toBe(20);
    expect(news.map(({ detail }) => detail?.split(' ')[0]).slice(-2)).toEqual(['waiting', 'lost']);
    expect(troubles).toHaveLength(1);
  });

  test('long answers come page by page', async () => {
    const { phone, kept } = await openWechat();
    for (let count = 0; count < 40; count += 1) phone.says('wxid_mei', '这个多少钱？');
    await kept(40);
    phone.says('wxid_li', '/help');
    const [first = ''] = await phone.heardBy('wxid_li');
    expect(first).toContain('回复 更多');
    phone.says('wxid_li', '更多');
    expect((await phone.heardBy('wxid_li', 2))[1]).not.toBe(first);
  });

  test('a command from before the start, or one that comes again, is not given again', async () => {
    const { phone } = await openWechat();
    phone.says('wxid_li', '/help', { timestamp: Date.now() - 60_000 });
    const id = phone.says('wxid_li', '/help');
    await phone.heardBy('wxid_li');
    phone.says('wxid_li', '/help', { id });
    expect(await phone.heardBy('wxid_li', 2, 150)).toHaveLength(1);
  });

  test('a person is told; whoever cannot be told is told of as a value', async () => {
    const { phone, wechat } = await openWechat();
    expect(await wechat.tell({ person: 'wxid_hua' }, 'Good morning')).toEqual({ ok: true });
    expect(await phone.heardBy('wxid_hua')).toEqual(['Good morning']);
    expect((await wechat.tell({ person: 'wxid_gone' }, 'Good morning')).ok).toBe(false);
    expect(await wechat.tell({ person: 'tw-nobody' }, 'Good morning')).toEqual({ ok: false, retryAfter: null });
    await wechat.stop();
    expect(await wechat.tell({ person: 'wxid_hua' }, 'Good night')).toEqual({ ok: false, retryAfter: 60_000 });
    expect(wechat.health()).toEqual({ state: 'stopped' });
  });
});
