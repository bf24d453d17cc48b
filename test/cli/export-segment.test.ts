import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportAnswer } from '../../src/domain/transfer-answers.ts';
import { createCaller } from '../support/call-verb.ts';

/** A desk with a few customers of every kind: from talk, from orders, from a table, and one who would be a formula. */
const createDesk = async () => {
  const caller = createCaller();
  const say = (n: number, more: object) =>
    JSON.stringify({ id: `e${n}`, at: `2026-03-0${n}T09:00:00+08:00`, channel: 'wecom', ...more });
  const lines = [
    say(1, { customer: { id: 'mei', name: '=1+1' }, from: 'customer', text: '多少钱，要报价' }),
    say(2, { customer: { id: 'bo', name: '逗号,"引号"\n换行' }, from: 'customer', text: '你们太贵了，能便宜点吗' }),
    say(3, { customer: { id: 'lu', name: '路' }, event: 'order', data: { order: 'O1', amount: 12_000.5, currency: 'CNY' } }),
  ];
  await caller.type('replay -', lines.join('\n'));
  await caller.call([
    'customer',
    'mei',
    '行业:制造',
    '偏好产品:甲、乙',
    '性别:女',
    '电话:13800138000',
    '备注:-5 的折扣',
    'owner',
    '李雷',
  ]);
  const json = async <T>(line: string): Promise<T> => JSON.parse((await caller.type(`${line} --json`)).stdout) as T;
  return { ...caller, json, read: (name: string) => readFileSync(join(caller.dir, name), 'utf8') };
};

const COLUMNS = '--columns id,姓名,owner,标签,最后联系,行业,偏好产品,sex,phone,note';

test('a segment goes out with the columns that were asked for, in the language of the caller, and nothing of it is a formula', async () => {
  const { type, read, json } = await createDesk();
  const said = await type(`export segment -没有提过:x ${COLUMNS}`);
  expect(said.code).toBe(1);
  expect(await type(`export segment 询价 ${COLUMNS} --to out.csv --lang zh`)).toMatchObject({
    ...{ code: 0, stdout: '已把 1 位客户（询价）写入 out.csv。电话和邮箱只有掩码。\n' },
  });
  const [heading, row, ...rest] = read('out.csv').split('\r\n');
  expect(heading).toBe('\uFEFF客户编号,姓名,负责人,标签,最后联系,行业,偏好产品,性别,电话,备注');
  expect(row).toMatch(/^mei,'=1\+1,李雷,[^,]*需求与意向:询价[^,]*,2026-03-01 09:00:00,制造,甲、乙,女,1380\*{4}000,'-5 的折扣$/);
  expect(rest).toEqual(['']);
  expect((await type(`export segment 询价 --columns id,tags,Sex`)).stdout).toMatch(
    /^\uFEFFCustomer ID,Tags,Sex\r\nmei,[^\r]*Demand:Price inquiry[^\r]*,female\r\n$/,
  );
  expect(await json(`export segment 询价 --columns id,name`)).toEqual({ id: 'mei', name: '=1+1' });
  expect(await json('export segment 询价 --to out.csv --overwrite')).toMatchObject({ query: '询价', count: 1, file: 'out.csv' });
});

test.each(['csv', 'xlsx'])('what went out as %s comes in again and changes nothing', async (ending) => {
  const { type, json, read } = await createDesk();
  const all = 'id,name,owner,stage,tags,lastContactAt,sex,birthYear,region,industry,phone,email,products,brands,note';
  await type(`export segment 活跃度 --columns ${all} --to all.${ending} --lang zh`);
  const before = (await type('export state')).stdout;
  const doc = await json<ImportAnswer>(`import all.${ending}`);
  expect(doc).toMatchObject({ failed: 0, customers: { new: 0, updated: 0, unchanged: 3 }, duplicates: 0 });
  expect((await type('export state')).stdout).toBe(before);
  await type(`export segment 活跃度 --columns ${all} --to again.${ending} --lang zh`);
  if (ending === 'csv') expect(read('again.csv')).toBe(read('all.csv'));
});

test.each([
  ['no people file', ''],
  ['one that has none of them', 'people:\n  - { id: wang, name: 王芳, role: manager }\n'],
  ['a namesake in it', 'people:\n  - { id: wang, name: 王芳, role: manager }\n  - { id: zhao, name: Zhang, role: agent }\n'],
])('owners whom talk has made and addresses in any case come in again unchanged, with %s', async (_name, people) => {
  const { type, json, write, call } = await createDesk();
  const said = { channel: 'wecom', conversation: 'c9', customer: { id: 'an', name: '安' } };
  await type(
    'replay -',
    [
      { ...said, id: 'e8', at: '2026-03-08T09:00:00+08:00', from: 'customer', text: '你好' },
      { ...said, id: 'e9', at: '2026-03-08T09:01:00+08:00', from: 'agent', text: '您好', agent: { id: 'a9', name: 'Zhang' } },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  await call(['customer', 'an', '邮箱:Foo@Bar.com']);
  write('tagwise.yaml', people);
  await type('export segment 活跃度 --columns id,owner,email --to all.csv --lang zh');
  const before = (await type('export state')).stdout;
  const as = people === '' ? '' : ' --as wang';
  expect(await json(`import all.csv${as}`)).toMatchObject({ failed: 0, customers: { new: 0, updated: 0, unchanged: 4 } });
  expect((await type('export state')).stdout).toBe(before);
});

test('what went out into an empty home comes in as the same customers', async () => {
  const { type, dir } = await createDesk();
  const columns = 'id,name,owner,lastContactAt,industry,sex,phone,note';
  await type(`export segment 活跃度 --columns ${columns} --to all.csv`);
  const other = createCaller();
  other.write('all.csv', readFileSync(join(dir, 'all.csv'), 'utf8'));
  expect(JSON.parse((await other.type('import all.csv --json')).stdout)).toMatchObject({ customers: { new: 3 }, failed: 0 });
  await other.type(`export segment 活跃度 --columns ${columns} --to back.csv`);
  const sorted = (path: string) => readFileSync(path, 'utf8').replace('\uFEFF', '').split('\r\n').sort();
  // A line break in a name is a blank in a table.
  expect(sorted(join(other.dir, 'back.csv')).join('\n')).toBe(sorted(join(dir, 'all.csv')).join('\n').replace('\n换行', ' 换行'));
});

test('who only looks takes nothing along; whoever takes something stands in the audit with the query and the count', async () => {
  const { dir, type, call } = await createDesk();
  expect(await type('export segment 询价 --to out.csv --role viewer')).toMatchObject({
    ...{ code: 1, stdout: '', stderr: expect.stringMatching(/may look/) },
  });
  expect(existsSync(join(dir, 'out.csv'))).toBe(false);
  expect(await type('export segment 活跃度 --as Anna --role agent --to out.csv')).toMatchObject({ code: 0 });
  const audit = (await type('audit')).stdout;
  expect(audit).toMatch(/Anna +exported customers +活跃度 → 3/);
  expect(audit).toMatch(/refused +may only look/);
  expect(await call(['export', 'segment', '询价', '--to', 'no/such/folder.csv'])).toMatchObject({ code: 1 });
  expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test.each([
  ['export segment', 2, /segment/],
  ['export segment 询价 --columns id,电画', 2, /"电画"[\s\S]*Phone/],
  ['export segment 询价 --columns ,', 2, /--columns/],
  ['export segment 询价 --to out.pdf', 2, /\.csv or \.xlsx/],
  ['export segment 询加', 1, /Did you mean "Demand:Price inquiry"/],
  ['export state --to x.csv', 2, /export state/],
  ['export', 2, /segment QUERY, or state/],
])('%s ends with %i and says what to do', async (line, code, words) => {
  const { type } = createCaller();
  expect(await type(line)).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(words) });
});

test('a file that is there is left alone, unless it is to be replaced', async () => {
  const { type, write, read, dir } = await createDesk();
  write('out.csv', '别动');
  const refused = await type('export segment 询价 --to out.csv --lang zh');
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/out\.csv 已经有了[\s\S]*--overwrite/) });
  expect(read('out.csv')).toBe('别动');
  expect((await type('audit')).stdout).not.toMatch(/exported/);
  expect(await type('export segment 询价 --to out.csv --overwrite')).toMatchObject({ code: 0 });
  expect(read('out.csv')).toContain('mei');
  expect(await type('export segment 询价 --to new.csv --overwrite')).toMatchObject({ code: 0 });
  expect(await type('export segment 询价 --to next.csv')).toMatchObject({ code: 0 });
  expect(readdirSync(dir).filter((name) => /\.csv|part/.test(name))).toEqual(['new.csv', 'next.csv', 'out.csv']);
  expect(await type('export segment 询价 --to next.csv --overwrit')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/--overwrite/),
  });
});
