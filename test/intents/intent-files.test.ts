// Files of intents as people write them, and what is said of those that cannot be used.
import { expect, test } from 'vitest';
import { readFolders } from '../../src/config/read-folders.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { gatherIntents } from '../../src/intents/gather-intents.ts';
import { parseIntent } from '../../src/intents/parse-intent.ts';
import { problemWords } from '../../src/text/problem-words.ts';
import { defaultLibrary } from '../support/default-library.ts';

const tagId = (name: string): string | undefined => ({ 询价: 'ask_price', ask_price: 'ask_price', 物流: 'shipping' })[name];
const parse = (text: string, file = 'zh/ask-price.yaml') => parseIntent({ file, text, tagId });
const intent = (text: string, file?: string) => {
  const parsed = parse(text, file);
  if (Array.isArray(parsed)) throw new Error(JSON.stringify(parsed));
  return parsed;
};

test('one file, one intent: its tags by name or id, its examples with their lines', () => {
  expect(intent('intent: ask_price\ntags: [询价]\nexamples:\n  - 多少钱\n  - "123"\n')).toMatchObject({
    ...{ id: 'ask_price', tags: ['ask_price'] },
    examples: [
      { text: '多少钱', line: 4 },
      { text: '123', line: 5 },
    ],
  });
  expect(intent('intent: greeting\ntags: []\nexamples: [你好]', 'zh/greeting.yaml')).toMatchObject({
    tags: [],
  });
});

test.each([
  ['no examples', 'intent: ask_price\ntags: [询价]\nexamples: []', 3, 'examples', 'Write at least one example.'],
  [
    'no list',
    'intent: ask_price\ntags: [询价]\nexamples: 多少钱',
    3,
    'examples',
    'Write a list here, one item a line after a dash.',
  ],
  [
    'an unknown tag',
    'intent: ask_price\ntags: [询 价]\nexamples: [a]',
    2,
    'tags[0]',
    'Use the id or name of a tag in the library, or add the tag there.',
  ],
  [
    'an id that is not the name of the file',
    'intent: ask_prise\ntags: [询价]\nexamples: [a]',
    1,
    'intent',
    'Call the file as the intent: the two differ.',
  ],
  [
    'an unknown field',
    'intent: ask_price\ntags: [询价]\nexample: [b]\nexamples: [a]',
    3,
    'example',
    'Take it out. The fields here are: intent, tags, examples.',
  ],
  [
    'an example that is a number',
    'intent: ask_price\ntags: [询价]\nexamples:\n  - a\n  - 5',
    5,
    'examples[1]',
    'Write text here, in quotes if it looks like a number, true, false or null.',
  ],
  [
    'an example of blanks',
    'intent: ask_price\ntags: [询价]\nexamples: [a, "  "]',
    3,
    'examples[1]',
    'Write a message that can be seen, or take the line out.',
  ],
  ['no tag', 'intent: ask_price\nexamples: [a]', 1, 'tags', 'Write a list here: tags of the library, [] for none.'],
  ['no YAML', 'intent: [', 1, '', 'Correct the YAML here (BAD_INDENT).'],
])('%s is refused with line and reason', (_, text, line, field, message) => {
  expect(parse(text)).toContainEqual({ file: 'zh/ask-price.yaml', line, field, message });
  expect(problemWords(message, 'zh')).toMatch(/\p{Script=Han}/u);
});

test('a list of a hundred thousand is refused', () => {
  const text = `intent: ask_price\ntags: [询价]\nexamples: [${Array.from({ length: 100_000 }, (_, i) => `a${i}`).join(', ')}]`;
  expect(parse(text)).toMatchObject([{ line: 3, field: 'examples', message: 'Keep at most 10000 examples.' }]);
});

test('two languages make one intent', () => {
  const gathered = gatherIntents([
    intent('intent: ask_price\ntags: [询价]\nexamples: [多少钱]'),
    intent('intent: ask_price\ntags: [ask_price]\nexamples: [how much]', 'en/ask-price.yaml'),
  ]);
  expect(gathered).toEqual({
    intents: [{ id: 'ask_price', tags: ['ask_price'] }],
    examples: [
      { text: '多少钱', label: 'ask_price' },
      { text: 'how much', label: 'ask_price' },
    ],
    problems: [],
  });
});

test('an example under two intents, twice under one, or a tag that differs, is told with both places', () => {
  const { problems } = gatherIntents([
    intent('intent: ask_price\ntags: [询价]\nexamples:\n  - 多少钱\n  - 多少錢'),
    intent('intent: shipping\ntags: [物流]\nexamples:\n  - 到哪了\n  - ＨＯＷ much', 'zh/shipping.yaml'),
    intent('intent: ask_price\ntags: [物流]\nexamples:\n  - how  much', 'en/ask-price.yaml'),
  ]);
  expect(problems).toEqual([
    { file: 'zh/ask-price.yaml', line: 5, field: 'examples[1]', message: 'Take it out: zh/ask-price.yaml line 4 says the same.' },
    {
      file: 'en/ask-price.yaml',
      line: 4,
      field: 'examples[0]',
      message: 'Choose one intent: zh/shipping.yaml line 5 says the same.',
    },
    {
      file: 'en/ask-price.yaml',
      line: 2,
      field: 'tags',
      message: 'Choose the same tags: zh/ask-price.yaml gives this intent others.',
    },
  ]);
});

test('the shipped files hang together: thirty-one intents in both languages, each with tags of the library', async () => {
  const tree = createTagTree(defaultLibrary);
  const files = await Promise.all(
    ['zh', 'en'].map(async (lang) => (await readFolders([`keywords/intents/${lang}`])).files.map((one) => ({ ...one, lang }))),
  );
  const parsed = files.flat().map(({ file, text, lang }) => {
    const one = parseIntent({ file, text, tagId: (name) => (tree.node(name) ? name : undefined) });
    if (Array.isArray(one)) throw new Error(JSON.stringify(one));
    return { ...one, lang };
  });
  const { intents, problems } = gatherIntents(parsed);
  expect(problems).toEqual([]);
  expect(intents).toHaveLength(31);
  for (const lang of ['zh', 'en']) {
    const own = parsed.filter((one) => one.lang === lang);
    expect(own).toHaveLength(31);
    expect(own.filter(({ examples }) => examples.length < 40).map(({ id }) => id)).toEqual([]);
  }
});
