import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { WECHAT_VARIABLES } from '../../../adapters/wechat/settings.ts';
import { channelChecks } from '../../../src/cli/channels/channel-list.ts';
import { parseConfig } from '../../../src/config/config.ts';
import { channelText } from '../../../src/text/channel.ts';
import { drawCode } from '../../../src/text/terminal/draw-code.ts';

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

test('the page names every setting and variable, and its example is a configuration', () => {
  const page = read('docs/wechat.md');
  for (const field of channelChecks['wechat']?.fields ?? []) expect(page).toContain(`| \`${field}\``);
  for (const name of Object.values(WECHAT_VARIABLES)) {
    expect(page).toContain(name);
    expect(read('.env.example')).toContain(name);
  }
  const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const config = parseConfig(example.replaceAll(/^ {3}/gm, ''), 'tagwise.yaml', channelChecks);
  expect(config.channels['wechat']).toEqual({ puppet: 'wechaty-puppet-service', staff: '客服内部群' });
  expect(config.people.map(({ ids }) => ids['wechat'])).toEqual(['tw-li', 'wxid_hua']);
});

test('what is wrong is a sentence in both languages', () => {
  const say = (detail?: string) => {
    const health = { state: 'degraded', ...(detail === undefined ? {} : { detail }) };
    return [channelText.health.zh('wechat', health), channelText.health.en('wechat', health)];
  };
  expect(say('waiting 7')).toEqual([
    '微信：不正常（数据库写不进去，7 条消息在内存里等着）',
    'WeChat: not well (the database takes nothing; 7 messages wait in memory)',
  ]);
  const at = new Date(2026, 10, 28, 9, 5).getTime();
  expect(say(`gap ${at} ${at + 600_000}`)[1]).toContain('from 9:05 to 9:15');
  for (const code of ['package x', 'token', 'unreachable', 'no_login', 'logged_out', 'lost 3'])
    for (const sentence of say(code)) expect(sentence).not.toMatch(new RegExp(`[(（]${code}[)）]$`));
  expect(say('something else')[1]).toContain('(something else)');
  expect(say()[0]).toBe('微信：不正常');
});

test('a code is drawn so that dark is dark on a dark terminal, with light around it', () => {
  const one = { size: 1, dark: () => true };
  expect(drawCode(one, false)).toBe(['█████', '██▄██', '█████'].join('\n'));
  expect(
    drawCode(one, true)
      .split('\n')
      .every((line) => line.startsWith('\u001b[97;40m') && line.endsWith('\u001b[0m')),
  ).toBe(true);
});
