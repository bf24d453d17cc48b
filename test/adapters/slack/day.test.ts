// A day in Slack, as people live it: in threads, by buttons, in App Home.
import { describe, expect, test } from 'vitest';
import { eventOf } from '../../support/fake-slack.ts';
import { openSlack, PEOPLE, readAnswer, stamp } from '../../support/open-slack.ts';

describe.each(['http', 'socket'] as const)('by %s', (mode) => {
  test('Li says by buttons that a tag is wrong, that a suggestion is right, and takes that back', async () => {
    const slack = await openSlack(mode);
    await slack.says('UMEI', '这个多少钱？');
    const why = await slack.command('ULI', '/why Mei 询价');
    await slack.press('ULI', why.buttons['不对'] ?? '');
    expect(await slack.tagsOf('UMEI')).not.toContain('需求与意向:询价');
    // The same wish in other words is only suggested now.
    await slack.says('UMEI', '价格是多少');
    expect(await slack.tagsOf('UMEI')).not.toContain('需求与意向:询价');
    const tags = await slack.command('ULI', '/tags Mei');
    const done = await slack.press('ULI', tags.buttons['确认 询价'] ?? '');
    expect(await slack.tagsOf('UMEI')).toContain('需求与意向:询价');
    await slack.press('ULI', done.buttons['撤销'] ?? '');
    expect(await slack.tagsOf('UMEI')).not.toContain('需求与意向:询价');
    expect(slack.troubles).toEqual([]);
  });

  test('a press is whose finger it is: a customer who sees a button of ours somehow changes nothing', async () => {
    const slack = await openSlack(mode);
    await slack.says('UMEI', '你好');
    const said = await slack.press('UMEI', JSON.stringify({ words: 'tag UMEI +合同' }));
    expect(said.text).toContain('只给本公司的人用');
    expect(await slack.tagsOf('UMEI')).not.toContain('需求与意向:合同');
  });

  test('VIP is for managers: Li is refused, Hua is not, and each hears it in their own language', async () => {
    const slack = await openSlack(mode);
    await slack.says('UMEI', '你好');
    expect((await slack.command('ULI', '/tag Mei +VIP')).text).toMatch(/主管|不能/);
    expect(await slack.tagsOf('UMEI')).not.toContain('价值分层:VIP客户');
    expect((await slack.command('UHUA', '/tag Mei +VIP')).text).toContain('VIP');
    expect(await slack.tagsOf('UMEI')).toContain('价值分层:VIP客户');
    expect((await slack.command('UHUA', '/tags nobody')).text).toContain('There is no customer "nobody".');
  });

  test('a colleague whom the people file does not name may look, and change nothing', async () => {
    const slack = await openSlack(mode);
    await slack.says('UMEI', '这个多少钱');
    expect((await slack.command('UKAN', '/tags Mei')).text).toContain('询价');
    expect((await slack.command('UKAN', '/tag Mei +合同')).text).toContain('只');
    expect(await slack.tagsOf('UMEI')).not.toContain('需求与意向:合同');
  });
});

test('a change of many is asked about first, by a button that says yes to just that', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '这个多少钱');
  await slack.says('UTOM', '多少钱一台');
  const asked = await slack.command('UHUA', '/tag @(询价) +合同');
  expect(asked.text).toMatch(/2 customers/);
  expect(await slack.tagsOf('UMEI')).not.toContain('需求与意向:合同');
  const done = await slack.press('UHUA', asked.buttons['Confirm'] ?? '');
  expect(done.text).toMatch(/2 changed/);
  expect(await slack.tagsOf('UTOM')).toContain('需求与意向:合同');
});

test('in a thread nobody has to be named, and only whoever asked sees the answer', async () => {
  const slack = await openSlack('socket');
  const root = stamp(Date.now());
  await slack.says('UMEI', '这个多少钱？', { ts: root });
  await slack.says('UTOM', '你好');
  const said = await slack.talks(
    'ULI',
    '<@UBOT> 标签',
    { channel: 'C1', channel_type: 'channel', thread_ts: root },
    'chat.postEphemeral',
  );
  expect(said.text).toContain('Mei (UMEI)');
  expect(slack.fake.callsOf('chat.postEphemeral')).toMatchObject([{ channel: 'C1', user: 'ULI', thread_ts: root }]);
  expect(
    (await slack.talks('ULI', '<@UBOT> 标签', { channel: 'C1', channel_type: 'channel' }, 'chat.postEphemeral')).text,
  ).toContain('UTOM');
});

test('in a direct chat the customer of the last answer stays at hand', async () => {
  const slack = await openSlack('socket');
  await slack.says('UMEI', '这个多少钱？');
  expect((await slack.talks('ULI', '标签')).text).toContain('没有说是哪位客户');
  await slack.talks('ULI', '标签 Mei');
  expect((await slack.talks('ULI', '打标 +合同')).text).toContain('合同');
  expect((await slack.talks('ULI', '确认')).text).toContain('没有等着确认');
});

test('a question in a direct chat is answered by a word', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '这个多少钱');
  expect((await slack.talks('UHUA', 'tag @(询价) +合同')).text).toMatch(/1 customer/);
  expect((await slack.talks('UHUA', 'confirm')).text).toMatch(/1 changed/);
});

test('a delivery that comes again does not give the command again', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '你好');
  await slack.command('ULI', '/tag Mei +合同');
  await slack.command('ULI', '/tag Mei +发票');
  const event = eventOf({ user: 'ULI', text: '撤销 Mei', ts: stamp(Date.now()), channel: 'DULI', channel_type: 'im' });
  expect(await slack.deliver(event)).toBe(true);
  expect(await slack.deliver(event)).toBe(true);
  await expect.poll(() => slack.fake.callsOf('chat.postMessage').length).toBe(1);
  await slack.settle();
  expect(await slack.tagsOf('UMEI')).toContain('需求与意向:合同');
});

test('a conversation is marked as one where customers talk: then colleagues without a line in the people file are customers there', async () => {
  const slack = await openSlack('http');
  await slack.says('UKAN', '这个多少钱？', { channel: 'C7' });
  expect(await slack.app.store.events.count()).toBe(0);
  expect((await slack.command('ULI', '/customer here', { channel_id: 'C7' })).text).toContain('都是客户');
  await slack.says('UKAN', '这个多少钱？', { channel: 'C7' });
  expect(await slack.tagsOf('UKAN')).toContain('需求与意向:询价');
  await slack.says('ULI', '一千块', { channel: 'C7' });
  expect(await slack.tagsOf('UKAN')).toContain('行为阶段:已沟通');
  expect((await slack.command('ULI', '/customer here off', { channel_id: 'C7' })).text).toContain('不再');
  await slack.says('UKAN', '我要投诉', { channel: 'C7' });
  expect(await slack.tagsOf('UKAN')).not.toContain('互动特征:投诉客户');
});

test('quoted and shared words are not the customer’s own; markup is read as people see it', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '&gt; 要不要发个报价？\n不用了，谢谢 &amp; 再见');
  await slack.says('UMEI', '看看这个', { attachments: [{ is_share: true, text: '我要投诉' }] });
  const said = await slack.app.store.events.history(await slack.app.store.customers.keysOf('UMEI'));
  expect(said.map(({ body }) => body)).toMatchObject([
    { text: '不用了，谢谢 & 再见', quote: '要不要发个报价？' },
    { text: '看看这个', quote: '我要投诉' },
  ]);
  const tags = await slack.tagsOf('UMEI');
  expect(tags).not.toContain('需求与意向:要报价');
  expect(tags).not.toContain('互动特征:投诉客户');
});

test('a long answer is read page by page', async () => {
  const slack = await openSlack('http');
  const first = await slack.command('UHUA', '/help');
  const more = Object.entries(first.buttons).find(([label]) => label.startsWith('More'));
  expect(more?.[0]).toMatch(/^More \(2\/\d+\)$/);
  const second = await slack.press('UHUA', more?.[1] ?? '');
  expect(second.text).not.toBe(first.text);
  expect((await slack.talks('UHUA', 'help')).buttons).toHaveProperty(more?.[0] ?? '');
  expect((await slack.press('UHUA', JSON.stringify({ words: 'more 999 3' }))).text).toContain('no more');
});

test('the shortcut of a message opens a dialog with the tags of whoever wrote it', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '这个多少钱？');
  const payload = {
    ...{
      type: 'message_action',
      callback_id: 'customer_tags',
      trigger_id: 't',
      response_url: slack.fake.lateUrl,
      action_ts: '1.1',
    },
    ...{ team: { id: 'T1', domain: 'acme' }, channel: { id: 'C1', name: 'general' }, user: { id: 'ULI', team_id: 'T1' } },
    message: { type: 'message', user: 'UMEI', ts: '1.1', text: '这个多少钱？' },
  };
  expect((await slack.post('interactive', payload)).status).toBe(200);
  await expect.poll(() => slack.fake.callsOf('views.open').length).toBe(1);
  const { view } = slack.fake.callsOf('views.open')[0] as { view: { title: { text: string }; type: string } };
  expect(view.title.text).toBe('客户标签');
  expect(readAnswer(view).text).toContain('询价');
  await slack.post('interactive', { ...payload, user: { id: 'UTOM', team_id: 'T1' } });
  await expect.poll(() => slack.fake.callsOf('views.open').length).toBe(2);
  expect(readAnswer(slack.fake.callsOf('views.open')[1]?.['view']).text).toContain('只给本公司的人用');
});

test('App Home has what to do and the quotes that wait, and a task is done by a button there', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '你好');
  await slack.command('ULI', '/task Mei 回电话 明天下午3点');
  const opened = eventOf({ type: 'app_home_opened', user: 'ULI', tab: 'home', channel: 'DULI', event_ts: '1.1' });
  expect(await slack.deliver(opened)).toBe(true);
  await expect.poll(() => slack.fake.callsOf('views.publish').length).toBe(1);
  const home = readAnswer((slack.fake.callsOf('views.publish')[0] as { view: object }).view);
  expect(home.text).toContain('回电话');
  const [value = ''] = Object.values(home.buttons);
  await slack.post('interactive', {
    ...{ type: 'block_actions', team: { id: 'T1' }, user: { id: 'ULI', team_id: 'T1' }, api_app_id: 'A1', trigger_id: 't' },
    ...{ container: { type: 'view', view_id: 'VHOME' }, view: { id: 'VHOME', type: 'home' } },
    actions: [{ type: 'button', action_id: 'tagwise_0', block_id: 'b', value, action_ts: '1.1' }],
  });
  await expect.poll(() => slack.fake.callsOf('views.publish').length).toBe(2);
  expect(readAnswer((slack.fake.callsOf('views.publish')[1] as { view: object }).view).text).not.toContain('回电话');
});

test('an id that somebody happens to have in Slack is nobody of the people file unless it stands there for Slack', async () => {
  const config = `${PEOPLE}  - { id: UKAN, name: Kan, role: manager }\n`;
  const slack = await openSlack('http', { config });
  await slack.says('UMEI', '你好');
  expect((await slack.command('UKAN', '/tag Mei +VIP')).text).toContain('只');
  expect(await slack.tagsOf('UMEI')).not.toContain('价值分层:VIP客户');
});
