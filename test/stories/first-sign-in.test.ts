// Whoever starts the bot on their own machine gets in by the address that start shows; others by the one that link gives.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFolder, runTagwise, startTagwise } from '../support/run-tagwise.ts';

const signIn = async (link: string) => {
  const { origin, searchParams } = new URL(link);
  const response = await fetch(`${origin}/in`, {
    method: 'POST',
    body: new URLSearchParams({ t: searchParams.get('t') ?? '' }),
    headers: { origin },
    redirect: 'manual',
  });
  return {
    status: response.status,
    to: response.headers.get('location'),
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
};
const me = async (link: string, cookie: string) =>
  (await (await fetch(`${new URL(link).origin}/v1/me`, { headers: { cookie } })).json()) as Record<string, unknown>;

test('a newcomer is signed in by the welcome, a named person by a link, and a program by its token', async () => {
  const folder = createFolder();
  onTestFinished(folder.remove);
  const surroundings = { cwd: folder.dir };
  expect((await runTagwise(['link'], surroundings)).stderr).toContain('npm start');

  const running = startTagwise(['start'], surroundings);
  onTestFinished(async () => void (await running.stop()));
  const welcome = await running.heard(/Demo +\S+ \(once/, { limitMs: 60_000 });
  const link = /Demo +(\S+)/.exec(welcome)?.[1] ?? '';
  const { status, cookie, to } = await signIn(link);
  expect([status, to]).toEqual([303, '/demo']);
  expect(await me(link, cookie)).toMatchObject({ id: 'local', role: 'admin' });
  expect((await signIn(link)).status).toBe(410);

  const another = await runTagwise(['link', '--json'], surroundings);
  expect((await signIn((JSON.parse(another.stdout) as { url: string }).url)).status).toBe(303);
  const token = JSON.parse((await runTagwise(['token', 'new', 'crm', '--scope', 'read', '--json'], surroundings)).stdout) as {
    token: string;
  };
  const found = await fetch(`${new URL(link).origin}/v1/segments?query=${encodeURIComponent('VIP 静默')}`, {
    headers: { authorization: `Bearer ${token.token}` },
  });
  expect(await found.json()).toMatchObject({ count: 2 });
  expect(await running.stop()).toMatchObject({ code: 0 });

  // Named people ask for theirs: the log of a service keeps nobody's way in.
  writeFileSync(join(folder.dir, 'tagwise.yaml'), 'people:\n  - { id: li, name: Li, role: agent }\n');
  const again = startTagwise(['start'], surroundings);
  onTestFinished(async () => void (await again.stop()));
  const greeting = await again.heard(/Address +\S+\n/, { limitMs: 60_000 });
  expect(greeting).not.toMatch(/Sign in|Demo/);
  // Nor is there a demo, or a chat that nobody wanted.
  const [, address = ''] = /Address +(\S+)/.exec(greeting) ?? [];
  for (const path of ['/demo', '/chat', '/desk', '/chat.js'])
    expect([path, (await fetch(address + path)).status]).toEqual([path, 404]);
  const forLi = await runTagwise(['link', '--as', 'li', '--lang', 'zh'], surroundings);
  expect(forLi.stdout).toMatch(/^Li 的登录地址，只能用一次，10 分钟内有效：\nhttp:\S+\n$/);
  const li = await signIn(forLi.stdout.trim().split('\n')[1] ?? '');
  expect(await me(forLi.stdout.trim().split('\n')[1] ?? '', li.cookie)).toMatchObject({ id: 'li', role: 'agent' });
  const console = await runTagwise(['link', 'console', '--as', 'li', '--json'], surroundings);
  expect((await signIn((JSON.parse(console.stdout) as { url: string }).url)).to).toBe('/console');
  expect(await runTagwise(['link', 'konsole', '--as', 'li'], surroundings)).toMatchObject({ code: 2 });
  expect(await again.stop()).toMatchObject({ code: 0 });
});
