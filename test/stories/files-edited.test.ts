import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Running } from '../support/run-tagwise.ts';
import { createShop, type Shop } from '../support/shop.ts';

const CONFIG = 'keywords: [packs]\nintents: [intents]\npeople:\n  - { id: li, name: Li, role: agent }\n';

const pack = (phrases: string) => `# Trade-in of an old machine, for the salesperson who buys it back.
topic: trade_in
tags: [partnership]
needs: { hits: 1, days: 7 }
demand: true
phrases: ${phrases}
`;
const good = pack('[以旧换新, 旧机回收, 旧的能抵]');

let shop: Shop;
let bot: Running;

beforeAll(async () => {
  shop = createShop({ 'tagwise.yaml': CONFIG, 'packs/trade-in.yaml': good, 'intents/README.md': 'Our own.' });
  bot = await shop.open('start');
});
afterAll(() => shop.close());

/** What the bot reports after a file was written. */
const afterWriting = async (name: string, text: string): Promise<string> => {
  const from = bot.said.stderr.length;
  shop.write(name, text);
  return bot.heard(/\n/, { from, stream: 'stderr' });
};

const topics = async (text: string) => {
  const { topics: found } = await shop.json<{ topics: { topic: string }[] }>('match', `${text}\n`);
  return found.map(({ topic }) => topic);
};

test('the bot runs without a terminal and answers on its status page', async () => {
  const [address = ''] = /http:\/\/[\w.:]+/.exec(bot.said.stdout) ?? [];
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).not.toMatch(/陈志强|小雨/);
  expect(await topics('旧的能抵吗，想以旧换新')).toEqual(['trade_in', 'trade_in']);
});

test('a pack that is broken while the bot runs is reported and the last good set stays', async () => {
  expect(await afterWriting('packs/trade-in.yaml', good.replace('demand: true', 'demand: perhaps'))).toMatch(
    /keyword packs cannot be used; the last good one stays/,
  );
  expect((await shop.run('packs check')).stdout).toMatch(/^packs\/trade-in\.yaml:5 demand: /m);
  expect(bot.child.exitCode).toBeNull();
});

test('mended, it is taken at once', async () => {
  expect(await afterWriting('packs/trade-in.yaml', pack('[以旧换新, 旧机回收, 旧的能抵, 折旧换]'))).toMatch(
    /keyword packs changed and was read again|keyword packs .*read again/,
  );
  expect(await topics('能折旧换吗')).toEqual(['trade_in']);
});

test('so it is with intents: a broken file is reported, and the last good model goes on', async () => {
  const intent = (id: string) => `intent: ${id}\ntags: []\nexamples:\n  - 旧的能抵多少\n`;
  expect(await afterWriting('intents/trade-in.yaml', intent('trade_inn'))).toMatch(
    /intents cannot be used; the last good one stays/,
  );
  expect((await shop.run('intents check')).stdout).toMatch(/^intents\/trade-in\.yaml:1 intent: /m);
  const from = bot.said.stderr.length;
  rmSync(join(shop.dir, 'intents', 'trade-in.yaml'));
  await bot.heard(/intents changed and was read again/, { from, stream: 'stderr' });
});

test('so it is with the configuration: a broken one is reported and the last good one stays', async () => {
  expect(await afterWriting('tagwise.yaml', CONFIG.replace('role: agent', 'role: boss'))).toMatch(
    /configuration cannot be used; the last good one stays/,
  );
  expect(await shop.run('tags chen')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/tagwise\.yaml:4 people\[0\]\.role: /),
  });
  expect(await afterWriting('tagwise.yaml', CONFIG.replace('role: agent', 'role: manager'))).toMatch(
    /configuration .*read again/,
  );
  expect(await shop.run('tag chen -VIP --as li')).toMatchObject({ code: 0, stderr: '' });
});

test('a folder of packs that goes away is reported, not forgotten', async () => {
  const from = bot.said.stderr.length;
  rmSync(join(shop.dir, 'packs'), { recursive: true });
  expect(await bot.heard(/\n/, { from, stream: 'stderr' })).toMatch(/the last good one stays/);
});

test('SIGTERM ends the bot with 0 and nothing runs on', async () => {
  expect(await bot.stop('SIGTERM')).toMatchObject({ code: 0 });
  shop.write('packs/trade-in.yaml', good);
  expect(await shop.json('doctor')).toMatchObject({ ok: true, problems: [] });
});
