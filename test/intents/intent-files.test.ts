// Files of intents as people write them, and what is said of those that cannot be used.
import { expect, test } from 'vitest';
import { gatherIntents } from '../../src/intents/gather-intents.ts';
import { parseIntent } from '../../src/intents/parse-intent.ts';
import { problemWords } from '../../src/text/problem-words.ts';

const tagId = (name: string): string | undefined => ({ 询价: 'ask_price', ask_price: 'ask_price', 物流: 'shipping' })[name];
const parse = (text: string, file = 'zh/ask_price.yaml') => parseIntent({ file, text, tagId });
const intent = (text: string, file?: string) => {
  const parsed = parse(text, file);
  if (Array.isArray(parsed)) throw new Error(JSON.stringify(parsed));
  return parsed;
};

test('one file, one intent: its tag by name or id, its examples with their lines', () => {
  expect(intent('id: ask_price\ntag: 询价\nexamples:\n  - 多少钱\n  - "123"\n')).toMatchObject({
    ...{ id: 'ask_price', tag: 'ask_price', priority: 0 },
    examples: [
      { text: '多少钱', line: 4 },
      { text: '123', line: 5 },
    ],
  });
  expect(intent('id: greeting\ntag: null\npriority: 5\nexamples: [你好]', 'zh/greeting.yaml')).toMatchObject({
    tag: null,
    priority: 5,
  });
});

test.each([
  ['no examples', 'id: ask_price\ntag: 询价\nexamples: []', 3, 'examples', 'Write at least one example.'],
  ['no list', 'id: ask_price\ntag: 询价\nexamples: 多少钱', 3, 'examples', 'Write a list here, one item a line after a dash.'],
  [
    'an unknown tag',
    'id: ask_price\ntag: 询 价\nexamples: [a]',
    2,
    'tag',
    'Use the id or name of a tag in the library, or add the tag there.',
  ],
  [
    'an id that is not the name of the file',
    'id: ask_prise\ntag: 询价\nexamples: [a]',
    1,
    'id',
    'Call the file as the intent: the two differ.',
  ],
  [
    'an unknown field',
    'id: ask_price\ntag: 询价\nexample: [b]\nexamples: [a]',
    3,
    'example',
    'Take it out. The fields here are: id, tag, priority, examples.',
  ],
  [
    'an example that is a number',
    'id: ask_price\ntag: 询价\nexamples:\n  - a\n  - 5',
    5,
    'examples[1]',
    'Write text here, in quotes if it looks like a number, true, false or null.',
  ],
  [
    'an example of blanks',
    'id: ask_price\ntag: 询价\nexamples: [a, "  "]',
    3,
    'examples[1]',
    'Write a message that can be seen, or take the line out.',
  ],
  ['no tag', 'id: ask_price\nexamples: [a]', 1, 'tag', 'Name a tag of the library, or write null for none.'],
  ['no YAML', 'id: [', 1, '', 'Correct the YAML here (BAD_INDENT).'],
])('%s is refused with line and reason', (_, text, line, field, message) => {
  expect(parse(text)).toContainEqual({ file: 'zh/ask_price.yaml', line, field, message });
  expect(problemWords(message, 'zh')).toMatch(/\p{Script=Han}/u);
});

test('a list of a hundred thousand is refused', () => {
  const text = `id: ask_price\ntag: 询价\nexamples: [${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(', ')}]`;
  expect(parse(text)).toMatchObject([{ line: 3, field: 'examples', message: 'Keep at most 10000 examples.' }]);
});

test('two languages make one intent', () => {
  const gathered = gatherIntents([
    intent('id: ask_price\ntag: 询价\nexamples: [多少钱]'),
    intent('id: ask_price\ntag: ask_price\nexamples: [how much]', 'en/ask_price.yaml'),
  ]);
  expect(gathered).toEqual({
    intents: [{ id: 'ask_price', tag: 'ask_price', priority: 0 }],
    examples: [
      { text: '多少钱', label: 'ask_price' },
      { text: 'how much', label: 'ask_price' },
    ],
    problems: [],
  });
});

test('an example under two intents, twice under one, or a tag that differs, is told with both places', () => {
  const { problems } = gatherIntents([
    intent('id: ask_price\ntag: 询价\nexamples:\n  - 多少钱\n  - 多少錢'),
    intent('id: shipping\ntag: 物流\nexamples:\n  - 到哪了\n  - ＨＯＷ much', 'zh/shipping.yaml'),
    intent('id: ask_price\ntag: 物流\nexamples:\n  - how  much', 'en/ask_price.yaml'),
  ]);
  expect(problems).toEqual([
    { file: 'zh/ask_price.yaml', line: 5, field: 'examples[1]', message: 'Take it out: zh/ask_price.yaml line 4 says the same.' },
    {
      file: 'en/ask_price.yaml',
      line: 4,
      field: 'examples[0]',
      message: 'Choose one intent: zh/shipping.yaml line 5 says the same.',
    },
    {
      file: 'en/ask_price.yaml',
      line: 2,
      field: 'tag',
      message: 'Choose one tag: zh/ask_price.yaml gives this intent another one.',
    },
  ]);
});
