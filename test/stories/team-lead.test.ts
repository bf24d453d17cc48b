import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Running } from '../support/run-tagwise.ts';
import { createShop, createTalk, type Shop } from '../support/shop.ts';

const PEOPLE = `people:
  - { id: wang, name: 王芳, role: manager }
  - { id: li, name: Li, role: agent, manager: wang, ids: { wecom: a1 } }
`;

let shop: Shop;
let desk: Running;

beforeAll(async () => {
  shop = createShop({ 'tagwise.yaml': PEOPLE });
  desk = await shop.open('console --as wang');
});
afterAll(() => shop.close());

const ask = (line: string) => createTalk(desk)(line, /^As of /m);

test('a manager makes somebody VIP and the audit names her; an agent may not, and the audit names him too', async () => {
  expect(await ask('/tag 小雨 +VIP')).toMatch(/\+ added .*VIP.* by hand: 王芳/);
  const refused = await shop.run('tag 小雨 -VIP --as li');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/restricted; your role \(agent\)[\s\S]*manager/);
  const { entries } = await shop.json<{ entries: unknown[] }>('audit 小雨');
  expect(entries.slice(0, 2)).toMatchObject([
    { actor: 'li', action: 'denied', tag: '价值分层:VIP客户', reason: 'tag_restricted' },
    { actor: 'wang', action: 'add', tag: '价值分层:VIP客户' },
  ]);
});

test('now that people are configured, nobody gives themselves a role', async () => {
  const refused = await shop.run('tag 小雨 -VIP --role admin');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/--role[\s\S]*--as/);
});

test('the tag library goes out as a file, is edited, and comes in again; the old name keeps working', async () => {
  expect((await shop.run('library export tags.yaml')).code).toBe(0);
  const text = readFileSync(join(shop.dir, 'tags.yaml'), 'utf8');
  expect(text).toContain('name: 紧急');
  shop.write('tags.yaml', text.replace('name: 紧急', 'name: 加急'));

  const denied = await shop.run('library import tags.yaml --as li');
  expect(denied).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/Only managers/) });
  const taken = await shop.run('library import tags.yaml --as wang');
  expect(taken).toMatchObject({ code: 0, stdout: expect.stringMatching(/version 2[\s\S]*紧急 → 加急/) });
  // The running console takes it over by itself.
  await desk.heard(/tag library changed and was read again/, { stream: 'stderr' });
  expect(await ask('/tag 小雨 +紧急')).toMatch(/\+ added/);
  expect(await shop.json('tags 小雨')).toMatchObject({
    tags: expect.arrayContaining([expect.objectContaining({ id: 'urgent', name: '加急' })]),
  });
});

test('a library file with a mistake is refused with its line, and the library stays', async () => {
  const text = readFileSync(join(shop.dir, 'tags.yaml'), 'utf8');
  shop.write('broken.yaml', text.replace('name: 询价', 'name: 砍价'));
  const refused = await shop.run('library import broken.yaml --as wang');
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/1 mistake\.\nbroken\.yaml:\d+ \S*name: .*taken/);
  expect(await shop.json('library show')).toMatchObject({ version: 2 });
});

test('packs check reads every pack and tries its examples; a broken one is named with file and line', async () => {
  expect(await shop.run('packs check')).toMatchObject({ code: 0, stdout: 'ok\n' });
  shop.write(
    'own/bargain.yaml',
    'topic: bargain\ntags: [bargain]\nneeds: { hits: 1, days: 7 }\ndemand: yes please\nphrases:\n  - 打个对折\n',
  );
  shop.write('own.yaml', 'keywords: [own]\n');
  const broken = await shop.run('packs check --config own.yaml');
  expect(broken.code).toBe(1);
  expect(broken.stdout).toMatch(/^own\/bargain\.yaml:4 demand: /m);
  const json = await shop.json<{ ok: boolean; problems: object[] }>('packs check --config own.yaml');
  expect(json).toMatchObject({
    ok: false,
    problems: expect.arrayContaining([{ file: 'own/bargain.yaml', line: 4, field: 'demand', message: expect.any(String) }]),
  });
});
