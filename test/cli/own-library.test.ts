import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCaller } from '../support/call-verb.ts';

const PHRASES = [
  '贷款',
  '分期',
  '按揭',
  '花呗',
  '信用贷',
  '借钱',
  '首付',
  '月供',
  '利率',
  '征信',
  '免息',
  '白条',
  '车贷',
  '房贷',
  '公积金',
  '额度',
];
const pack = (tag: string) =>
  `topic: loan\ntags: [${tag}]\nphrases: [${PHRASES.join(', ')}]\nhits: [可以贷款吗]\nmisses: [你好]\n`;

const openShop = (options?: { database: boolean }) => {
  const shop = createCaller(options);
  mkdirSync(join(shop.dir, 'packs'));
  shop.write('tagwise.yaml', 'keywords: [packs]\n');
  shop.write('packs/loan.yaml', pack('贷款'));
  return shop;
};

test('a pack for a tag of the own library is right where that library is in force', { timeout: 60_000 }, async () => {
  const { dir, type, call, write } = openShop();
  const refused = await type('packs check --lang zh --json');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout)).toEqual({
    ok: false,
    problems: [
      {
        file: 'packs/loan.yaml',
        line: 2,
        field: 'tags[0]',
        message: '写标签库里有的标签（id 或名字），或先把这个标签加进标签库。',
      },
    ],
  });
  // The remedy works although the pack is broken until then.
  const file = join(dir, 'library.yaml');
  write('library.yaml', 'groups:\n  - id: money\n    name: 钱\n    tags:\n      - id: loan\n        name: 贷款\n');
  expect((await call(['library', 'import', file])).code).toBe(0);
  expect(await type('packs check')).toMatchObject({ code: 0, stdout: 'ok\n', stderr: '' });
  const doctor = await type('doctor --json');
  expect({ code: doctor.code, problems: JSON.parse(doctor.stdout).problems }).toEqual({ code: 0, problems: [] });
  // A tag that no library has is still wrong, and doctor says so too.
  write('packs/loan.yaml', pack('贷歀'));
  expect((await type('packs check')).code).toBe(1);
  expect(await type('doctor')).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/✗ Keyword packs\n.*loan\.yaml:2:tags\[0\]/),
  });
});

test('without a database they judge by the shipped library, and make no home', async () => {
  const { type } = openShop({ database: false });
  expect((await type('packs check')).code).toBe(1);
  const doctor = await type('doctor --lang zh');
  expect(doctor.stdout).toMatch(/✗ 关键词包\n.*packs\/loan\.yaml:2:tags\[0\]/);
  expect(doctor.stdout).toMatch(/✓ 配置 {2}tagwise\.yaml：0 位同事/);
});

test('a database that does not answer is told as such, not laid to the packs', { timeout: 60_000 }, async () => {
  const { type, env } = openShop();
  env['MONGODB_URI'] = 'mongodb://127.0.0.1:9/tagwise';
  const [packs, { code, stdout }] = await Promise.all([type('packs check'), type('doctor --json')]);
  expect([packs.code, code]).toEqual([3, 1]);
  const { checks } = JSON.parse(stdout) as { checks: { name: string; ok: boolean }[] };
  expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['database']);
});

test('match needs no database: a tag that it does not know is shown as the pack writes it, with the remedy', async () => {
  const { type } = openShop({ database: false });
  const { code, stdout, stderr } = await type('match --json', '可以贷款吗\n这个多少钱\n');
  expect(code).toBe(0);
  const [loan, price] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(loan).toMatchObject({ topics: [{ topic: 'loan', tag: '贷款', phrase: '贷款' }] });
  expect(loan.apply).toContain('贷款');
  expect(price.apply).toEqual(['需求与意向:询价']);
  expect(stderr).toMatch(/贷款[\s\S]*packs check/);
  expect((await type('match --lang zh', '你好\n')).stderr).toMatch(/标签库里没有.*贷款.*packs check/);
});
