import { describe, expect, test } from 'vitest';
import { openSlack } from '../../support/open-slack.ts';

describe.each(['http', 'socket'] as const)('Slack by %s', (mode) => {
  test('Mei of another company asks a price; Li sees the tag and its reason, and Mei sees nothing of it', async () => {
    const slack = await openSlack(mode);
    expect(slack.slack.health()).toEqual({ state: 'ready' });
    expect(await slack.says('UMEI', '这个多少钱？')).toBe(true);
    expect(await slack.tagsOf('UMEI')).toContain('需求与意向:询价');
    const { text } = await slack.command('ULI', '/tags Mei');
    expect(text).toContain('Mei (UMEI)');
    expect(text).toContain('询价');
    expect((await slack.command('ULI', '/why Mei 询价')).text).toContain('多少钱');
    expect(slack.fake.callsOf('chat.postMessage')).toEqual([]);
    expect(slack.troubles).toEqual([]);
  });

  test('a customer who types a command is refused, and so is a guest', async () => {
    const slack = await openSlack(mode);
    await slack.says('UMEI', '你好');
    expect((await slack.command('UMEI', '/tags Mei')).text).toContain('只给本公司的人用');
    expect((await slack.command('UTOM', '/segment VIP')).text).toContain('只给本公司的人用');
    expect(slack.troubles).toEqual([]);
  });
});

test('an answer is for whoever asked: nobody else turns its pages, by its number neither', async () => {
  const slack = await openSlack('http');
  const { buttons } = await slack.command('UHUA', '/help');
  const value = Object.values(buttons).find((one) => one.includes('more')) ?? '';
  const { words } = JSON.parse(value) as { words: string };
  expect((await slack.talks('ULI', words)).text).toContain('没有更多');
  expect((await slack.press('ULI', value)).text).toContain('没有更多');
  expect(Object.keys((await slack.press('UHUA', value)).buttons)).toEqual(['More (3/3)']);
});
