// The forms that scripts rely on: fields may be added, never renamed, and never change their type.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createShop, inPairs, type Shop } from '../support/shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = createShop();
  await shop.open('console');
});
afterAll(() => shop.close());

const at = z.iso.datetime();
const text = z.string();
const count = z.int().min(0);
const kind = z.enum(['person', 'rule', 'pack', 'intent', 'prediction', 'import']);
const by = z.object({ kind, id: text, version: text });
const customer = z.object({ id: text, name: text.nullable() });
const evidence = z.object({ message: text, text: text.nullable(), span: z.tuple([count, count]).nullable(), at });
const cause = z.object({ kind, id: text, version: text, since: at, evidence: z.array(evidence) });
const tag = z.object({
  ...{ id: text, group: text.nullable(), name: text, since: at, expiresAt: at.nullable(), by, confidence: z.number() },
  causes: z.array(cause).min(1),
});
const tags = z.object({
  customer,
  asOf: at,
  stage: z.object({ name: text, since: at }).nullable(),
  tags: z.array(tag),
  suggested: z.array(tag),
});
const changed = tags.extend({ changes: z.array(z.object({ action: z.enum(['add', 'remove']), tag: text, by })).min(1) });
const problems = z.object({
  ok: z.boolean(),
  problems: z.array(z.object({ file: text, line: count.nullable(), field: text, message: text })),
});
const row = z.object({
  id: text,
  name: text.nullable(),
  owner: text.nullable(),
  stage: text.nullable(),
  lastContactAt: at.nullable(),
  tags: z.array(text),
});

const tasks = z.object({
  asOf: at,
  tasks: z.array(
    z.object({
      ...{ id: text, title: text, customer, owner: text.nullable(), due: at.nullable() },
      ...{ state: z.enum(['open', 'snoozed', 'done', 'resolved']), why: text.nullable() },
    }),
  ),
});
const changedTask = tasks.extend({ changes: z.array(z.object({ action: text, id: text, title: text })).length(1) });

const forms: [string, z.ZodType][] = [
  ['tags xiaoyu', tags],
  [
    'why xiaoyu 询价',
    z.object({
      customer,
      tag: text,
      carried: z.literal(true),
      causes: z.array(cause).min(1),
      history: z.array(z.object({ at, actor: text, action: text, cause: by })).min(1),
    }),
  ],
  [
    'segment VIP --limit 1',
    z.object({
      query: z.literal('VIP'),
      understood: text,
      asOf: at,
      count,
      exact: z.literal(true),
      customers: z.array(row).length(1),
      next: text,
    }),
  ],
  ['segment VIP 静默', z.object({ customers: z.array(row).length(2), next: z.null() })],
  [
    'find V',
    z.object({ customers: z.array(customer), tags: z.array(z.object({ id: text, group: text.nullable(), name: text })).min(1) }),
  ],
  ['customer chen', z.object({ customer, asOf: at, owner: text.nullable(), fields: z.record(text, z.unknown()) })],
  [
    'audit',
    z.object({
      entries: z
        .array(
          z.object({ at, actor: text, customer: text.nullable(), action: text, tag: text.nullable(), reason: text.nullable() }),
        )
        .min(1),
    }),
  ],
  ['library show', z.object({ version: count, nodes: z.array(z.object({ id: text, kind: text, name: text })).min(100) })],
  ['packs check', problems],
  ['material xiaoyu', z.object({ customer, asOf: at, of: z.literal(0), count: z.literal(0), material: z.array(z.never()) })],
  ['material check', problems],
  ['tasks', tasks],
  ['doctor', problems],
  ['help', z.object({ commands: z.array(z.object({ name: text, usage: text, summary: text })).min(15) })],
  ['tags nobody', z.object({ error: z.object({ code: z.literal('unknown_customer'), message: text, hint: text }) })],
];

test('every verb gives one document of its form and nothing else on stdout', async () => {
  const answer = async ([line, form]: [string, z.ZodType]) => ({ line, form, ...(await shop.run(`${line} --json`)) });
  const answers = [
    // Those that write come first, one after the other.
    await answer(['tag chen +紧急', changed]),
    await answer(['undo chen', changed]),
    await answer(['task chen 明天下午3点 回电话', changedTask]),

    ...(await inPairs(forms, answer)),
  ];
  for (const { line, form, stdout, stderr } of answers) {
    expect(stderr, line).toBe('');
    expect(stdout.split('\n').length, line).toBe(2);
    expect(form.safeParse(JSON.parse(stdout)).error?.issues ?? [], line).toEqual([]);
  }
});

test('match gives a line for each line, plain or JSON, with spans in the text as given', async () => {
  const given = [
    '你好，這個多少錢？',
    JSON.stringify({ text: '好的', previous: '要不要给您报个价' }),
    '',
    '先不买',
    '👍 太贵了，能便宜点吗',
  ];
  const { code, stdout } = await shop.run('match --json', `${given.join('\n')}\n`);
  expect(code).toBe(0);
  const names = z.array(text);
  const form = z.object({
    topics: z.array(z.object({ topic: text, tag: text, phrase: text, span: z.tuple([count, count]), negated: z.boolean() })),
    intents: z.array(z.unknown()),
    stance: z.enum(['want', 'refuse', 'defer', 'ask', 'complain', 'none']),
    ...{ urgent: z.boolean(), apply: names, pending: names, suggest: names, block: names },
  });
  const said = stdout
    .trimEnd()
    .split('\n')
    .map((line) => form.parse(JSON.parse(line)));
  expect(said.length).toBe(given.length);
  expect(said[0]).toMatchObject({ apply: ['需求与意向:询价'], stance: 'ask' });
  expect(given[0]?.slice(...(said[0]?.topics[0]?.span ?? []))).toBe('多少錢');
  expect(said[3]?.apply).toEqual([]);
  const bargain = said[4]?.topics.find(({ topic }) => topic === 'bargain');
  expect(given[4]?.slice(...(bargain?.span ?? []))).toMatch(/便宜/);
  expect(said[4]?.pending).toContain('需求与意向:价格敏感');
});

test('export state gives one line a customer with sorted keys, library export the YAML itself', async () => {
  const [state, library] = await Promise.all([shop.run('export state'), shop.run('library export -')]);
  const lines = state.stdout.trimEnd().split('\n');
  expect(lines.length).toBe(20);
  for (const line of lines) {
    const keys = Object.keys(JSON.parse(line));
    expect(keys).toEqual([...keys].sort());
  }
  writeFileSync(join(shop.dir, 'out.yaml'), library.stdout);
  expect(readFileSync(join(shop.dir, 'out.yaml'), 'utf8')).toMatch(/^version: 1\n[\s\S]*\n {2}- id: source\n/);
});
