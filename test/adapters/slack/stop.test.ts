// Stopping, whatever is under way.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openSlack } from '../../support/open-slack.ts';

test('stopped while it is still connecting it stays stopped, and leaves no connection behind', async () => {
  const slack = await openSlack('socket');
  const { next, started } = slack.startAnother();
  await next.stop();
  await started;
  await sleep(300);
  expect(next.health().state).toBe('stopped');
  expect(slack.fake.connected()).toBe(1);
});

test('a command that is being answered is answered before it has stopped', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '你好');
  slack.slowDown(500);
  const answer = slack.talks('ULI', '打标 UMEI +合同');
  await sleep(250);
  await slack.slack.stop();
  expect(slack.fake.callsOf('chat.postMessage')).toHaveLength(1);
  expect((await answer).text).toContain('合同');
});
