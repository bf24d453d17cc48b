import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import { createBuild } from '../../adapters/wechat/load-wechaty.ts';
import { wechatSettings } from '../../adapters/wechat/settings.ts';
import { freePort } from '../support/free-port.ts';
import { openWechat, until } from '../support/open-wechat.ts';
import { temporaryHome } from '../support/temporary-home.ts';
import { GATEWAY_TOKEN, startGateway } from '../support/wechat-gateway.ts';

const LIMITS = { beat: 500, silent: 4_000, retry: 200, mostRetry: 1_000, login: 20_000, stop: 3_000 };

let home = '';
beforeEach(() => {
  home = temporaryHome();
  mkdirSync(home, { recursive: true });
  // Where Wechaty would keep customers under the token.
  vi.stubEnv('HOME', home);
});

const connect = (port: number, token = GATEWAY_TOKEN) =>
  openWechat({
    limits: LIMITS,
    build: createBuild({
      settings: wechatSettings.parse({}),
      secrets: { token, endpoint: `127.0.0.1:${port}` },
      dir: join(home, 'data', 'wechat'),
    }),
  });

test('a gateway is killed and comes back: the bot comes back too and says what it may have missed', async () => {
  const port = await freePort();
  const first = await startGateway(port);
  const { wechat, kept, tagsOf, messages, news } = await connect(port);
  expect(await until(() => wechat.health().state === 'ready', 20_000)).toBe(true);
  first.says('wxid_mei', '这个多少钱？');
  expect(await kept(1)).toBe(true);
  expect(await tagsOf('wxid_mei')).toContain('需求与意向:询价');
  first.says('wxid_li', '/tags 王小姐');
  expect((await first.told('wxid_li', 1))[0]).toContain('询价');

  await first.kill();
  expect(await until(() => wechat.health().detail === 'unreachable', 10_000)).toBe(true);
  expect(await wechat.tell({ person: 'wxid_li' }, '早')).toEqual({ ok: false, retryAfter: 60_000 });
  // Longer than Wechaty's own watch over its gateways would bear.
  await sleep(5_000);
  const second = await startGateway(port);
  expect(await until(() => wechat.health().detail?.startsWith('gap ') === true, 30_000)).toBe(true);
  second.says('wxid_mei', '有货吗？');
  expect(await until(async () => (await messages()) === 2, 10_000)).toBe(true);
  second.says('wxid_li', '/tags 王小姐');
  expect((await second.told('wxid_li', 1))[0]).toContain('询价');
  // A message that comes in the moment of the new login waits for it.
  const told = news.map(({ detail }) => detail?.split(' ')[0]).filter((word) => word !== 'waiting');
  expect(told).toEqual([undefined, undefined, 'unreachable', 'gap']);

  await wechat.stop();
  expect(existsSync(join(home, '.wechaty'))).toBe(false);
});

test('a token that the gateway refuses is said, and nobody is logged in', async () => {
  const port = await freePort();
  await startGateway(port);
  const { wechat } = await connect(port, 'insecure_wrong');
  expect(await until(() => wechat.health().detail === 'token', 20_000)).toBe(true);
  expect(wechat.health().state).toBe('degraded');
});

test('with no gateway at all the bot starts, waits and stops', async () => {
  const { wechat } = await connect(await freePort());
  expect(await until(() => wechat.health().detail === 'unreachable', 20_000)).toBe(true);
  await wechat.stop();
  expect(wechat.health()).toEqual({ state: 'stopped' });
});
