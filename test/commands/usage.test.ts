// How tags and rules are used: told from the history, without reading more of it than the window asked for.
import { expect, test } from 'vitest';
import type { Reply } from '../../src/domain/reply.ts';
import { DAY, feed, START, says } from '../support/lines.ts';
import { HUA, KAN, LI, openDesk } from '../support/open-desk.ts';

type Doc<K extends Reply['kind']> = Extract<Reply, { kind: K }>['doc'];
const docOf = <K extends Reply['kind']>(reply: Reply, kind: K): Doc<K> => {
  if (reply.kind !== kind) throw new Error(reply.kind);
  return reply.doc as Doc<K>;
};

/** Two asked the price long ago, two lately, one was tagged by hand; a month and a half in all. */
const openShop = async () => {
  const desk = await openDesk();
  await feed(desk.app, [
    says('u1', '这个多少钱？', START),
    says('u2', '多少钱', START + DAY),
    says('u3', '多少钱', START + 40 * DAY),
    says('u4', '多少钱', START + 41 * DAY),
    says('u5', '你好', START + 45 * DAY),
  ]);
  await desk.give(LI, '打标 u5 +询价');
  return desk;
};

test('every tag says how often it was given in 30 days, in the 30 before, and when last', async () => {
  const { give, app } = await openShop();
  const { days, tags } = docOf(await give(KAN, 'library usage'), 'usage');
  expect(days).toBe(30);
  expect(tags.find(({ id }) => id === 'ask_price')).toMatchObject({ tag: '需求与意向:询价', given: 3, before: 2 });
  expect(tags.find(({ id }) => id === 'invoice')).toMatchObject({ given: 0, before: 0, lastAt: null });
  // What was given before both windows is still known to be the last.
  await feed(app, [says('u6', '在吗', START + 200 * DAY)]);
  const later = docOf(await give(KAN, '标签库 用量'), 'usage').tags.find(({ id }) => id === 'ask_price');
  expect(later).toMatchObject({ given: 0, before: 0 });
  expect(Date.parse(later?.lastAt ?? '')).toBeGreaterThanOrEqual(START + 45 * DAY);
});

test('one tag says who gave it, day by day, and how its customers are found', async () => {
  const { give } = await openShop();
  const doc = docOf(await give(HUA, 'library usage 询价'), 'tag_usage');
  expect(doc).toMatchObject({ id: 'ask_price', query: '询价', customers: 3, given: 3, before: 2 });
  expect(doc.by).toMatchObject([
    { kind: 'pack', id: 'ask_price', name: '询价', given: 2 },
    { kind: 'person', id: 'Li', given: 1 },
  ]);
  expect(doc.daily).toHaveLength(30);
  expect(doc.daily.at(-1)).toBe(1);
  expect(doc.daily.reduce((sum, count) => sum + count)).toBe(doc.given);
  const found = docOf(await give(HUA, `segment ${doc.query}`), 'segment');
  expect(found.count).toBe(doc.customers);
  // A group has what lies below it.
  expect(docOf(await give(HUA, 'library usage 需求与意向'), 'tag_usage').given).toBeGreaterThanOrEqual(doc.given);
});

test('colleagues whom the reader does not see are counted together, without names', async () => {
  const people =
    'people:\n  - { id: Li, name: 小李, role: agent, manager: Hua }\n  - { id: Mo, name: 小莫, role: agent }\n  - { id: Hua, name: 老华, role: manager }\n';
  const { give, app } = await openDesk({ config: people });
  await feed(app, [says('u1', '你好'), says('u2', '你好'), says('u3', '你好')]);
  const mo = { id: 'Mo', name: '小莫', role: 'agent' } as const;
  await give(LI, 'tag u1 +询价');
  await give(mo, 'tag u2 +询价');
  await give(mo, 'tag u3 +询价');
  const seen = async (actor: Parameters<typeof give>[0]) =>
    docOf(await give(actor, 'library usage 询价'), 'tag_usage').by.map(({ id, name, given }) => [id, name, given]);
  expect(await seen(LI)).toEqual([
    [null, '其他同事', 2],
    ['Li', '小李', 1],
  ]);
  expect(await seen(mo)).toEqual([
    ['Mo', '小莫', 2],
    [null, '其他同事', 1],
  ]);
  expect(await seen(HUA)).toEqual([
    [null, '其他同事', 2],
    ['Li', '小李', 1],
  ]);
});

test('rules and packs stand by what came of them; those that gave nothing stand there too', async () => {
  const { give } = await openShop();
  await give(LI, '打标 u4 -询价');
  const { sources } = docOf(await give(KAN, 'rules hits'), 'hits');
  const pack = sources.find(({ kind, id }) => kind === 'pack' && id === 'ask_price');
  expect(pack).toMatchObject({ given: 2, before: 2, rejected: 1, confirmed: null, tags: ['ask_price'], countable: true });
  expect(pack?.does).toContain('需求与意向:询价');
  expect(sources.find(({ kind, id }) => kind === 'rule' && id === 'silence')).toMatchObject({ mode: 'on', tags: ['silent'] });
  expect(sources.filter(({ given }) => given === 0).length).toBeGreaterThan(5);
  const order = sources.map(({ given }) => given);
  expect(order).toEqual(order.toSorted((a, b) => b - a));
  const one = docOf(await give(KAN, 'rules hits pack:ask_price'), 'hits').sources;
  expect(one).toMatchObject([{ id: 'ask_price', carried: [{ tag: '需求与意向:询价', customers: 1 }] }]);
});

test('what is mistyped is told of, and so is a saved segment that means nothing any more', async () => {
  const { give, code, app } = await openShop();
  expect(await code(KAN, 'rules hits silense')).toBe('unknown_rule_near');
  expect(await code(KAN, 'library usage 询介')).toBe('unknown_tag_near');
  expect(await code(KAN, 'library usage --yes')).toBe('library_usage');
  await give(HUA, 'segment --save 问价的 询价');
  await app.store.segments.save(
    { name: '旧的', query: '没有这个标签', by: 'Hua', at: START },
    {
      _id: 'row',
      customer: '',
      at: START,
      tag: '',
      actor: 'Hua',
      action: 'segment',
      cause: { kind: 'person', id: 'Hua', version: '1' },
    },
  );
  const { segments } = docOf(await give(KAN, 'segment --saved --count'), 'segments');
  expect(segments.find(({ name }) => name === '问价的')).toMatchObject({ count: 3 });
  expect(segments.find(({ name }) => name === '旧的')).toMatchObject({
    count: null,
    problem: expect.stringContaining('没有这个标签'),
  });
});
