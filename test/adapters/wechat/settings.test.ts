import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBuild, importWechaty, PackageMissing } from '../../../adapters/wechat/load-wechaty.ts';
import { idsOf, readWechatSecrets, wantsWechat, wechatSettings } from '../../../adapters/wechat/settings.ts';
import { channelChecks } from '../../../src/cli/channels/channel-list.ts';
import { parseConfig } from '../../../src/config/config.ts';
import { temporaryHome } from '../../support/temporary-home.ts';

test('WeChat is wanted where it is configured or a token is set, and wants a token for a gateway only', () => {
  expect(wantsWechat(undefined, {})).toBe(false);
  expect(wantsWechat({}, {})).toBe(true);
  expect(wantsWechat(undefined, { WECHATY_PUPPET_SERVICE_TOKEN: 't' })).toBe(true);
  expect(readWechatSecrets(wechatSettings.parse({}), {})).toEqual({ missing: ['WECHATY_PUPPET_SERVICE_TOKEN'] });
  expect(readWechatSecrets(wechatSettings.parse({ puppet: 'wechaty-puppet-wechat4u' }), {})).toEqual({
    token: null,
    endpoint: null,
  });
});

test('ids are trusted as the settings say, else as the puppet is known to do', () => {
  expect(idsOf(wechatSettings.parse({ puppet: 'wechaty-puppet-wechat4u' }))).toBe('session');
  expect(idsOf(wechatSettings.parse({}))).toBe('permanent');
  expect(idsOf(wechatSettings.parse({ ids: 'session' }))).toBe('session');
});

test('a token in the file and fields that nobody knows are pointed out', () => {
  const wrong = 'channels:\n  wechat:\n    options: { token: abc }\n    room: x\n';
  try {
    parseConfig(wrong, 'tagwise.yaml', channelChecks);
    expect.unreachable();
  } catch (error) {
    const { problems } = error as { problems: { line: number; field: string; message: string }[] };
    expect(problems.map(({ line, field }) => `${line} ${field}`).sort()).toEqual([
      '3 channels.wechat.options',
      '4 channels.wechat.room',
    ]);
  }
});

test('a package that is not there is named', async () => {
  await expect(importWechaty('wechaty-puppet-not-there')).rejects.toThrow(PackageMissing);
  await expect(importWechaty('wechaty-puppet-not-there')).rejects.toMatchObject({ wanted: 'wechaty-puppet-not-there' });
});

test('a bot is made with its login in the home, and nothing anywhere else', async () => {
  const dir = join(temporaryHome(), 'wechat');
  const build = createBuild({
    settings: wechatSettings.parse({ options: { endpoint: '127.0.0.1:1' } }),
    secrets: { token: 'insecure_nobody', endpoint: null },
    dir,
  });
  const before = readdirSync('.');
  const { bot, puppet } = await build();
  expect(puppet).toMatchObject({ options: { token: 'insecure_nobody', endpoint: '127.0.0.1:1' } });
  expect(bot).toMatchObject({ __options: { name: join(dir, 'wechaty-puppet-service') } });
  expect(statSync(dir).mode & 0o777).toBe(0o700);
  expect(readdirSync('.')).toEqual(before);
  expect(existsSync(join(dir, 'insecure_nobody'))).toBe(false);
});
