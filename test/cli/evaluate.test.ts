// `tagwise evaluate`: a stranger trains the classifier on a labelled set of their own, and makes the mistakes that strangers make.
import { describe, expect, test } from 'vitest';
import { asks } from '../intents/asks.ts';
import { createCaller } from '../support/call-verb.ts';

const lines = (examples: readonly object[]): string => examples.map((one) => JSON.stringify(one)).join('\n');
const strangers = ['天气怎么样', 'tell me a joke', '😀😀', 'สวัสดีครับ'].map((text) => ({ text }));
const test3 = [
  { text: '多少钱啊', intent: 'price' },
  { text: 'refund me', intent: 'refund' },
  { text: '快递到了没', intent: 'shipping' },
];

const open = (files: Record<string, string> = {}) => {
  const caller = createCaller({ database: false });
  const all = { 'train.jsonl': lines(asks), 'test.jsonl': lines(test3), 'oos.jsonl': lines(strangers), ...files };
  for (const [name, text] of Object.entries(all)) caller.write(name, text);
  return (words = 'evaluate --train train.jsonl --test test.jsonl --json') => caller.type(words);
};

test('one JSON document and nothing else, with the numbers that were asked for', async () => {
  const { code, stdout, stderr } = await open()('evaluate --train train.jsonl --test test.jsonl --oos oos.jsonl --json');
  expect(code).toBe(0);
  const scored = JSON.parse(stdout);
  expect(scored).toMatchObject({ accuracy: 1, macroF1: 1, classes: 3, train: 30, test: 3, oos: 4 });
  for (const name of ['ece', 'auroc', 'oosRecall', 'inScope'] as const) {
    expect(scored[name]).toBeGreaterThanOrEqual(0);
    expect(scored[name]).toBeLessThanOrEqual(1);
  }
  expect(scored.trainSeconds).toBeGreaterThan(0);
  expect(scored.perCpuSecond).toBeGreaterThan(1000);
  expect(stderr).toBe('Training on 30 messages with 3 labels …\n');
});

test('without strangers nothing is said of them; people get sentences', async () => {
  const call = open();
  expect(JSON.parse((await call()).stdout)).not.toHaveProperty('auroc');
  const { stdout, stderr } = await call('evaluate --train train.jsonl --test test.jsonl --oos oos.jsonl --lang zh');
  expect(stdout).toMatch(/准确率 100\.00 %[\s\S]*范围外 4 条/);
  expect(stderr).toBe('用 30 条消息、3 种标签训练……\n');
});

test('shuffled lines and another form of file give the same scores', async () => {
  const table = ['text,label', ...asks.toReversed().map(({ text, label }) => `"${text}",${label}`)].join('\n');
  const call = open({ 'train.csv': table });
  const [one, other] = [await call(), await call('evaluate --train train.csv --test test.jsonl --json')].map(({ stdout }) => {
    const { trainSeconds: _, perCpuSecond: __, ...scores } = JSON.parse(stdout);
    return scores;
  });
  expect(other).toEqual(one);
});

describe('what is told, and counted, but not refused', () => {
  test('a text under two labels', async () => {
    const { code, stderr } = await open({ 'train.jsonl': lines([...asks, { text: '这个多少钱', label: 'refund' }]) })();
    expect(code).toBe(0);
    expect(stderr).toContain('train.jsonl:31 label: Choose one label: line 1 has this text under another one.');
  });

  test('a label that only the test has: such messages count as wrong, and it is told once', async () => {
    const more = [...test3, { text: '开发票', label: 'invoice' }, { text: '发票呢', label: 'invoice' }];
    const { code, stdout, stderr } = await open({ 'test.jsonl': lines(more) })();
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ accuracy: 0.6, test: 5 });
    expect(stderr.match(/test\.jsonl:4 label: Add examples of this label/g)).toHaveLength(1);
  });

  test('thousands of such lines fill no screen', async () => {
    const twice = asks.map(({ text }) => ({ text, label: 'other' }));
    const { stderr } = await open({ 'train.jsonl': lines([...asks, ...twice]) })();
    expect(stderr.trim().split('\n')).toHaveLength(22);
    expect(stderr).toContain('… and 10 more');
  });
});

describe('what is refused, with the place and what to do', () => {
  test.each([
    ['a file that is not there', {}, 'evaluate --train no.jsonl --test test.jsonl', /no file no\.jsonl/],
    ['a folder', {}, 'evaluate --train . --test test.jsonl', /no file \./],
    ['an empty file', { 'test.jsonl': '' }, undefined, /test\.jsonl Write at least one message/],
    [
      'a line without a label',
      { 'train.jsonl': '{"text":"a","label":"x"}\n{"text":"b"}' },
      undefined,
      /train\.jsonl:2 label: Write the label/,
    ],
    ['broken JSON', { 'test.jsonl': '{"text"' }, undefined, /test\.jsonl:1 Correct the JSON/],
    ['one label only', { 'train.jsonl': lines(asks.slice(0, 10)) }, undefined, /one label only/],
    ['two sets that have nothing in common', { 'test.jsonl': '{"text":"a","label":"x"}' }, undefined, /None of the labels/],
    [
      'a label a line',
      { 'train.jsonl': lines(Array.from({ length: 2001 }, (_, i) => ({ text: `t${i}`, label: `l${i}` }))) },
      undefined,
      /2001 labels/,
    ],
  ])('%s', async (_, files, words, reason) => {
    const { code, stdout } = await open(files)(`${words ?? 'evaluate --train train.jsonl --test test.jsonl'} --json`);
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout);
    expect(error.message).toMatch(reason);
    expect(error.hint).not.toBe('');
  });

  test('in Chinese too', async () => {
    const call = open({ 'train.jsonl': '{"text":"a","label":"x"}\n{"text":"b"}\nnope' });
    const { code, stderr } = await call('evaluate --train train.jsonl --test test.jsonl --lang zh');
    expect(code).toBe(1);
    expect(stderr).toBe(
      '带标签的数据有 2 处问题，没有采用。\ntrain.jsonl:2 label: 这里要写这条消息的标签（label 或 intent）。\ntrain.jsonl:3 这一行的 JSON 写得不对，请改正。\n按列出的文件和行改正后再试。\n',
    );
  });

  test.each([
    'evaluate',
    'evaluate --train train.jsonl',
    'evaluate --train train.jsonl --test test.jsonl more',
    'evaluate --train= --test test.jsonl',
  ])('wrong usage: %s', async (words) => {
    const { code, stderr } = await open()(words);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--train FILE and --test FILE/);
  });
});
