// What waits to be told outlives rate limits and crashes.
import { expect, test } from 'vitest';
import { createChannelOutlet } from '../../../src/cli/channels/channel-outlet.ts';
import { createSender } from '../../../src/notify/sender.ts';
import { slackForm } from '../../../src/text/slack/slack-form.ts';
import { openSlack, PEOPLE, readAnswer } from '../../support/open-slack.ts';

const open = async () => {
  const time = { now: Date.parse('2026-11-25T10:00:00+08:00') };
  const slack = await openSlack('http', { config: PEOPLE, now: () => time.now });
  const others: string[] = [];
  const channel = { channel: slack.slack, form: slackForm, staff: 'CSTAFF' } as never;
  const outlet = createChannelOutlet({
    ...{ app: slack.app, lang: 'zh', open: () => [channel] },
    otherwise: (reader) => {
      others.push(reader);
      return Promise.resolve(true);
    },
  });
  /** A process of its own would make its own: nothing is remembered but in the database. */
  const sender = () => {
    // Nobody knows which came first of what happens in one millisecond.
    time.now += 10;
    return createSender({ app: slack.app, outlet });
  };
  return { slack, time, others, sender };
};

test('a task is told to its owner in Slack, with a button that does it', async () => {
  const { slack, sender } = await open();
  await slack.says('UMEI', '你好');
  await slack.command('UHUA', '/task Mei call back --to li');
  await sender().run();
  const [told] = slack.fake.callsOf('chat.postMessage');
  expect(told?.['channel']).toBe('DULI');
  const { text, buttons } = readAnswer(told);
  expect(text).toContain('call back');
  const [value = ''] = Object.values(buttons);
  expect((await slack.press('ULI', value)).text).toContain('call back');
});

test('Slack asks to wait: nothing is lost, nothing comes twice, also when the process that waited is killed', async () => {
  const { slack, time, sender } = await open();
  await slack.says('UMEI', '你好');
  await slack.command('UHUA', '/task Mei call back --to li');
  slack.fake.fail('chat.postMessage', { status: 429, headers: { 'retry-after': '90' } });
  await sender().run();
  slack.fake.mend();
  const tries = () => slack.fake.callsOf('chat.postMessage').length;
  expect(tries()).toBe(1);
  // Another process, too early, and then in time.
  time.now += 60_000;
  await sender().run();
  expect(tries()).toBe(1);
  time.now += 31_000;
  await sender().run();
  expect(tries()).toBe(2);
  await sender().run();
  expect(tries()).toBe(2);
  expect(await slack.app.store.outbox.count('sent')).toBe(1);
});

test('a person whom Slack does not know stays waiting a while, and others are not held up', async () => {
  const { slack, sender } = await open();
  await slack.says('UMEI', '你好');
  await slack.command('ULI', '/task Mei 发报价 --to hua');
  slack.fake.fail('conversations.open', { status: 200, body: { ok: false, error: 'user_not_found' } });
  await sender().run();
  expect(await slack.app.store.outbox.count('waiting')).toBe(1);
  slack.fake.mend();
});
