import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Running } from '../support/run-tagwise.ts';
import { createShop, createTalk, type Shop } from '../support/shop.ts';

const PEOPLE = `people:
  - { id: wang, name: 王芳, role: manager }
  - { id: li, name: 李明, role: agent, manager: wang, ids: { wecom: a1 } }
`;

let shop: Shop;
let desk: Running;

beforeAll(async () => {
  shop = createShop({ 'tagwise.yaml': PEOPLE });
  desk = await shop.open('console --as wang --lang zh');
});
afterAll(() => shop.close());

const ask = (line: string, until = /。\n/) => createTalk(desk)(line, until);

test('a manager makes a tag, gives it to all silent VIPs, and takes both back, with nothing but what she is told', async () => {
  await ask('/as agent 王芳');
  expect(await ask('/标签库 新增 销售动作:唤醒名单', /--yes/)).toMatch(
    /在“销售动作”下新增“唤醒名单”。\n没有客户带着它。\n还没有改。回复 确认/,
  );
  // As an agent she says it without a slash, and it is no message to anybody.
  expect(await ask('确认')).toMatch(/已改：在“销售动作”下新增“唤醒名单”/);
  expect(await ask('打标 @(VIP 静默) +唤醒名单', /--yes/)).toMatch(
    /给“VIP客户 且 静默”的客户 \+销售动作:唤醒名单。\n涉及 2 位客户：.+、.+。\n还没有改。回复 确认/,
  );
  expect(await ask('/确认', /撤销/)).toMatch(/已做：[\s\S]*2 位客户：改了 2 位。\n24 小时内 undo 可以整批撤销/);
  expect(await ask('/分群 唤醒名单', /截至/)).toMatch(/2 位/);
  expect(await ask('/撤销', /改了/)).toMatch(/2 位客户：改了 2 位/);
  expect(await ask('/撤销', /版本/)).toMatch(/撤销了对“唤醒名单”的改动/);
  expect(await ask('/撤销')).toMatch(/没有你可以撤销的改动/);
});

test('only the very next line is a yes: whatever comes between, nothing is done', async () => {
  await ask('/标签库 归档 询价', /--yes/);
  await ask('/tasks', /\n/);
  expect(await ask('/确认')).toMatch(/没有等着确认的事/);
  expect((await shop.json<{ nodes: { id: string }[] }>('library show')).nodes.some(({ id }) => id === 'ask_price')).toBe(true);
});

test('the same words are verbs: without --yes a script is told and nothing is done, exit 1', async () => {
  const asked = await shop.run('library rename 询价 问价 --as wang');
  expect(asked).toMatchObject({ code: 1, stderr: '' });
  expect(asked.stdout).toMatch(/Rename "Demand:Price inquiry"[\s\S]*add --yes/);
  expect(await shop.json('library rename 询价 问价 --as wang')).toMatchObject({ applied: false, asks: { edit: 'rename' } });
  expect(await shop.run('library rename 询价 问价 --as wang --yes')).toMatchObject({ code: 0 });
  expect(await shop.run('library rename 询价 问一问 --as li --yes')).toMatchObject({
    ...{ code: 1, stdout: '' },
    stderr: expect.stringMatching(/Only managers/),
  });
});

test('the library goes out and comes in without a change, and the handbook is there to print', async () => {
  expect((await shop.run('library export out.yaml')).code).toBe(0);
  expect(await shop.run('library import out.yaml --as wang')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/same as the library in use/),
  });
  expect((await shop.run('library handbook --lang zh')).stdout).toMatch(/handbook\.html/);
  expect(readFileSync(join(shop.dir, 'handbook.html'), 'utf8')).toMatch(/<h1>标签手册<\/h1>[\s\S]*问价[\s\S]*也叫[\s\S]*询价/);
  expect((await shop.run('help VIP')).stdout).toMatch(/Who may set it +managers, admins/);
});
