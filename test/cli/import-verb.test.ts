import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportAnswer } from '../../src/domain/transfer-answers.ts';
import { createCaller } from '../support/call-verb.ts';
import { sheetRows, textCell, workbookParts, zip } from '../support/workbook.ts';

const PEOPLE = `people:
  - { id: wang, name: 王芳, role: manager, zone: Asia/Shanghai }
  - { id: li, name: 李雷, role: agent, manager: wang }
  - { id: look, name: Look, role: viewer }
`;

/** A desk with a file on it. */
const createDesk = (people = PEOPLE) => {
  const caller = createCaller();
  caller.write('tagwise.yaml', people);
  const as = people === '' ? '' : ' --as wang';
  const json = async <T>(line: string): Promise<T> => JSON.parse((await caller.type(`${line} --json`)).stdout) as T;
  return {
    ...caller,
    json,
    lines: (name: string, ...rows: string[]) => caller.write(name, `${rows.join('\n')}\n`),
    take: (words: string): Promise<ImportAnswer> => json<ImportAnswer>(`import ${words}${as}`),
    tagsOf: async (customer: string) => {
      const { tags } = await json<{ tags: { group: string; name: string; by: { kind: string; id: string } }[] }>(
        `tags ${customer}`,
      );
      return tags.filter(({ by }) => by.kind !== 'rule').map(({ group, name, by }) => `${group}:${name} ${by.kind} ${by.id}`);
    },
    card: (customer: string) =>
      json<{ customer: { id: string; name: string }; owner: string; fields: Record<string, unknown>; identities: string[] }>(
        `customer ${customer}`,
      ),
  };
};

const SHEET = [
  '客户编号,姓名,手机,邮箱,负责人,标签,渠道,行业,性别,生日,最后联系,内部码',
  'C1,陈静,+86 138-0013-8000,Chen@Example.com,李雷,VIP客户、紧急,官网,制造,女,1990-05-01,2026/3/1,x9',
  'C2,赵敏,１３９００１３９０００,,li,询价,转介绍,零售,男,1988,2026年2月1日 09:30,',
];

test('a manager looks first and nothing is written, then imports; why says which file and row', async () => {
  const { lines, type, take, tagsOf, card, json } = createDesk();
  lines('客户.csv', ...SHEET);
  const preview = await take('客户.csv --preview');
  expect(preview).toMatchObject({
    ...{ preview: true, of: 'customers', rows: 2, failed: 0, customers: { new: 2, updated: 0, unchanged: 0 } },
    restricted: [{ tag: '价值分层:VIP客户', rows: 1 }],
    sample: [
      { row: 2, customer: 'C1', name: '陈静', owner: 'li', fields: { phone: '1380****000', industry: '制造', birthYear: 1990 } },
      { row: 3, customer: 'C2', tags: ['需求与意向:询价', '来源:转介绍'] },
    ],
  });
  expect(preview.columns).toContainEqual({ heading: '渠道', means: 'tags:Source', known: true });
  expect(preview.columns).toContainEqual({ heading: '内部码', means: null, known: false });
  expect((await type('export state')).stdout).toBe('');

  expect(await take('客户.csv')).toMatchObject({ customers: { new: 2 }, failed: 0, errorsFile: null });
  expect(await card('C1')).toMatchObject({
    ...{ customer: { id: 'C1', name: '陈静' }, owner: '李雷' },
    fields: { phone: '1380****000', email: 'c***@example.com', sex: 'female', birthYear: 1990, industry: '制造' },
  });
  expect(await tagsOf('C1')).toEqual([
    '来源:官网 import 客户.csv',
    '需求与意向:紧急 import 客户.csv',
    '价值分层:VIP客户 import 客户.csv',
  ]);
  const why = await json<{ causes: object[]; history: object[] }>('why C1 VIP');
  expect(why).toMatchObject({
    causes: [{ kind: 'import', id: '客户.csv', evidence: [{ message: '客户.csv:2' }] }],
    history: [{ actor: 'import', action: 'add' }],
  });
  const said = (await type('audit --lang zh')).stdout;
  expect(said).toMatch(/王芳 +导入了表格 +客户\.csv: \+2 ~0 !0/);
});

test('the same file again changes nothing, whatever people changed by hand in between', async () => {
  const { lines, type, take, card } = createDesk();
  lines('a.csv', ...SHEET);
  await take('a.csv');
  await type('customer C1 行业:医疗 --as wang');
  await type('tag C2 -询价 --as wang');
  const before = (await type('export state')).stdout;
  expect(await take('a.csv')).toMatchObject({ customers: { new: 0, updated: 0, unchanged: 2 }, failed: 0 });
  lines('b.csv', ...SHEET);
  expect(await take('b.csv')).toMatchObject({ customers: { new: 0, updated: 0, unchanged: 2 } });
  expect((await type('export state')).stdout).toBe(before);
  expect((await card('C1')).fields['industry']).toBe('医疗');
});

test('of two tables the later word counts, also when it is the first one again', async () => {
  const { lines, take, card } = createDesk();
  lines('a.csv', '客户编号,行业', 'C1,制造');
  lines('b.csv', '客户编号,行业', 'C1,零售');
  for (const [file, industry] of [
    ['a.csv', '制造'],
    ['b.csv', '零售'],
    ['a.csv', '制造'],
  ] as const) {
    await take(file);
    expect((await card('C1')).fields['industry']).toBe(industry);
  }
});

test('rows that cannot be taken lie in a file of errors; mended there, it is imported like any other', async () => {
  const { dir, lines, call, type, take } = createDesk();
  lines(
    'c.csv',
    '姓名,手机,邮箱,标签,负责人',
    '甲,13800000001,,,',
    '乙,1.38E+10,,,',
    '丙,13800000003,不是邮箱,没有的标签,',
    ',,,紧急,',
    '丁,13800000005,,,nobody',
    '"=HYPERLINK(""http://x"")",abc,,,',
    '戊,13800000001,,,',
    '己,1,2,3,4,5',
  );
  const said = await call(['import', 'c.csv', '--as', 'wang', '--lang', 'zh']);
  expect(said.code).toBe(1);
  expect(said.stdout).toMatch(/客户 +新增 1，更新 0，没变 0/);
  expect(said.stdout).toMatch(/第 3 行 {2}手机：表格软件把号码变成了科学计数/);
  expect(said.stdout).toMatch(/改好后直接导入它：import c\.csv\.errors\.csv/);
  const errors = readFileSync(join(dir, 'c.csv.errors.csv'), 'utf8');
  expect(errors.split('\r\n')).toEqual([
    '\uFEFF第几行,哪里不对,姓名,手机,邮箱,标签,负责人',
    expect.stringMatching(/^3,手机: .*,乙,1\.38E\+10,,,$/),
    expect.stringMatching(/^4,邮箱: .*标签: .*,丙,13800000003,不是邮箱,没有的标签,$/),
    expect.stringMatching(/^5,.*,,,,紧急,$/),
    expect.stringMatching(/^6,负责人: .*,丁,13800000005,,,nobody$/),
    expect.stringMatching(/^7,手机: .*,"'=HYPERLINK\(""http:\/\/x""\)",abc,,,$/),
    expect.stringMatching(/^8,.*第 2 行.*,戊,13800000001,,,$/),
    expect.stringMatching(/^9,.*,己,1,2,3,4,5$/),
    '',
  ]);
  const mended = errors.replace('1.38E+10', '13800000002').replace('不是邮箱,没有的标签', 'c@example.com,紧急');
  writeFileSync(join(dir, 'c.csv.errors.csv'), mended);
  // The other one is being mended: a second run writes beside it.
  expect(await take('c.csv')).toMatchObject({ customers: { unchanged: 1 }, errorsFile: join(dir, 'c.csv.errors.2.csv') });
  expect(readFileSync(join(dir, 'c.csv.errors.csv'), 'utf8')).toBe(mended);
  expect(await take('c.csv.errors.csv')).toMatchObject({ customers: { new: 2, updated: 1 }, failed: 4 });
  expect((await type('find 丙')).stdout).toMatch(/丙/);
});

test('customers whom the base knows by phone, e-mail, number or name are found; who is meant twice is not guessed', async () => {
  const { lines, type, take, json } = createDesk();
  const line = (id: string, name: string, key?: string) =>
    JSON.stringify({
      ...{ id: `m-${id}`, at: '2026-03-01T09:00:00+08:00', channel: 'wecom', from: 'customer', text: '你好' },
      customer: { id, name, ...(key === undefined ? {} : { key }) },
    });
  await type(
    'replay -',
    [
      line('u1', 'Mei', '13800000001'),
      line('u2', 'Bo', 'bo@example.com'),
      line('u3', 'Lu'),
      line('u4', '同名'),
      line('u5', '同名'),
    ].join('\n'),
  );
  lines(
    'd.csv',
    '编号,姓名,手机,邮箱,行业',
    ',梅,+86 138 0000 0001,,制造',
    ',波,,BO@example.com,零售',
    'u3,,,,医疗',
    ',同名,,,教育',
    ',谁,13800000001,bo@example.com,金融',
    ',Lu,,,软件',
  );
  const doc = await take('d.csv');
  expect(doc).toMatchObject({
    customers: { new: 0, updated: 3 },
    errors: { ambiguous_customer: 1, two_customers: 1, contradiction: 1 },
  });
  const { fields } = await json<{ fields: object }>('customer u1');
  expect(fields).toEqual({ phone: '1380****001', industry: '制造' });
});

test('a phone that somebody wrote down by hand leads to their customer, and tables propose whom to merge', async () => {
  const { lines, call, take, json } = createDesk();
  await call(['customer', 'new', '李四', '电话:13900000099', '--as', 'wang']);
  lines('a.csv', '姓名,手机,邮箱', '李思,+86 139 0000 0099,', "乙,,o'hara@Example.com");
  expect(await take('a.csv')).toMatchObject({ customers: { new: 1, updated: 1 } });
  expect(await take('a.csv')).toMatchObject({ customers: { new: 0, unchanged: 2 } });
  await call(['customer', 'new', '丙', "邮箱:O'Hara@example.com", '--as', 'wang']);
  const { duplicates } = await json<{ duplicates: object[] }>('customer duplicates --as wang');
  expect(duplicates).toMatchObject([{ by: 'email', customers: [{ name: '丙' }, { name: '乙' }] }]);
  lines('b.csv', '姓名,手机,行业', '丁,139-0000-0099,教育');
  expect(await take('b.csv')).toMatchObject({ customers: { new: 0, updated: 1 } });
});

test('somebody known by phone is found by the number of the table from then on, also where nothing else was news', async () => {
  const { lines, type, take, json } = createDesk();
  const line = {
    ...{ id: 'm1', at: '2026-03-01T09:00:00+08:00', channel: 'wecom', from: 'customer', text: '你好' },
    customer: { id: 'u1', name: '梅', key: '13800000001' },
  };
  await type('replay -', JSON.stringify(line));
  lines('e.csv', '编号,姓名,手机', 'K7,梅,13800000001');
  expect(await take('e.csv')).toMatchObject({ customers: { new: 0, updated: 1 } });
  expect(await take('e.csv')).toMatchObject({ customers: { new: 0, unchanged: 1 } });
  lines('o.csv', '订单号,编号,金额,日期', 'O1,K7,100,2026-02-01');
  lines('t.csv', '编号,标签', 'K7,砍价');
  expect(await take('o.csv')).toMatchObject({ customers: { new: 0 }, orders: { new: 1 } });
  expect(await take('t.csv')).toMatchObject({ customers: { new: 0, updated: 1 }, failed: 0 });
  const card = await json<{ customer: { id: string }; identities: string[] }>('customer K7');
  expect(card).toMatchObject({ customer: { id: 'u1' }, identities: ['import//K7', 'wecom//u1'] });
});

test('a table of payments counts instead of the amounts of their orders, once each, whoever they are of', async () => {
  const { lines, take, json, type } = createDesk();
  lines('o.csv', '订单号,客户,金额,日期', 'O1,甲,5000,2026-02-01', 'O2,乙,300,2026-02-02');
  await take('o.csv');
  lines(
    'p.csv',
    '付款编号,订单号,客户,付款金额,付款时间',
    'P1,O1,,3000,2026-02-03',
    'P2,O1,,3000,2026-02-03',
    'P1,O1,,3000,2026-02-03',
    'P1,O1,,1,2026-02-03',
    'P3,O9,,100,2026-02-03',
    'P4,,乙,50.005,2026-02-03',
    'P5,,乙,200,2026-02-03',
    'P6,O2,,,2026-02-03',
    'P7,,,70,2026-02-03',
  );
  expect(await take('p.csv --preview')).toMatchObject({ of: 'payments', payments: { new: 3 }, undoable: false });
  expect(await take('p.csv')).toMatchObject({
    ...{ payments: { new: 3, updated: 0, unchanged: 0 }, customers: { new: 0 }, duplicates: 1, failed: 5 },
    errors: { payment_twice: 1, unknown_order: 1, amount: 1, payment_incomplete: 1, nobody: 1 },
  });
  // 甲 paid twice for one order; 乙 owes one and paid something beside it.
  expect((await json<{ count: number }>('segment 总消费=6000')).count).toBe(1);
  expect((await json<{ count: number }>('segment 总消费=500')).count).toBe(1);
  const before = (await type('export state')).stdout;
  expect(await take('p.csv')).toMatchObject({ payments: { new: 0, unchanged: 3 } });
  lines('q.csv', '订单号,金额,回款日期', 'O1,10,2026-02-04', 'O1,10,2026-02-04');
  lines('r.csv', '流水号,订单号,收款金额,收款日期', 'P1,O1,3001,2026-02-03');
  expect(await take('r.csv')).toMatchObject({ payments: { new: 0 }, errors: { payment_differs: 1 } });
  expect((await type('export state')).stdout).toBe(before);
  expect(await take('q.csv')).toMatchObject({ payments: { new: 1 }, errors: { payment_twice: 1 } });
  await type('undo --as wang');
  expect((await type('export state')).stdout).toBe(before);
});

test('what was paid, and when, says nothing in a table of orders that have an amount and a date, nor in one of customers', async () => {
  const { lines, take } = createDesk();
  lines('o.csv', '订单号,客户,金额,下单时间,支付金额,付款时间', 'O1,甲,5000,2026-02-01,1,2026-02-02');
  expect(await take('o.csv')).toMatchObject({
    ...{ of: 'orders', orders: { new: 1 } },
    columns: [{}, {}, { means: 'amount' }, { means: 'orderedAt' }, { means: null, known: true }, { means: null, known: true }],
  });
  lines('c.csv', '姓名,手机,付款时间', '乙,13800000001,2026-02-01');
  expect(await take('c.csv')).toMatchObject({ of: 'customers', customers: { new: 1 } });
});

test('two numbers of one customer in a table both lead to them', async () => {
  const { lines, take, json } = createDesk();
  lines('a.csv', '编号,姓名,手机', 'K1,甲,13800000001', 'K2,甲,13800000001', 'K1,甲,13800000001');
  expect(await take('a.csv')).toMatchObject({ customers: { new: 1 }, duplicates: 1, failed: 0 });
  expect(await take('a.csv')).toMatchObject({ customers: { new: 0, updated: 0, unchanged: 1 }, duplicates: 1 });
  lines('o.csv', '订单号,编号,金额,日期', 'O1,K2,100,2026-02-01');
  expect(await take('o.csv')).toMatchObject({ customers: { new: 0 }, orders: { new: 1 } });
  expect(await json('customer K2')).toMatchObject({ customer: { id: 'K1' }, identities: ['import//K1', 'import//K2'] });
});

test("an order that two rows give to two customers is nobody's", async () => {
  const { lines, take } = createDesk();
  lines('o.csv', '订单号,客户,金额,日期', 'O1,甲,100,2026-02-01', 'O1,乙,100,2026-02-01', 'O1,甲,100,2026-02-01');
  expect(await take('o.csv')).toMatchObject({ orders: { new: 1 }, duplicates: 1, errors: { order_twice: 1 } });
});

test('a table of tags adds to whoever is there, by name or number, a tag a row; strangers are refused', async () => {
  const { lines, type, take, tagsOf } = createDesk();
  lines('a.csv', ...SHEET);
  await take('a.csv');
  lines('t.csv', '客户,标签', '陈静,砍价', '陈静,要报价', 'C2,要报价', '没人,要报价', '陈静,砍价');
  expect(await take('t.csv')).toMatchObject({
    of: 'tags',
    customers: { updated: 2 },
    duplicates: 1,
    errors: { unknown_customer: 1 },
  });
  expect(await tagsOf('C1')).toContain('需求与意向:砍价 import t.csv');
  const before = (await type('export state')).stdout;
  expect(await take('t.csv')).toMatchObject({ customers: { new: 0, updated: 0, unchanged: 2 } });
  expect((await type('export state')).stdout).toBe(before);
});

test('a table of orders counts as orders of their own days, once each, whoever the customers are', async () => {
  const { lines, type, take, json } = createDesk();
  lines('a.csv', ...SHEET);
  await take('a.csv');
  lines(
    'o.csv',
    '订单号,客户,手机,商品,型号,金额,日期',
    'O1,C1,,A产品,X1,"¥5,000.00",2026-03-01',
    'O2,C1,,A产品,,1.2万,2026/3/2 12:00',
    'O3,,13700000000,,,300元,2026-01-01',
    'O1,C1,,A产品,X1,5000,2026年3月1日',
    'O2,C1,,A产品,,1.3万,2026/3/2 12:00',
    'O4,C1,,,,¥0.001,2026-03-01',
    'O5,C1,,,,5,2999-03-01',
  );
  expect(await take('o.csv')).toMatchObject({
    ...{ of: 'orders', customers: { new: 1, unchanged: 1 }, orders: { new: 3, updated: 0, unchanged: 0 }, duplicates: 1 },
    errors: { order_twice: 1, amount: 1, future: 1 },
  });
  expect((await json<{ count: number }>('segment 总消费=17000')).count).toBe(1);
  const before = (await type('export state')).stdout;
  expect(await take('o.csv')).toMatchObject({ orders: { new: 0, updated: 0, unchanged: 3 } });
  expect((await type('export state')).stdout).toBe(before);
  lines('p.csv', '订单号,客户,金额,日期', 'O1,C1,6000,2026-03-01');
  expect(await take('p.csv')).toMatchObject({ orders: { updated: 1 } });
  expect((await json<{ count: number }>('segment 总消费=18000')).count).toBe(1);
});

test('a restricted tag is imported by managers only, and the refusal is in the audit; who may only look imports nothing', async () => {
  const { lines, type, json } = createDesk();
  lines('a.csv', '客户编号,标签', 'C1,VIP', 'C2,紧急');
  lines('b.csv', '客户编号,姓名,标签', 'C1,甲,VIP', 'C2,乙,紧急');
  const doc = await json<ImportAnswer>('import b.csv --as li');
  expect(doc).toMatchObject({ customers: { new: 1 }, errors: { restricted_tag: 1 }, restricted: [] });
  expect((await type('audit')).stdout).toMatch(/李雷 +refused +Value:VIP +restricted tag/);
  const refused = await type('import b.csv --as look');
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/may look/) });
  expect(await json<ImportAnswer>('import b.csv --as wang')).toMatchObject({ customers: { new: 1, unchanged: 1 }, failed: 0 });
  expect((await json<{ count: number }>('segment VIP')).count).toBe(1);
});

test('an import never takes away what a person chose, nor sets again what a person turned down', async () => {
  const { lines, type, take, tagsOf } = createDesk();
  lines('a.csv', '客户编号,姓名,标签', 'C1,甲,普通客户', 'C2,乙,紧急');
  lines('b.csv', '客户编号,姓名,标签', 'C1,甲,普通客户、询价', 'C2,乙,紧急、询价');
  await take('a.csv');
  await type('tag C1 +VIP --as wang');
  await type('tag C2 -紧急 --as wang');
  expect(await take('b.csv')).toMatchObject({
    customers: { updated: 2 },
    heldBack: [
      { tag: '价值分层:普通客户', rows: 1 },
      { tag: '需求与意向:紧急', rows: 1 },
    ],
  });
  expect(await tagsOf('C1')).toEqual(['需求与意向:询价 import b.csv', '价值分层:VIP客户 person wang']);
  expect(await tagsOf('C2')).toEqual(['需求与意向:询价 import b.csv']);
});

test('silence is counted from the last contact that a table knows of', async () => {
  const { lines, take, json } = createDesk();
  const days = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString();
  lines('a.csv', '客户编号,姓名,最后联系', `C1,甲,${days(40)}`, `C2,乙,${days(20)}`);
  await take('a.csv');
  const found = await json<{ customers: { id: string }[] }>('segment 静默');
  expect(found.customers.map(({ id }) => id)).toEqual(['C1']);
});

test('mistyped headings are refused with the nearest word, and a map says what they are; a map is checked too', async () => {
  const { lines, type, take, json } = createDesk();
  lines('m.csv', '客户名字,手几,联系电话,客户等级', '甲,13800000001,13800000002,VIP');
  const said = await type('import m.csv --as wang --lang zh');
  expect(said.code).toBe(1);
  expect(said.stderr).toMatch(/1 个表头拿不准/);
  expect(said.stderr).toMatch(/m\.csv:1 手几: 没有这样的列，是不是 手机？/);
  expect(said.stderr).toMatch(/--map/);
  lines('two.csv', '姓名,手机,电话', '甲,13800000001,13800000002');
  expect((await type('import two.csv --as wang')).stderr).toMatch(/电话: Say which one counts, this or 手机/);
  lines('bad.yaml', '手机几: phone', '手几: fone');
  expect((await type('import m.csv --map bad.yaml --as wang')).stderr).toMatch(/bad\.yaml:2 手几: .*did you mean phone/i);
  lines('stranger.yaml', '手机: phone');
  expect((await type('import m.csv --map stranger.yaml --as wang')).stderr).toMatch(/no such column; did you mean 手几/);
  lines('map.yaml', '客户名字: 姓名', '手几: phone', '联系电话: ignore', '客户等级: 价值分层');
  expect(await take('m.csv --map map.yaml')).toMatchObject({
    columns: [{ means: 'name' }, { means: 'phone' }, { means: null, known: true }, { means: 'tags:Value' }],
    customers: { new: 1 },
  });
  expect((await json<{ count: number }>('segment VIP')).count).toBe(1);
});

test('headings in brackets, twice, empty and near: each is told as what it is', async () => {
  const { lines, type, take } = createDesk();
  lines('n.csv', '性名,手机', '甲,13800000001');
  expect((await type('import n.csv --as wang --lang zh')).stderr).toMatch(/性名: 没有这样的列，是不是 姓名？/);
  lines('twice.csv', '姓名,姓名,手机', '甲,乙,13800000001');
  expect((await type('import twice.csv --as wang --lang zh')).stderr).toMatch(/姓名: 有两列是同一个表头：从表里去掉一列/);
  lines('b.csv', '【姓名】,（手机）,,-,[内部]', '甲,13800000001,x,y,z');
  expect((await type('import b.csv --preview --as wang --lang zh')).stdout).toMatch(/（没有表头） → 不认识，不导入/);
  expect(await take('b.csv')).toMatchObject({
    columns: [{ means: 'name' }, { means: 'phone' }, ...Array(3).fill({ means: null })],
  });
});

test('a row that holds words like headings is no heading', async () => {
  const { lines, take } = createDesk();
  lines('a.csv', '姓名,联系偏好,怎么来的', '甲,微信,网址', '乙,QQ,快递');
  expect(await take('a.csv --preview')).toMatchObject({
    rows: 2,
    columns: [{ means: 'name' }, { means: null }, { means: null }],
  });
});

test.each([
  ['GB18030', (text: string) => gb18030(text), 'gb18030', ','],
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`), 'utf-8', ','],
  ['UTF-16 with tabs', (text: string) => Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'), 'utf-16le', '\t'],
  ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';')), 'utf-8', ';'],
])('a title above the heading and %s are read', async (_name, encode, encoding, delimiter) => {
  const { dir, take } = createDesk();
  writeFileSync(join(dir, 'a.csv'), encode('2026年客户名单,,\n\n姓名,手机,备注\n陈静,13800000001,好\n'));
  expect(await take('a.csv')).toMatchObject({ encoding, delimiter, rows: 1, customers: { new: 1 } });
});

/** Those few characters of GB18030 that the file needs; Node reads the encoding and does not write it. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, number[]>();
  for (let high = 0x81; high < 0xff; high += 1)
    for (let low = 0x40; low < 0xff; low += 1) if (low !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return Buffer.from([...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (bytes.get(sign) ?? []))));
}

/** A workbook of texts; `merged` as the spreadsheet program writes them. */
const mergedBook = (rows: string[][], merged: string[], more: Record<string, string> = {}): Promise<Buffer> => {
  const sheet = sheetRows(
    rows.map((cells, n) =>
      cells.map((text, k) => (text === '' ? '' : textCell(text).replace('<c ', `<c r="${'ABCDE'[k]}${n + 1}" `))),
    ),
  );
  const ranges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return zip(workbookParts(`${sheet}</sheetData><mergeCells>${ranges}</mergeCells><sheetData>`, more));
};

test('cells merged over several rows say the same of each customer, but for what is a customer’s own', async () => {
  const { dir, take, card } = createDesk();
  const rows = [
    ['姓名', '备注', '手机', '负责人'],
    ['', '一', '', ''],
    ['王芳', '', '13800000001', '李雷'],
    ['陈静', '', '', ''],
    ['赵敏', '', '13800000003', ''],
  ];
  // The heading goes over two rows, the owner over three people, and by a slip one telephone over two of them.
  writeFileSync(join(dir, 'a.xlsx'), await mergedBook(rows, ['A1:A2', 'D1:D2', 'D3:D5', 'C3:C4']));
  expect(await take('a.xlsx')).toMatchObject({ rows: 4, customers: { new: 3 }, failed: 1 });
  expect(await card('赵敏')).toMatchObject({ owner: '李雷' });
  expect(await card('陈静')).toMatchObject({ owner: '李雷', fields: {} });
});

test('of an amount over several orders it cannot be known whose part is which', async () => {
  const { dir, take } = createDesk();
  const rows = [
    ['订单号', '姓名', '下单时间', '金额'],
    ['O1', '王芳', '2026-01-02', '300'],
    ['O2', '', '', ''],
  ];
  writeFileSync(join(dir, 'a.xlsx'), await mergedBook(rows, ['B2:B3', 'C2:C3', 'D2:D3']));
  expect(await take('a.xlsx')).toMatchObject({ of: 'orders', rows: 2, failed: 1, orders: { new: 1 } });
});

test('a workbook is read like a text file: numbers and dates as they are shown, odd cells refused by row', async () => {
  const { dir, take, card } = createDesk();
  const dates = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const sheet = sheetRows([
    ['姓名', '手机', '最后联系', '客户编号'].map(textCell),
    [textCell('甲'), '<c><v>13800000001</v></c>', '<c s="1"><v>46082</v></c>', '<c><v>7</v></c>'],
    [textCell('乙'), '<c t="e"><v>#N/A</v></c>', '<c/>', '<c><v>8</v></c>'],
    [textCell('丙'), '<c><f>A1</f></c>', '<c/>', '<c><v>9</v></c>'],
  ]);
  writeFileSync(join(dir, 'a.xlsx'), await zip(workbookParts(sheet, { 'xl/styles.xml': dates })));
  expect(await take('a.xlsx')).toMatchObject({
    ...{ format: 'xlsx', sheet: '客户', customers: { new: 1 }, failed: 2, errors: { error: 1, formula: 1 } },
    problems: [{ row: 3 }, { row: 4 }],
  });
  expect((await card('7')).fields).toEqual({ phone: '1380****001' });
});

test('ID and card numbers of a table never reach the base, nor do columns that nobody asked for', async () => {
  const { dir, lines, type, take } = createDesk();
  lines('a.csv', '姓名,手机,身份证号,备注', '甲,13800000001,11010519491231002X,证件 11010519491231002X');
  await take('a.csv');
  const state = (await type('export state')).stdout;
  expect(state).not.toContain('11010519491231002X');
  expect(state).not.toContain('13800000001');
  expect(state).toContain('证件');
  expect(existsSync(join(dir, 'a.csv.errors.csv'))).toBe(false);
});

test('nor do they stand in the file of errors: who is known by one keeps a word in its place, and no mask makes people one', async () => {
  const { dir, lines, take, type } = createDesk();
  const [id, card] = ['11010519491231002X', '6222021234567890128'];
  lines('a.csv', `客户编号,手机,备注,关联键,${id}`, `${id},无效,证件${id},,x`, `C2,${card},,${card},${card}`);
  expect(await take('a.csv')).toMatchObject({ customers: { new: 0 }, failed: 2 });
  const errors = readFileSync(join(dir, 'a.csv.errors.csv'), 'utf8');
  expect(errors).not.toMatch(/110105|622202/);
  expect(errors).toMatch(/,~[0-9a-f]{24},无效,证件\[证件号\],,x\r\n/);
  writeFileSync(join(dir, 'm.csv'), errors.replace('无效', '13800000001').replace('[卡号],,', '13800000002,,'));
  expect(await take('m.csv')).toMatchObject({ customers: { new: 1 }, failed: 1, errors: { value: 1 } });
  // The first of them is known by the number as it stands in the first table.
  lines('t.csv', '客户编号,标签', `${id},紧急`);
  expect(await take('t.csv')).toMatchObject({ customers: { updated: 1 }, failed: 0 });
  expect((await type('export state')).stdout).not.toContain(id);
});

test("a dash, 无 or N/A is an empty cell: it is nobody's number, key or owner", async () => {
  const { lines, take, card } = createDesk();
  lines(
    'a.csv',
    '客户编号,姓名,手机,邮箱,负责人,标签,渠道,关联键,最后联系',
    '-,甲,无,n/a,暂无,—,/,无,-',
    "'-,乙,无,-,无,NULL,未知,无,-",
  );
  expect(await take('a.csv')).toMatchObject({ customers: { new: 2 }, failed: 0, duplicates: 0 });
  expect(await card('甲')).toMatchObject({ customer: { id: '甲' }, owner: null, fields: {}, identities: ['import//甲'] });
});

test("an amount of one currency in a row of another is nobody's guess", async () => {
  const { lines, take } = createDesk();
  lines(
    'o.csv',
    '订单号,客户,金额,币种,日期',
    'O1,甲,$100,CNY,2026-02-01',
    'O2,甲,¥100,JPY,2026-02-01',
    'O3,甲,$100,usd,2026-02-01',
  );
  expect(await take('o.csv')).toMatchObject({ orders: { new: 2 }, failed: 1, errors: { currency: 1 } });
  lines('p.csv', '订单号,客户,币种,金额,日期', 'O4,甲,CNY,€100,2026-02-01', 'O5,甲,XYZ,100,2026-02-01');
  expect(await take('p.csv')).toMatchObject({ orders: { new: 0 }, failed: 2, errors: { currency: 2 } });
});

test('a member of staff is no customer, and an import without words says how to use it', async () => {
  const { lines, type, take } = createDesk();
  lines('a.csv', '客户编号,姓名', 'li,李', 'C1,甲');
  expect(await take('a.csv')).toMatchObject({ customers: { new: 1 }, errors: { staff: 1 } });
  expect(await type('import')).toMatchObject({ code: 2, stderr: expect.stringMatching(/--preview/) });
  expect(await type('import nothing.csv')).toMatchObject({ code: 1, stderr: expect.stringMatching(/no file nothing\.csv/) });
});

test('orders in a currency without a rate are told of before and after they come in; with a rate they count', async () => {
  const { lines, take, type, write } = createDesk('');
  lines(
    'o.csv',
    '订单号,客户,金额,币种,日期',
    'O1,甲,100,USD,2026-02-01',
    'O2,甲,100,CNY,2026-02-01',
    'O3,乙,50,USD,2026-02-02',
    'O4,乙,9,EUR,2026-02-02',
  );
  const uncounted = [
    { currency: 'USD', rows: 2 },
    { currency: 'EUR', rows: 1 },
  ];
  expect(await take('o.csv --preview')).toMatchObject({ orders: { new: 4 }, uncounted });
  const said = (await type('import o.csv --preview --lang zh')).stdout;
  expect(said).toMatch(/没有汇率.*USD 2 行、EUR 1 行/);
  expect(said).toContain('rates 里写上汇率（例如 USD: 7.2）');
  expect((await type('import o.csv --preview --lang en')).stdout).toMatch(
    /count nothing +USD 2 rows, EUR 1 row\n[\s\S]*USD: 7\.2/,
  );
  write('tagwise.yaml', 'rates: { USD: 7.2, EUR: 8 }\n');
  expect(await take('o.csv')).toMatchObject({ orders: { new: 4 }, uncounted: [] });
});
