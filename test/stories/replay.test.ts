import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createShop, type Shop } from '../support/shop.ts';

let shop: Shop;

beforeAll(() => {
  shop = createShop();
});
afterAll(() => shop.close());

const said = (id: string, at: string, text: string, more: object = {}) => ({
  ...{ id, at, channel: 'wecom', conversation: 'c1', customer: { id: 'u1', name: 'Mei', key: 'mei' }, from: 'customer', text },
  ...more,
});
const jsonl = (lines: readonly (object | string)[]) =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

const spring = jsonl([
  said('m1', '2026-03-01T09:00:00+08:00', '这个多少钱？'),
  said('m2', '2026-03-01T09:01:00+08:00', '五百一台', { from: 'agent', agent: { id: 'a1', name: 'Li' } }),
  said('m3', '2026-03-02T10:00:00+08:00', '太贵了'),
  { id: 'e1', at: '2026-03-02T10:05:00+08:00', channel: 'wecom', customer: { id: 'u1' }, event: 'rating', data: { score: 5 } },
  { tick: '2026-03-10T00:00:00+08:00' },
]);

const replay = (file: string, options = '') => shop.json(`replay ${file} ${options}`);

test('a file is walked through in its own time: what it says is counted, the clock stands at its last tick', async () => {
  writeFileSync(join(shop.dir, 'spring.jsonl'), spring);
  expect(await replay('spring.jsonl')).toMatchObject({
    ...{ lines: 5, messages: 3, events: 1, duplicates: 0, unreadable: 0 },
    // The rating is the third thing that Mei did: she is no longer 低活跃.
    applied: { '需求与意向:询价': 1, '行为阶段:已沟通': 1, '活跃度:低活跃': 1, '活跃度:高活跃': 1, '购买频次:从未': 1 },
    removed: { '活跃度:低活跃': 1 },
    ...{ suggested: {}, seconds: expect.any(Number), perSecond: expect.any(Number) },
  });
  // One mention of 太贵 is not enough for a soft topic.
  const tags = await shop.json<{ asOf: string; tags: { name: string; since: string }[] }>('tags Mei');
  expect(tags.asOf).toBe('2026-03-09T16:00:00.000Z');
  expect(tags.tags.map(({ name, since }) => [name, since])).toEqual([
    ['询价', '2026-03-01T01:00:00.000Z'],
    ['已沟通', '2026-03-01T01:01:00.000Z'],
    ['高活跃', '2026-03-02T02:05:00.000Z'],
    ['从未', '2026-03-01T01:00:00.000Z'],
  ]);
});

test('twice the same file changes nothing; --until lets the time go on: the price tag ends after 30 days, silence begins', async () => {
  const result = await replay('spring.jsonl', '--until 2026-05-01T00:00:00+08:00');
  expect(result).toMatchObject({
    messages: 0,
    events: 0,
    duplicates: 4,
    applied: { '互动特征:静默': 1, '活跃度:非活跃': 1 },
    removed: { '需求与意向:询价': 1, '活跃度:高活跃': 1 },
  });
  const now = await shop.json<{ asOf: string; tags: { name: string; since: string }[] }>('tags Mei');
  expect(now.asOf).toBe('2026-04-30T16:00:00.000Z');
  // Silent 30 days after the last act, the rating of 2 March.
  expect(now.tags.map(({ name, since }) => [name, since])).toContainEqual(['静默', '2026-04-01T02:05:00.000Z']);
});

test('lines that cannot be read are told with number and reason and counted, and the rest goes on', async () => {
  const lines = jsonl([
    'not json',
    said('m4', '2026-05-02T09:00:00+08:00', '发票怎么开'),
    said('m5', 'yesterday', '在吗'),
    { ...said('m6', '2026-05-02T09:05:00+08:00', 'x'), from: 'robot' },
    { id: 'e2', at: '2026-05-02T09:06:00+08:00', channel: 'shop', event: 'order', data: {} },
    '',
    said('m7', '2026-05-02T09:07:00+08:00', '再见'),
  ]);
  const { code, stdout, stderr } = await shop.run('replay - --json', lines);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    lines: 6,
    messages: 2,
    unreadable: 4,
    applied: { '需求与意向:发票': 1 },
    removed: { '互动特征:静默': 1 },
  });
  const told = stderr.trimEnd().split('\n');
  expect(told.map((line) => /^-:(\d+): /.exec(line)?.[1])).toEqual(['1', '3', '4', '5']);
  // The field and what it wants, never what stood there.
  expect(told[1]).toMatch(/at: must be a time/);
  expect(stderr).not.toMatch(/yesterday|robot|在吗/);
});

test('a home that lives takes old lines only as history, and then they come out as if they had been there', async () => {
  const live = createShop({ 'spring.jsonl': spring });
  try {
    await live.run('sample');
    const refused = await live.run('replay spring.jsonl');
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('--as-history') });
    expect(await live.json('replay spring.jsonl --as-history')).toMatchObject({ messages: 3, events: 1, unreadable: 0 });
    const tags = await live.json<{ tags: { name: string; since: string }[] }>('tags u1');
    expect(tags.tags).toContainEqual(expect.objectContaining({ name: '静默', since: '2026-04-01T02:05:00.000Z' }));
  } finally {
    await live.close();
  }
});
