import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Running } from '../support/run-tagwise.ts';
import { createShop, type Shop } from '../support/shop.ts';

interface Segment {
  count: number;
  understood: string;
  customers: { id: string; tags: string[] }[];
  next: string | null;
}

let shop: Shop;
let bot: Running;

beforeAll(async () => {
  shop = createShop();
  bot = await shop.open('start');
});
afterAll(() => shop.close());

const segment = (query: string) => shop.json<Segment>(`segment ${query}`);
const ids = ({ customers }: Segment) => customers.map(({ id }) => id);

test('the bot runs without a terminal, and says where its status page is', async () => {
  const [address = ''] = /http:\/\/\S+/.exec(bot.said.stdout) ?? [];
  expect(await (await fetch(`${address}/health`)).json().catch(() => null)).not.toBeNull();
});

test('in the morning: which VIPs have gone silent', async () => {
  const { code, stdout } = await shop.run('segment VIP 静默');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Understood: .+\n2 customers\n/);
  expect(stdout).toMatch(/老王 \(laowang\) +Zhang +\S+ +3[56] days ago/);
  expect(stdout).toMatch(/陈志强 \(chen\) +Li +\S+ +4[01] days ago/);
});

test('and, or, not and brackets say what they say, in words and in signs of both scripts', async () => {
  const [vip, silent, both, either, words, without, brackets] = await Promise.all([
    segment('VIP'),
    segment('静默'),
    segment('VIP 静默'),
    segment("'VIP 或 静默'"),
    segment('VIP or silent'),
    segment('VIP -静默'),
    segment("'VIP －（静默｜报价中）'"),
  ]);
  expect(both.count).toBe(2);
  expect(either.count).toBe(vip.count + silent.count - both.count);
  expect(ids(words)).toEqual(ids(either));
  expect(without.count).toBe(vip.count - both.count);
  expect(ids(brackets).filter((id) => !ids(without).includes(id))).toEqual([]);
});

test('a long list comes page by page, each customer once, none left out', async () => {
  const whole = await segment('-静默 --limit 100');
  const seen: string[] = [];
  let next: string | null = null;
  do {
    const page: Segment = await segment(`-静默 --limit 7${next === null ? '' : ` --after ${next}`}`);
    expect(page.count).toBe(whole.count);
    expect(page.customers.length).toBeLessThanOrEqual(7);
    seen.push(...ids(page));
    next = page.next;
  } while (next !== null);
  expect(seen).toEqual(ids(whole));
  expect(whole.customers.length).toBe(whole.count);
  expect((await shop.run('segment -静默 --limit 7')).stdout).toContain('--after ');
});

test('before a call: the tags of a customer, why one is there, and how it was a while ago', async () => {
  const [tags, why, then] = await Promise.all([
    shop.run('tags 小雨'),
    shop.run('why 小雨 询价'),
    shop.run(`tags chen --at ${new Date(Date.now() - 65 * 86_400_000).toISOString()}`),
  ]);
  expect(tags.stdout).toMatch(/^小雨 \(xiaoyu\) {2}owner Zhang/);
  expect(tags.stdout).toMatch(/“.*\[多小钱\].*”/);
  expect(why.stdout).toMatch(/carried\n\nBecause\n[\s\S]*“\[多小钱\]呀这个”[\s\S]*History \(newest first\)/);
  expect(then.stdout).toMatch(/\[发货\]/);
  expect(then.stdout).not.toMatch(/静默|Silent/);
});

test('after a call: a tag by hand, a new stage in place of the old one, and all of it back', async () => {
  const before = await shop.json('tags mei');
  const tagged = await shop.run('tag 梅姐 +紧急 阶段:报价中');
  expect(tagged.code).toBe(0);
  expect(tagged.stdout).toMatch(/\+ added \S*紧急|\+ added \S*Urgent/);
  expect(await shop.json('tags mei')).toMatchObject({ stage: { name: '报价中' } });
  expect((await shop.run('undo')).code).toBe(0);
  const after = await shop.json('tags mei');
  expect(after['tags']).toEqual(before['tags']);
  expect(after['stage']).toEqual(before['stage']);
});

test('a new customer by hand, with what is known, found again by the beginning of the name', async () => {
  const made = await shop.run("customer new '王 小明' 地区:上海 公司规模:50人");
  expect(made.code).toBe(0);
  expect((await shop.run('find 王')).stdout).toContain('王 小明');
  expect((await shop.run('customer new 王 小明')).code).toBe(1);
  expect(await shop.json("customer '王 小明'")).toMatchObject({ fields: { region: '上海' }, messages: 0 });
});

test('in the evening the bot is stopped and leaves nothing behind', async () => {
  expect(await bot.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  expect((await shop.run('doctor')).stdout).not.toMatch(/pid/);
});
