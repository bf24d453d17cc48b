import { expect, test } from 'vitest';
import { createCaller } from '../support/call-verb.ts';

const line = (more: object) =>
  JSON.stringify({
    at: '2026-03-01T09:00:00+08:00',
    channel: 'wecom',
    customer: { id: 'u1' },
    from: 'customer',
    text: '多少钱？',
    ...more,
  });

test('match answers people in their language, and nothing of it is a code', async () => {
  const { type } = createCaller({ database: false });
  const said = '这个多少钱？\n先不用报价了\n太贵了\n你好\n';
  expect((await type('match --lang zh', said)).stdout).toBe(`这个多少钱？
  询问  ＋需求与意向:询价
先不用报价了
  缓一缓  －需求与意向:要报价
太贵了
  没有表态  （需求与意向:价格敏感 还不够）
你好
  没有表态
`);
  expect((await type('match', said)).stdout).toBe(`这个多少钱？
  asks  +Demand:Price inquiry
先不用报价了
  puts off  -Demand:Quote request
太贵了
  no stance  (Demand:Price sensitive, not enough yet)
你好
  no stance
`);
});

test('replay says what was wrong with a line and what it did, in the language of the caller; --json stays as it is', async () => {
  const { type, write } = createCaller();
  write('tagwise.yaml', 'people:\n  - {id: li, name: Li, role: agent, ids: {wecom: a1}}\n');
  const lines = [line({ id: 'm1' }), '{', line({ id: 'm2', at: '2026-03-01' }), line({ id: 'm3', customer: { id: 'a1' } })].join(
    '\n',
  );
  const chinese = await type('replay - --lang zh', lines);
  expect(chinese.code).toBe(1);
  expect(chinese.stderr.trim().split('\n').sort()).toEqual([
    '-:2: line: 不是 JSON',
    '-:3: at: 要写带时区的时间，例如 2026-03-01T09:00:00+08:00',
    '-:4: 这个人是同事（渠道 wecom），不会当作客户。 检查这一行的 customer.id，或配置文件 people 里的 ids。',
  ]);
  expect(chinese.stdout).toMatch(/^行 {10}4\n消息 {8}1\n[\s\S]*\n打上 {8}[^\n]*需求与意向:询价 1/);
  const english = await type('replay -', line({ id: 'm4', customer: { id: 'u2' } }));
  expect(english.stdout).toMatch(/^lines {7}1\n[\s\S]*\napplied {5}[^\n]*Demand:Price inquiry 1/);
  const json = await type('replay - --json', line({ id: 'm5', customer: { id: 'u3' } }));
  expect(JSON.parse(json.stdout)).toMatchObject({ lines: 1, applied: { '需求与意向:询价': 1 } });
});

test('equal lines without an id count within one source: a second file with the same line brings nothing new', async () => {
  const { type } = createCaller();
  const twice = `${line({})}\n${line({})}\n`;
  expect(JSON.parse((await type('replay - --json', twice)).stdout)).toMatchObject({ messages: 2, duplicates: 0 });
  expect(JSON.parse((await type('replay - --json', `${line({})}\n`)).stdout)).toMatchObject({ messages: 0, duplicates: 1 });
});

test('a new customer may have an owner at once, on one line, and no endless name', async () => {
  const { type, call } = createCaller();
  const made = await call(['customer', 'new', '王\n芳', '城市=杭州', 'owner', 'li', '--json']);
  expect(JSON.parse(made.stdout)).toMatchObject({
    customer: { id: '王 芳', name: '王 芳' },
    owner: 'li',
    fields: { region: '杭州' },
  });
  expect((await type(`customer new ${'x'.repeat(600)}`)).code).toBe(1);
  expect((await call(['customer', 'new', ' '])).code).toBe(2);
  const undone = await call(['undo', '王 芳', '--lang', 'zh']);
  expect(undone.stdout).toMatch(/改回 负责人：li → 无\n.*改回 地区：杭州 → （空）/);
});

test('whoever is named with --as must be somebody, also for verbs that change nothing of anybody', async () => {
  const { type } = createCaller();
  for (const verb of ['replay -', 'sample', 'export state', 'audit'])
    expect({ verb, ...(await type(`${verb} --as nobody`)) }).toMatchObject({ verb, code: 1, stdout: '' });
});
