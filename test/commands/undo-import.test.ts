import { expect, test } from 'vitest';
import type { BatchAnswer } from '../../src/domain/asked.ts';
import type { ImportAnswer } from '../../src/domain/transfer-answers.ts';
import { createCaller } from '../support/call-verb.ts';

const createDesk = async () => {
  const caller = createCaller();
  caller.write('tagwise.yaml', 'people:\n  - { id: wang, name: 王芳, role: manager }\n  - { id: li, name: 李雷, role: agent }\n');
  const json = async <T>(line: string): Promise<T> => JSON.parse((await caller.type(`${line} --json`)).stdout) as T;
  await caller.call(['customer', 'new', '梅姐', '行业:零售', '--as', 'wang']);
  return {
    ...caller,
    json,
    table: (name: string, ...rows: string[]) => caller.write(name, `${rows.join('\n')}\n`),
    take: (file: string) => json<ImportAnswer>(`import ${file} --as wang`),
    undo: () => json<BatchAnswer>('undo --as wang'),
    card: (customer: string) => json<{ fields: object; owner: string | null; customer: object }>(`customer ${customer}`),
  };
};

const SHEET = ['客户编号,姓名,手机,负责人,行业,标签', 'M1,梅姐,,li,制造,询价', 'N1,新人,13800000001,li,教育,VIP、紧急'];

test('one undo takes back what a table changed, leaves whom it made, and the table can come again', async () => {
  const { table, take, undo, card, json, type } = await createDesk();
  table('a.csv', ...SHEET);
  table('o.csv', '订单号,客户,金额,日期', 'O1,梅姐,20000,2026-02-01');
  const before = await card('梅姐');
  expect(await take('a.csv --preview')).toMatchObject({ undoable: false });
  expect((await type('import a.csv --as wang')).stdout).toMatch(/Within 24 hours, undo takes the whole import back/);
  expect(await take('o.csv')).toMatchObject({ orders: { new: 1 }, undoable: true });
  expect(await take('o.csv')).toMatchObject({ orders: { unchanged: 1 }, undoable: false });

  expect(await undo()).toMatchObject({ did: { kind: 'undo', of: 'o.csv' }, count: 1, changed: 1, refusedCount: 0 });
  expect((await json<{ count: number }>('segment 总消费大于0')).count).toBe(0);
  expect((await json<{ count: number }>('segment VIP')).count).toBe(1);
  expect(await undo()).toMatchObject({ did: { of: 'a.csv' }, count: 2, changed: 2 });
  expect((await json<{ count: number }>('segment VIP 或 询价 或 紧急')).count).toBe(0);
  expect(await card('梅姐')).toMatchObject({ fields: before.fields, owner: null });
  expect(await card('N1')).toMatchObject({ customer: { name: '新人' }, fields: {}, owner: null });

  expect(await take('a.csv')).toMatchObject({ customers: { new: 0, updated: 2 }, failed: 0 });
  expect(await take('o.csv')).toMatchObject({ orders: { new: 1 } });
  expect(await card('N1')).toMatchObject({ fields: { industry: '教育' }, owner: '李雷' });
  expect((await json<{ count: number }>('segment 总消费=20000')).count).toBe(1);
});

test('whoever was changed in the same since is left as they are, and named; other changes stay', async () => {
  const { table, take, undo, card, type, call } = await createDesk();
  table('a.csv', '客户编号,姓名,行业,标签', 'C1,甲,教育,询价', 'C2,乙,教育,询价', 'C3,丙,教育,询价', 'C4,丁,教育,询价');
  table('b.csv', '客户编号,行业', 'C3,医疗');
  await take('a.csv');
  await type('tag C1 -询价 --as li');
  await call(['customer', 'C2', '行业:软件', '--as', 'li']);
  await call(['customer', 'C4', '备注:好', '--as', 'li']);
  await type('import b.csv --as li');
  expect(await undo()).toMatchObject({
    ...{ changed: 1, refusedCount: 3 },
    refused: ['C1', 'C2', 'C3'].map((id) => ({ id, code: 'undo_overtaken' })),
  });
  expect(await card('C3')).toMatchObject({ fields: { industry: '医疗' } });
  expect((await card('C4')).fields).toEqual({ note: '好' });
});

test('an agent cannot take back what a manager imported, nor is there anything to take back of an import that changed nothing', async () => {
  const { table, take, type } = await createDesk();
  table('a.csv', ...SHEET);
  await take('a.csv');
  expect(await type('undo --as li')).toMatchObject({ code: 1 });
  expect((await type('segment VIP')).stdout).toMatch(/新人/);
});

test('an import that is done again and taken back again leaves what the first undo left', async () => {
  const { table, take, undo, type } = await createDesk();
  table('a.csv', ...SHEET);
  await take('a.csv');
  await undo();
  const before = (await type('export state')).stdout;
  await take('a.csv');
  await undo();
  expect((await type('export state')).stdout).toBe(before);
});
