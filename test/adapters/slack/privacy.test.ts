// What colleagues read, customers never do.
import { expect, test } from 'vitest';
import { openSlack } from '../../support/open-slack.ts';

const card = { text: '老客户来了', blocks: [] };

test('a room for staff where a customer speaks, or that another company shares, gets no card', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '你好', { channel: 'CSPOKEN' });
  slack.fake.share('CSHARED');
  for (const room of ['CSPOKEN', 'CSHARED'])
    expect(await slack.slack.tell({ room }, card)).toEqual({ ok: false, retryAfter: null });
  expect(slack.fake.callsOf('chat.postMessage')).toEqual([]);
  expect(slack.troubles).toContain('slack: customers_read_there ');
  expect(await slack.slack.tell({ room: 'CSTAFF' }, card)).toEqual({ ok: true });
});

test('a link in the words of a customer is not fetched when they are told to a colleague', async () => {
  const slack = await openSlack('http');
  await slack.slack.tell({ person: 'ULI' }, card);
  expect(slack.fake.callsOf('chat.postMessage')).toMatchObject([{ unfurl_links: 'false', unfurl_media: 'false' }]);
});

test('while Slack does not say who somebody is they are told so, and nothing else', async () => {
  const slack = await openSlack('http');
  await slack.says('UMEI', '你好');
  slack.fake.fail('users.info', { status: 429, headers: { 'retry-after': '30' } });
  expect((await slack.command('UKAN', '/tags Mei')).text).toContain('现在查不到你是谁');
  slack.fake.mend();
  expect((await slack.command('UKAN', '/tags Mei')).text).toContain('Mei (UMEI)');
});
