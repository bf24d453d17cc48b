// What is kept of what is said in Slack, and what is not.
import { expect, test } from 'vitest';
import { eventOf } from '../../support/fake-slack.ts';
import { openSlack, stamp } from '../../support/open-slack.ts';

test('a deleted message that others had answered leaves a tombstone, and takes its tag with it', async () => {
  const slack = await openSlack('http');
  const ts = stamp(Date.now());
  const message = { type: 'message', ts, thread_ts: ts };
  await slack.says('UMEI', '我要投诉', { ts, thread_ts: ts });
  expect(await slack.tagsOf('UMEI')).toContain('互动特征:投诉客户');
  const left = { ...message, subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', hidden: true };
  const before = { ...message, user: 'UMEI', text: '我要投诉' };
  await slack.deliver(eventOf({ subtype: 'message_changed', ts: stamp(Date.now()), message: left, previous_message: before }));
  await slack.settle();
  expect(await slack.tagsOf('UMEI')).not.toContain('互动特征:投诉客户');
});

test('edits among colleagues are not kept, of unknown authors neither', async () => {
  const slack = await openSlack('http');
  const edited = { type: 'message', text: '午饭', ts: stamp(Date.now()) };
  for (const user of [{ user: 'ULI' }, {}])
    await slack.deliver(
      eventOf({ channel: 'CINTERN', subtype: 'message_changed', ts: stamp(Date.now()), message: { ...edited, ...user } }),
    );
  expect(await slack.app.store.events.count()).toBe(0);
});

test('Slackbot is nobody’s customer', async () => {
  const slack = await openSlack('http');
  await slack.command('ULI', '/customer here');
  await slack.says('USLACKBOT', '我要投诉');
  expect(await slack.app.store.events.count()).toBe(0);
});

test('an address in a command is what was typed', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '你好');
  const line = '/customer UMEI email:<mailto:mei@acme.example|mei@acme.example>';
  // Masked as every address is, but an address.
  expect((await slack.command('ULI', line)).text).toContain('@acme.example');
  const task = '/task UMEI 看一下 <http://acme.example|acme.example>';
  expect((await slack.command('ULI', task)).text).toContain('看一下 acme.example');
});

test('a command to the bot is not kept, and no more is its edit', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '你好');
  const ts = stamp(Date.now());
  const message = { type: 'message', user: 'ULI', ts };
  await slack.says('ULI', '<@UBOT> 标签', { ts });
  const edited = { ...message, text: '<@UBOT> 为什么 询价' };
  await slack.deliver(eventOf({ subtype: 'message_changed', ts: stamp(Date.now()), message: edited, previous_message: message }));
  expect(await slack.app.store.events.count()).toBe(1);
});

test('a dialog opens while Slack lets it, also where its answer takes longer', { timeout: 20_000 }, async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '这个多少钱？');
  slack.slowDown(3_500);
  const shortcut = { type: 'message_action', callback_id: 'customer_tags', trigger_id: 't', message_ts: '1.1', api_app_id: 'A1' };
  const where = { team: { id: 'T1' }, user: { id: 'ULI' }, channel: { id: 'C1' }, response_url: slack.fake.lateUrl };
  await slack.post('interactive', { ...shortcut, ...where, message: { type: 'message', user: 'UMEI', ts: '1.1' } });
  await expect.poll(() => JSON.stringify(slack.fake.callsOf('views.open')), { timeout: 3_000 }).toContain('处理中');
  await expect.poll(() => JSON.stringify(slack.fake.callsOf('views.update')), { timeout: 6_000 }).toContain('询价');
});
