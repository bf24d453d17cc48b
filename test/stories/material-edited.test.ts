// An author of material, while the bot runs: a file is written, broken and mended.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Running } from '../support/run-tagwise.ts';
import { createShop, type Shop } from '../support/shop.ts';

const CONFIG = 'material: [material]\npeople:\n  - { id: li, name: Li, role: agent }\n';
const PIECE = '- { id: price, title: 报价怎么说, kind: reply, when: 询价, text: 您好 }\n';

let shop: Shop;
let bot: Running;

beforeAll(async () => {
  shop = createShop({ 'tagwise.yaml': CONFIG, 'material/own.yaml': PIECE });
  bot = await shop.open('start');
});
afterAll(() => shop.close());

const afterwards = async (work: () => unknown): Promise<string> => {
  const from = bot.said.stderr.length;
  const [heard] = await Promise.all([bot.heard(/\n/, { from, stream: 'stderr', limitMs: 20_000 }), work()]);
  return heard;
};
const titles = async (): Promise<string[]> =>
  (await shop.json<{ material: { title: string }[] }>('material xiaoyu')).material.map(({ title }) => title);

test('a verb beside the bot brings it up, in words and as JSON, and check finds the files right', async () => {
  expect(await titles()).toEqual(['报价怎么说']);
  expect((await shop.run('material xiaoyu')).stdout).toContain('报价怎么说');
  expect((await shop.run('material check')).stdout).toBe('ok\n');
});

test('a running bot takes what is written; a broken file is named and takes nothing away', async () => {
  expect(await afterwards(() => shop.write('material/own.yaml', PIECE.replace('kind: reply', 'kind: replay')))).toMatch(
    /material cannot be used; the last good one stays/,
  );
  const check = await shop.run('material check');
  expect([check.code, check.stdout]).toEqual([1, 'material/own.yaml:1 [0].kind: Write reply, case, link or file.\n']);
  expect((await shop.run('tags xiaoyu')).stderr).toBe('');
  // The bot itself still has what it read before.
  const { token } = await shop.json<{ token: string }>('token new page --scope read');
  const [address = ''] = /http:\/\/127[\d.:]+/.exec(bot.said.stdout) ?? [];
  const asked = await fetch(`${address}/v1/customers/xiaoyu/material`, { headers: { authorization: `Bearer ${token}` } });
  expect(await asked.json()).toMatchObject({ of: 1, count: 1, material: [{ title: '报价怎么说' }] });
  expect(bot.child.exitCode).toBeNull();
  expect(await afterwards(() => shop.write('material/own.yaml', PIECE))).toMatch(/material changed and was read again/);
});
