// What was said while the bot, its connection or its database was away.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openSlack, stamp } from '../../support/open-slack.ts';

/** So that the good moment before is noted. */
const aWhile = () => sleep(200);

test('what customers said while the bot was down is read in the history, once, in threads too', async () => {
  const slack = await openSlack('http');
  const before = { user: 'UMEI', text: '太贵了', ts: stamp(Date.now()) };
  slack.fake.remember('C1', before);
  await slack.says('UMEI', before.text, { ts: before.ts });
  await aWhile();
  const root = stamp(Date.now());
  slack.fake.remember('C1', {
    user: 'UTOM',
    text: '在吗',
    ts: root,
    thread_ts: root,
    latest_reply: stamp(Date.now() + 5),
    reply_count: 1,
  });
  slack.fake.remember('C1', { user: 'UTOM', text: '这个多少钱？', ts: stamp(Date.now()), thread_ts: root });
  slack.fake.remember('C1', { user: 'ULI', text: '/tags 这里不是命令', ts: stamp(Date.now()) });
  slack.fake.remember('DULI', { user: 'ULI', text: '打标 UMEI +合同', ts: stamp(Date.now()) });
  await slack.restart();
  await expect.poll(() => slack.tagsOf('UTOM')).toContain('需求与意向:询价');
  await aWhile();
  expect(await slack.tagsOf('UMEI')).not.toContain('需求与意向:价格敏感');
  // Commands of a while ago are nobody’s wish any more.
  expect(await slack.tagsOf('UMEI')).not.toContain('需求与意向:合同');
  expect(slack.troubles).toEqual([]);
});

test('what was edited while the bot was down counts with its new words', async () => {
  const slack = await openSlack('http');
  const ts = stamp(Date.now());
  await slack.says('UMEI', '这个多少钱？', { ts });
  expect(await slack.tagsOf('UMEI')).toContain('需求与意向:询价');
  await aWhile();
  slack.fake.remember('C1', { user: 'UMEI', text: '打扰了', ts, edited: { user: 'UMEI', ts: stamp(Date.now()) } });
  await slack.restart();
  await expect.poll(() => slack.tagsOf('UMEI')).not.toContain('需求与意向:询价');
});

test('a message that Slack gave up on while the database was away is heard when it is back', async () => {
  const slack = await openSlack('http');
  await aWhile();
  slack.breakDatabase(true);
  const said = { user: 'UMEI', text: '我要投诉', ts: stamp(Date.now()) };
  slack.fake.remember('C1', said);
  expect(await slack.says('UMEI', said.text, { ts: said.ts })).toBe(false);
  slack.breakDatabase(false);
  await expect.poll(() => slack.tagsOf('UMEI')).toContain('互动特征:投诉客户');
});

test('a cut connection is opened again, and nothing of the gap is missing', { timeout: 60_000 }, async () => {
  const slack = await openSlack('socket');
  await aWhile();
  slack.fake.cut();
  slack.fake.remember('C1', { user: 'UMEI', text: '这个多少钱？', ts: stamp(Date.now()) });
  await expect.poll(() => slack.tagsOf('UMEI'), { timeout: 40_000 }).toContain('需求与意向:询价');
  expect(slack.slack.health().state).toBe('ready');
  expect(slack.fake.connected()).toBe(1);
});

test('Slack asks to wait while the history is read: it is read to the end all the same', async () => {
  const slack = await openSlack('http');
  await aWhile();
  slack.fake.remember('C1', { user: 'UMEI', text: '这个多少钱？', ts: stamp(Date.now()) });
  slack.fake.fail('conversations.history', { status: 429, headers: { 'retry-after': '1' } });
  await slack.restart();
  await expect.poll(() => slack.fake.callsOf('conversations.history').length).toBeGreaterThan(0);
  slack.fake.mend();
  await expect.poll(() => slack.tagsOf('UMEI'), { timeout: 5_000 }).toContain('需求与意向:询价');
});

const DAY = 86_400_000;

test('answers in an old thread and edits of old messages are not missed', async () => {
  const slack = await openSlack('http');
  await aWhile();
  const root = stamp(Date.now() - DAY);
  slack.fake.remember('C1', { user: 'ULI', text: '有问题吗', ts: root, thread_ts: root, latest_reply: stamp(Date.now()) });
  slack.fake.remember('C1', { user: 'UTOM', text: '这个多少钱？', ts: stamp(Date.now()), thread_ts: root });
  const old = stamp(Date.now() - DAY);
  await slack.says('UMEI', '我要投诉', { ts: old });
  slack.fake.remember('C1', { user: 'UMEI', text: '打扰了', ts: old, edited: { user: 'UMEI', ts: stamp(Date.now()) } });
  slack.fake.remember('C1', { user: 'UMEI', text: '要发票', ts: stamp(Date.now() - DAY) });
  await slack.restart();
  await expect.poll(() => slack.tagsOf('UTOM')).toContain('需求与意向:询价');
  await expect.poll(() => slack.tagsOf('UMEI')).not.toContain('互动特征:投诉客户');
  // It was said when all was well; had the bot been there it had come.
  expect(await slack.tagsOf('UMEI')).not.toContain('需求与意向:发票');
});

test('a conversation that Slack does not let the bot read keeps nobody from the others', async () => {
  const slack = await openSlack('http');
  await aWhile();
  slack.fake.remember('CLOCKED', { user: 'UMEI', text: '要发票', ts: stamp(Date.now()) });
  slack.fake.lock('CLOCKED');
  slack.fake.remember('C1', { user: 'UMEI', text: '这个多少钱？', ts: stamp(Date.now()) });
  await slack.restart();
  await expect.poll(() => slack.tagsOf('UMEI')).toContain('需求与意向:询价');
  expect(slack.troubles.join()).toContain('not_in_channel');
});

test('a long history is heard from its oldest word on, whichever page Slack gives first', async () => {
  const slack = await openSlack('http');
  await aWhile();
  const began = Date.now();
  slack.fake.remember('C1', { user: 'UMEI', text: '你好', ts: stamp(began) });
  slack.fake.remember('C1', { user: 'ULI', text: '您好', ts: stamp(began + 1) });
  for (let i = 0; i < 10; i += 1) slack.fake.remember('C1', { user: 'UTOM', text: `第 ${i} 句`, ts: stamp(began + 2 + i) });
  slack.fake.pagesOf(4);
  await slack.restart();
  await expect.poll(() => slack.tagsOf('UTOM')).toContain('活跃度:低活跃');
  const [mei] = await slack.app.store.customers.load(['UMEI']);
  expect(mei?.state.owner?.id).toBe('li');
});

test('stopping does not wait until a long history is read', async () => {
  const slack = await openSlack('http');
  await aWhile();
  for (let i = 0; i < 600; i += 1) slack.fake.remember('C1', { user: 'UMEI', text: `第 ${i} 句`, ts: stamp(Date.now()) });
  const next = await slack.restart();
  await expect.poll(() => slack.app.store.events.count()).toBeGreaterThan(0);
  await next.stop();
  expect(await slack.app.store.events.count()).toBeLessThan(600);
});

test('a machine that slept reads what was said meanwhile, although nobody told it of trouble', async () => {
  let time = Date.now();
  const slack = await openSlack('http', { now: () => time });
  await slack.says('UMEI', '你好');
  await aWhile();
  slack.fake.remember('C1', { user: 'UMEI', text: '这个多少钱？', ts: stamp(time + 3_600_000) });
  time += 2 * 3_600_000;
  await expect.poll(() => slack.tagsOf('UMEI')).toContain('需求与意向:询价');
});
