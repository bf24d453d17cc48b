import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Running } from '../support/run-tagwise.ts';
import { createShop, createTalk, type Shop } from '../support/shop.ts';

let shop: Shop;
let desk: Running;
let talk: ReturnType<typeof createTalk>;

beforeAll(async () => {
  shop = createShop();
  desk = await shop.open('console');
  talk = createTalk(desk);
});
afterAll(() => shop.close());

const ask = (words: string) => talk(words, /^As of /m);
const countOf = (answer: string) => Number(/^(\d+) customers?$/m.exec(answer)?.[1]);
const idsOf = (answer: string) => [...answer.matchAll(/^ {2}.*?\((\w+)\) {2}/gm)].map(([, id]) => id);

test('in the morning: which VIPs have gone silent', async () => {
  const answer = await ask('/segment VIP 静默');
  expect(answer).toMatch(/^Understood: .+\n2 customers\n/);
  expect(answer).toMatch(/老王 \(laowang\) +Zhang .* 3[56] days ago/);
  expect(answer).toMatch(/陈志强 \(chen\) +Li .* 4[01] days ago/);
});

test('and, or, not and brackets say what they say, in words and in signs of both scripts', async () => {
  const [vip, silent, both] = [await ask('/segment VIP'), await ask('/segment 静默'), await ask('/分群 vip 且 静默客户')];
  const either = await ask('/segment VIP 或 静默');
  expect(countOf(both)).toBe(2);
  expect(countOf(either)).toBe(countOf(vip) + countOf(silent) - countOf(both));
  expect(idsOf(await ask('/segment VIP or Silent'))).toEqual(idsOf(either));
  expect(idsOf(await ask('/segment (VIP ｜ 静默)'))).toEqual(idsOf(either));
  const without = await ask('/segment VIP -静默');
  expect(countOf(without)).toBe(countOf(vip) - countOf(both));
  expect(idsOf(await ask('/segment VIP －（静默｜投诉客户）'))).toEqual(idsOf(without));
});

test('a long list comes page by page, each customer once, none left out', async () => {
  const whole = await ask('/segment -静默 --limit 100');
  const seen: (string | undefined)[] = [];
  let more = '';
  do {
    const page = await ask(`/segment -静默 --limit 7${more}`);
    expect(countOf(page)).toBe(countOf(whole));
    expect(idsOf(page).length).toBeLessThanOrEqual(7);
    seen.push(...idsOf(page));
    more = / --after \S+/.exec(page)?.[0] ?? '';
  } while (more !== '');
  expect(seen.length).toBeGreaterThan(7);
  expect(seen).toEqual(idsOf(whole));
  expect(seen.length).toBe(countOf(whole));
});

test('before a call: the tags of a customer, why one is there, and how it was a while ago', async () => {
  const tags = await ask('/tags 小雨');
  expect(tags).toMatch(/^小雨 \(xiaoyu\) {2}owner Zhang/);
  expect(tags).toMatch(/“\[多小钱\]呀这个”/);
  expect(await ask('/why 小雨 询价')).toMatch(/carried\n\nBecause\n[\s\S]*“\[多小钱\]呀这个”[\s\S]*History \(newest first\)/);
  const [now, then] = [
    await ask('/tags chen'),
    await ask(`/tags chen --at ${new Date(Date.now() - 64 * 86_400_000).toISOString()}`),
  ];
  expect(now).toMatch(/静默|Silent/);
  expect(now).not.toContain('[发货]');
  expect(then).toContain('[发货]');
  expect(then).not.toMatch(/静默|Silent/);
});

test('after a call: a tag by hand and a new stage in place of the old one, and all of it back with one undo', async () => {
  const before = await ask('/tags 梅姐');
  const changed = await ask('/tag 梅姐 +紧急 阶段:报价中');
  expect(changed).toMatch(/\+ added \S*(?:紧急|Urgent)/);
  expect(changed).toMatch(/~ replaced \S*(?:复购客户|Repeat customer) → \S*(?:报价中|Quoting)/);
  expect(await ask('/tags 梅姐')).toMatch(/stage (?:报价中|Quoting) \(just now\)/);
  await ask('/undo');
  const lasting = (text: string) => text.replace(/\n.*As of .*/g, '');
  expect(lasting(await ask('/tags 梅姐'))).toBe(lasting(before));
});

test('a new customer by hand, with what is known, found again by the beginning of the name', async () => {
  expect(await ask('/customer new "王 小明" 地区:上海 公司规模:50人')).toMatch(/王 小明[\s\S]*上海[\s\S]*50人/);
  expect(await talk('/find 王 小', /\n/)).toMatch(/Customers\n {2}王 小明/);
  expect(await talk('/customer new 王 小明', /\n/)).toMatch(/already|taken|exists/i);
});

test('at the same time a colleague asks from another terminal and a script takes the JSON', async () => {
  const [{ code, stdout }, json] = await Promise.all([shop.run('segment VIP 静默'), shop.json('segment VIP 静默')]);
  expect(code).toBe(0);
  expect(countOf(stdout)).toBe(2);
  expect(json).toMatchObject({ count: 2, exact: true, next: null, customers: [{ id: 'laowang' }, { id: 'chen' }] });
});
