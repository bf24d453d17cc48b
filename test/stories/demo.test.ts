// One command on a fresh machine: the address that it prints opens the demo, and the first line typed there gets its tag.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openBrowser } from '../support/open-browser.ts';
import { createFolder, runTagwise, startTagwise } from '../support/run-tagwise.ts';

test('a newcomer opens the address that start prints and sees a tag with its reason appear', async () => {
  const folder = createFolder();
  onTestFinished(folder.remove);
  const bot = startTagwise(['start', '--lang', 'zh'], { cwd: folder.dir });
  onTestFinished(async () => void (await bot.stop()));
  const address = /演示 +(\S+)/;
  const [, link = ''] = address.exec(await bot.heard(address, { limitMs: 60_000 })) ?? [];
  const context = await (await openBrowser()).newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button').click();
  await page.waitForURL('**/demo');
  await page.locator('#window-customer textarea').fill('这个多少钱？');
  await page.keyboard.press('Enter');
  await page.locator('#window-agent .note', { hasText: '询价' }).waitFor();
  expect(await page.locator('#window-agent .bubble mark').textContent()).toBe('多少钱');
  await page.frameLocator('#window-tags iframe').getByText('询价', { exact: true }).waitFor();
  // Every customer of the sample can be played.
  await expect.poll(() => page.locator('option').count()).toBe(21);
  const again = await runTagwise(['link', '--json'], { cwd: folder.dir });
  await page.goto((JSON.parse(again.stdout) as { url: string }).url);
  await page.getByRole('button').click();
  await page.waitForURL('**/demo');
  expect(await bot.stop()).toMatchObject({ code: 0, stderr: '' });
});

test('with a channel configured there is no demo, and the web chat is there for visitors', async () => {
  const folder = createFolder();
  onTestFinished(folder.remove);
  writeFileSync(join(folder.dir, 'tagwise.yaml'), 'channels:\n  webchat: { origins: ["https://shop.example"] }\n');
  const doctor = await runTagwise(['doctor', '--lang', 'en'], { cwd: folder.dir });
  expect(doctor.stdout).toContain('✓ Web chat  /chat · https://shop.example');
  const bot = startTagwise(['start', '--lang', 'en'], { cwd: folder.dir });
  onTestFinished(async () => void (await bot.stop()));
  const welcome = await bot.heard(/Sign in +\S+ \(once/, { limitMs: 60_000 });
  expect(welcome).not.toContain('Demo');
  const [, address = ''] = /Address +(\S+)/.exec(welcome) ?? [];
  expect((await fetch(`${address}/chat`)).headers.get('content-security-policy')).toMatch(
    /frame-ancestors 'self' https:\/\/shop\.example$/,
  );
  expect((await fetch(`${address}/demo`)).status).toBe(401);
  expect(bot.said.stderr).toContain('Web chat: connected');
  expect(await bot.stop()).toMatchObject({ code: 0 });

  writeFileSync(join(folder.dir, 'tagwise.yaml'), 'channels:\n  webchat: { origins: ["https://shop.example/"] }\n');
  const wrong = await runTagwise(['doctor', '--lang', 'en'], { cwd: folder.dir });
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toMatch(/tagwise\.yaml:2:.*webchat.*origins.*without a path/);
});
