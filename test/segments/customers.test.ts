// Segments over facts, asked of real customers in the real database.
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Context } from '../../src/commands/command.ts';
import { segment } from '../../src/commands/segment.ts';
import { tag } from '../../src/commands/tag.ts';
import { compileSegment } from '../../src/segments/compile.ts';
import { evaluateSegment } from '../../src/segments/evaluate.ts';
import { readSegment } from '../../src/segments/read-segment.ts';
import { hintFor } from '../../src/store/by-tag.ts';
import { connect } from '../../src/store/connect.ts';
import { anyBound, anySubject, moment, storedForm, tags } from '../support/any-query.ts';
import { freshDatabase } from '../support/database.ts';
import { DAY, feed, happens, START, says } from '../support/lines.ts';
import { openStreet, type Street } from '../support/open-street.ts';

const ask = async ({ app }: Street, query: string): Promise<string[]> => {
  const context: Context = { app, actor: { id: 'local', name: 'local', role: 'admin' }, lang: 'zh', atHand: null };
  const reply = await segment.run(context, [query]);
  if (reply.kind !== 'segment') throw new Error(reply.kind);
  expect(reply.doc.count).toBe(reply.doc.customers.length);
  const names = await app.store.customers.load(reply.doc.customers.map(({ id }) => id));
  return names.map(({ state }) => state.name ?? '?').sort();
};
const who = (name: string) => ({ customer: { id: name, name } });
const spent = (name: string, amount: number, at = START) =>
  happens(name, 'order', { order: `o-${name}-${at}`, amount, currency: 'CNY' }, at, who(name));
const until = async (street: Street, at: number) => {
  await feed(street.app, [], { until: at });
};

test('静默>30天 is the computed silence, strictly longer', async () => {
  const street = await openStreet();
  await feed(street.app, [says('a', '你好', START, who('a')), says('b', '你好', START + DAY, who('b'))]);
  await until(street, START + 30 * DAY);
  expect(await ask(street, '静默')).toEqual(['a']);
  expect(await ask(street, '静默>30天')).toEqual([]);
  expect(await ask(street, '静默>=30天')).toEqual(['a']);
  expect(await ask(street, '静默=30天')).toEqual(['a']);
  await until(street, START + 30 * DAY + 1);
  expect(await ask(street, '静默&gt;30天')).toEqual(['a']);
  expect(await ask(street, '静默 ＞ 1个月')).toEqual(['a']);
  expect(await ask(street, '静默不超过30天')).toEqual(['b']);
  expect(await ask(street, '最近联系>30天')).toEqual(['a']);
});

test('VIP 消费>1万, and a sum that leaves its year', async () => {
  const street = await openStreet();
  await feed(street.app, [spent('a', 10_000), spent('b', 10_000.01), spent('c', 20_000), says('d', '你好', START, who('d'))]);
  for (const name of ['a', 'b', 'd']) {
    const context: Context = { app: street.app, actor: { id: 'local', name: 'local', role: 'admin' }, lang: 'zh', atHand: null };
    await tag.run(context, [name, '+VIP']);
  }
  expect(await ask(street, 'VIP 消费>1万')).toEqual(['b']);
  expect(await ask(street, 'VIP 消费至少10,000元')).toEqual(['a', 'b']);
  expect(await ask(street, '消费=0')).toEqual(['d']);
  expect(await ask(street, '待催单 或 消费超过10,000')).toEqual(['b', 'c']);
  expect(await ask(street, '订单>=1')).toEqual(['a', 'b', 'c']);
  expect(await ask(street, '互动<1')).toEqual([]);
  await until(street, START + 365 * DAY);
  expect(await ask(street, '消费>0')).toEqual([]);
  expect(await ask(street, '互动<1')).toEqual(['a', 'b', 'c', 'd']);
  expect(await ask(street, '总消费>1万 -VIP')).toEqual(['c']);
});

test('报价中>3天 is the time in the stage', async () => {
  const street = await openStreet();
  const quote = (name: string, at: number) =>
    happens(name, 'quote', { quote: `q-${name}`, amount: 5000, currency: 'CNY', owner: 'Li' }, at, who(name));
  await feed(street.app, [quote('a', START), quote('b', START + 1)]);
  await until(street, START + 3 * DAY);
  expect(await ask(street, '报价中>3天')).toEqual([]);
  expect(await ask(street, '报价中>=3天')).toEqual(['a']);
  expect(await ask(street, '报价中不到3天')).toEqual(['b']);
  await until(street, START + 3 * DAY + 1);
  expect(await ask(street, '报价中超过3天')).toEqual(['a']);
  expect(await ask(street, '待催单 或 消费超过10,000')).toEqual(['a']);
  expect(await ask(street, '-报价中>3天')).toEqual(['b']);
});

test('a field, the owner, and a value that is a tag as well', async () => {
  const street = await openStreet();
  const profile = (name: string, data: object) => happens(name, 'profile', data, START, who(name));
  const reply = says('a', '在的', START + 1, { ...who('a'), from: 'agent', agent: { id: 'a1', name: 'Li' } });
  await feed(street.app, [profile('a', { region: '上海' }), profile('b', { region: 'Shanghai' }), reply]);
  expect(await ask(street, '城市:上海')).toEqual(['a']);
  expect(await ask(street, 'region:SHANGHAI')).toEqual(['b']);
  expect(await ask(street, 'owner:li')).toEqual(['a']);
  expect(await ask(street, '-负责人:Li')).toEqual(['b']);
  expect(await ask(street, '行业:教育')).toEqual([]);
  await feed(street.app, [profile('b', { industry: '教育' })]);
  const refusal = await ask(street, '行业:教育').catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'segment_tag_or_field', exit: 1 });
  const [asTag = '', asField = ''] = String((refusal as { params: Record<string, string> }).params['candidates']).split('、');
  expect(await ask(street, asTag)).toEqual([]);
  expect(await ask(street, asField)).toEqual(['b']);
});

test('MongoDB finds whom the evaluator finds, by an index wherever a term has one', async () => {
  const database = freshDatabase();
  const { app } = await openStreet({ database });
  const { customers } = app.store;
  const connection = await connect(database.uri, database.name);
  onTestFinished(() => connection.close());
  const model = connection.collection('customers');
  const subjects = fc.sample(anySubject, { numRuns: 60, seed: 7 });
  await model.insertMany(subjects.map((one, k) => ({ _id: `c${k}` as never, lastContactAt: k, ...storedForm(one) })));
  for (const bound of fc.sample(anyBound, { numRuns: 150, seed: 8 })) {
    const expected = subjects.filter((customer) => evaluateSegment({ bound, customer, moment })).length;
    expect(await customers.count(compileSegment(bound, moment)), JSON.stringify(bound)).toBe(expected);
  }
  for (const query of [
    ...[
      '静默>30天',
      '静默<3天',
      '消费>1万',
      '消费不到5',
      '总消费>1',
      '订单>2',
      '互动>=3',
      '最近联系>7天',
      '报价中>3天',
      '城市:上海',
    ],
    ...['VIP 消费>1万', '待催单 或 消费超过10,000', '(VIP 或 静默>3天) 互动>1', '-消费>1万', 'VIP -报价中>3天'],
  ]) {
    const filter = compileSegment(readSegment({ query, tags }).bound, moment);
    const plan = await model.find({ $and: [filter, { mergedInto: { $exists: false } }] }).explain('queryPlanner');
    const winning = JSON.stringify(plan['queryPlanner'].winningPlan);
    expect(winning, query).toContain('IXSCAN');
    expect(winning, query).not.toContain('COLLSCAN');
  }
});

test('of those who carry a tag only the silent ones are read, by an index in the place of that of older releases', async () => {
  const database = freshDatabase();
  const before = await connect(database.uri, database.name);
  onTestFinished(() => before.close());
  await before.collection('customers').createIndex({ tagIds: 1, lastContactAt: -1, _id: 1 });
  await openStreet({ database });
  const model = before.collection('customers');
  const tagged = (await model.indexes()).filter(({ key }) => 'tagIds' in key).map(({ key }) => key);
  expect(tagged).toEqual([{ tagIds: 1, lastContactAt: -1, _id: 1, 'facts.silentSince': 1 }]);
  const days = Array.from({ length: 100 }, (_, day) => moment.at - day * 86_400_000);
  await model.insertMany(
    days.map((at, k) => ({ _id: `c${k}` as never, tagIds: ['vip'], lastContactAt: at, facts: { silentSince: at } })),
  );
  const filter = compileSegment(readSegment({ query: 'VIP 静默>90天', tags }).bound, moment);
  const hint = hintFor(filter) ?? {};
  expect(hint).toEqual(tagged[0]);
  const asked = model
    .find({ $and: [filter, { mergedInto: { $exists: false } }] })
    .sort({ lastContactAt: -1, _id: 1 })
    .hint(hint);
  const { executionStats } = await asked.explain('executionStats');
  expect(executionStats).toMatchObject({ nReturned: 9, totalDocsExamined: 9 });
});

test.each([
  ['VIP 静默>90天', true],
  ['VIP 待催单 静默<3天', true],
  // One plan only, or conditions that its keys do not answer.
  ['VIP', false],
  ['静默>90天', false],
  ['VIP -待催单', false],
  ['VIP 静默>90天 消费>1万', false],
  ['VIP 或 静默>90天', false],
])('%s is asked of the index of tags: %s', (query, is) => {
  expect(hintFor(compileSegment(readSegment({ query, tags }).bound, moment)) !== undefined).toBe(is);
});

test('of very many tags at once the database is left to choose', () => {
  const of = (count: number) =>
    hintFor({ $and: [{ tagIds: { $in: Array.from({ length: count }, String) } }, { 'facts.silentSince': { $lt: 1 } }] });
  expect([of(100), of(101), of(0)].map((hint) => hint !== undefined)).toEqual([true, false, false]);
});
