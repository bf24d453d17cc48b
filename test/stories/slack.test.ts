// The program itself in Slack: started, killed with -9 in the middle of the day, and started again.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commandOf, eventOf, signedRequest, slackEnv, startFakeSlack } from '../support/fake-slack.ts';
import { freePort } from '../support/free-port.ts';
import { readAnswer, stamp } from '../support/open-slack.ts';
import { createFolder, runTagwise, startTagwise } from '../support/run-tagwise.ts';

const open = async () => {
  const { dir, remove } = createFolder();
  onTestFinished(remove);
  const fake = await startFakeSlack({ ULI: { name: 'Li' }, UMEI: { name: 'Mei', team: 'T9' } });
  onTestFinished(fake.stop);
  const port = await freePort();
  writeFileSync(
    join(dir, 'tagwise.yaml'),
    `people:\n  - { id: li, name: Li, role: agent, lang: zh, ids: { slack: ULI } }\nchannels:\n  slack: { mode: http, port: ${port} }\n`,
  );
  const surroundings = { cwd: dir, env: slackEnv(fake.apiUrl, 'http') };
  const start = async () => {
    const bot = startTagwise(['start', '--lang', 'zh'], surroundings);
    onTestFinished(() => void bot.child.kill('SIGKILL'));
    await bot.heard(/Slack：已连接/, { stream: 'stderr', limitMs: 60_000 });
    return bot;
  };
  const post = async (kind: 'event' | 'form', payload: Record<string, unknown>) => {
    const { body, headers } = signedRequest(kind, payload);
    return fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers });
  };
  const command = async (line: string) => readAnswer(await (await post('form', commandOf(fake, 'ULI', line))).json());
  return { dir, fake, surroundings, start, post, command };
};

test('what Slack was told is taken survives a kill, and comes once however often it comes', async () => {
  const { fake, surroundings, start, post, command } = await open();
  expect((await runTagwise(['doctor', '--lang', 'en'], surroundings)).stdout).toContain('✓ Slack  Acme · HTTP 127.0.0.1:');
  const first = await start();
  const said = eventOf({ user: 'UMEI', text: '这个多少钱？', ts: stamp(Date.now()) });
  expect((await post('event', said)).status).toBe(200);
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await start();
  // Whoever has just started on a busy machine may not keep it in time, and then says so: Slack comes again.
  await expect.poll(async () => (await post('event', said)).status).toBe(200);
  await expect.poll(async () => (await command('/tags UMEI')).text).toContain('询价');
  expect((await command('/why UMEI 询价')).text).not.toContain('共 2 次');
  expect((await command('/segment 询价')).text).toContain('Mei');
  expect(fake.callsOf('chat.postMessage')).toEqual([]);
  expect(await second.stop()).toMatchObject({ code: 0 });
});

test('a token that Slack does not take keeps only Slack out, and doctor says so', async () => {
  const { fake, surroundings } = await open();
  fake.fail('auth.test', { status: 200, body: { ok: false, error: 'invalid_auth' } });
  const { code, stdout } = await runTagwise(['doctor', '--lang', 'zh'], surroundings);
  expect(code).toBe(1);
  expect(stdout).toContain('invalid_auth');
  const bot = startTagwise(['start', '--lang', 'zh'], surroundings);
  await bot.heard(/Slack：不正常（invalid_auth）/, { stream: 'stderr', limitMs: 60_000 });
  fake.mend();
  await bot.heard(/Slack：已连接/, { stream: 'stderr', limitMs: 30_000 });
  expect(await bot.stop()).toMatchObject({ code: 0 });
});

test('with nothing configured no package of a channel is loaded', async () => {
  const { dir, remove } = createFolder();
  onTestFinished(remove);
  const loaded = join(dir, 'loaded');
  const bot = startTagwise(['start'], { cwd: dir, env: { NODE_V8_COVERAGE: loaded } });
  await bot.heard(/http:\/\/127\.0\.0\.1:\d+/, { limitMs: 60_000 });
  expect(await bot.stop()).toMatchObject({ code: 0 });
  const urls = readdirSync(loaded).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(loaded, file), 'utf8')) as { result: { url: string }[] };
    return result.map(({ url }) => url);
  });
  expect(urls.some((url) => url.includes('/node_modules/mongoose/'))).toBe(true);
  expect(urls.filter((url) => /\/node_modules\/(?:@slack|wechaty)/.test(url))).toEqual([]);
});
