import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { readLine, UnreadableLine } from '../../src/domain/line.ts';
import { ProblemsError } from '../../src/errors.ts';
import { parsePack } from '../../src/match/parse-pack.ts';
import { parseLibrary } from '../../src/tagging/library-file.ts';
import { problemWords } from '../../src/text/problem-words.ts';
import { exampleProblems } from '../../src/text/problems/example-problems.ts';
import { fileProblems } from '../../src/text/problems/file-problems.ts';
import { importProblems } from '../../src/text/problems/import-problems.ts';
import { libraryProblems } from '../../src/text/problems/library-problems.ts';
import { lineProblems } from '../../src/text/problems/line-problems.ts';
import { materialProblems } from '../../src/text/problems/material-problems.ts';
import { ruleProblems } from '../../src/text/problems/rule-problems.ts';
import { renderError } from '../../src/text/terminal/render-error.ts';

const root = join(import.meta.dirname, '..', '..');
const filesIn = (dir: string): string[] =>
  readdirSync(join(root, dir))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${dir}/${name}`);

/** Whoever reads files that people write. The sample comes with the program and is nobody's to mend. */
const readers = [
  ...[
    'config/config',
    'config/config-schema',
    'config/webhook-schema',
    'config/check-people',
    'domain/read-yaml',
    'domain/issue-message',
    'domain/url-pattern',
  ].map((name) => `src/${name}.ts`),
  ...[
    'src/domain/line.ts',
    'src/inbox/replay.ts',
    'src/web/routes/events.ts',
    ...filesIn('src/tagging'),
    ...filesIn('src/match'),
    ...filesIn('src/material'),
    ...filesIn('src/intents'),
  ],
  'adapters/slack/settings.ts',
  'adapters/wechat/settings.ts',
  'adapters/webchat/settings.ts',
  ...[
    'src/config/read-folders.ts',
    'src/config/load-rules.ts',
    'src/config/load-material.ts',
    ...filesIn('src/rules'),
    ...filesIn('src/rules/conditions'),
  ],
  ...[...filesIn('src/transfer/clean'), ...filesIn('src/transfer/columns'), ...filesIn('src/transfer/import')],
];

/** A sentence to somebody, or a reason that goes on from its field; what differs in it stands as `${…}`. */
const SENTENCE =
  /'((?:[A-Z][^'\n]*[a-z][^'\n]*[.?]|(?:must|is|could) [^'\n]+))'|`((?:[A-Z][^`\n]*[a-z][^`\n]*[.?]|(?:must|is|could) [^`\n]+))`/g;

const said = new Set(
  readers.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(SENTENCE)].map(([, plain, filled]) =>
      (plain ?? filled ?? '').replace(/\$\{[^}]*\}/g, '7'),
    ),
  ),
);

const known = {
  ...exampleProblems,
  ...fileProblems,
  ...importProblems,
  ...libraryProblems,
  ...lineProblems,
  ...materialProblems,
  ...ruleProblems,
};

describe('whatever the readers of files say', () => {
  test('is found by this test', () => {
    expect(said.size).toBeGreaterThan(90);
    for (const one of [
      'Write true or false.',
      'is not JSON',
      'Did you mean 7? No person has this id.',
      'must be at most 7 levels deep',
    ])
      expect([...said]).toContain(one);
  });

  test.each([...said])('%s', (english) => {
    const chinese = problemWords(english, 'zh');
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(chinese).not.toMatch(/\{\}|undefined/);
    expect(problemWords(english, 'en')).toBe(english);
    // What differs is the same in both.
    expect(chinese.split('7').length).toBe(english.split('7').length);
  });

  test('and no Chinese sentence is left over', () => {
    const patterns = Object.keys(known).filter((english) => {
      const parts = english.replace(/ \(\{\}\)\.$/, '').split('{}');
      return ![...said].some((one) => parts.every((part) => one.includes(part)));
    });
    // Said of a clash in a library, without the full stop that the place of the other one brings.
    const clashes = ['check-library', 'merge-faults']
      .map((name) => readFileSync(join(root, `src/tagging/${name}.ts`), 'utf8'))
      .join('');
    expect(patterns.filter((english) => !clashes.includes(english.replace(/ \(\{\}\)\.$/, '')))).toEqual([]);
  });
});

const problemsOf = (work: () => unknown, lang: 'zh' | 'en'): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemsError) return renderError(error, lang).message.split('\n').slice(1);
    throw error;
  }
  return [];
};

test('a broken configuration, in both languages; file, line and field are the same', () => {
  const text = 'people:\n  - id: li\n    role: boss\n    nme: Li\nzone: Mars\nsession_gap: [1]\nkeywords: 7\nlang: {}\n';
  const broken = () => parseConfig(text, 'shop.yaml');
  expect(problemsOf(broken, 'zh')).toEqual([
    'shop.yaml:2 people[0].name: 这里要写名字；看起来像数字的，加引号。',
    'shop.yaml:3 people[0].role: 只能写其中一个：viewer, agent, manager, admin。',
    'shop.yaml:4 people[0].nme: 这里没有这个字段，是不是 name？',
    'shop.yaml:5 zone: 写 IANA 时区名，例如 Asia/Shanghai。',
    'shop.yaml:8 lang: 写 zh 或 en。',
    'shop.yaml:6 session_gap: 这里要写一个数字。',
    'shop.yaml:7 keywords: 这里要写一个列表：目录。',
  ]);
  const places = (lines: string[]) => lines.map((line) => line.slice(0, line.indexOf(': ')));
  expect(places(problemsOf(broken, 'en'))).toEqual(places(problemsOf(broken, 'zh')));
  expect(problemsOf(() => parseConfig('people: [5]', 'shop.yaml'), 'zh')).toEqual([
    'shop.yaml:1 people[0]: 这里要写“名称: 值”。',
  ]);
});

test.each([
  ['a: 1\na: 2\n', '同一个名称写了两次', 'the same name twice'],
  ['a:\n\t- 1\n', '缩进不能用制表符', 'a tab: indent with blanks'],
  ['a: "x\n', '少了引号、括号', 'a quote, bracket'],
])('broken YAML is described, not named by a code: %j', (text, chinese, english) => {
  expect(problemsOf(() => parseConfig(text, 'x.yaml'), 'zh').join()).toContain(chinese);
  expect(problemsOf(() => parseConfig(text, 'x.yaml'), 'en').join()).toContain(english);
});

test('a clash in a library names the line of the other, a pack its unknown tag', () => {
  const text = 'groups:\n  - id: g\n    name: 组\n    tags:\n      - {id: a, name: 甲}\n      - {id: b, name: 甲}\n';
  expect(problemsOf(() => parseLibrary(text, 'l.yaml'), 'zh')).toEqual([
    'l.yaml:6 groups[0].tags[1].name: 换一个名字：这个组里已经有了（第 5 行）。',
  ]);
  const pack = parsePack({ file: 'zh/x.yaml', text: 'topic: x\ntags: [谁]\nphrases: [甲]\n', tagId: () => undefined });
  expect(Array.isArray(pack) && pack.map(({ message }) => problemWords(message, 'zh'))).toEqual([
    '写标签库里有的标签（id 或名字），或先把这个标签加进标签库。',
  ]);
});

test.each<[object | string, string, string, string]>([
  ['{', 'line', 'is not JSON', '不是 JSON'],
  [{ from: 'boss' }, 'from', 'must be one of customer, agent, system', '只能是其中一个：customer, agent, system'],
  [{ text: 7 }, 'text', 'must be text', '要写文字'],
  [{ forwarded: 'no' }, 'forwarded', 'must be true or false', '要写 true 或 false'],
  [{ customer: 'u1' }, 'customer', 'must be a JSON object', '要是一个 JSON 对象'],
  [{ channel: null }, 'channel', 'must be a name of 1 to 512 characters', '要写 1 到 512 个字的名字'],
  [{ account: 'x'.repeat(600) }, 'account', 'must be at most 512 characters', '最多 512 个字符'],
  [{ at: 'yesterday' }, 'at', 'must be a time with its zone', '要写带时区的时间'],
])('a line that cannot be read says why in words: %j', (given, field, english, chinese) => {
  const line = { at: '2026-03-01T09:00:00+08:00', channel: 'wecom', customer: { id: 'u1' }, from: 'customer', text: '好' };
  let reason: UnreadableLine | undefined;
  try {
    readLine(typeof given === 'string' ? given : JSON.stringify({ ...line, ...given }));
  } catch (error) {
    if (error instanceof UnreadableLine) reason = error;
  }
  expect(reason?.field).toBe(field);
  expect(reason?.message).toContain(english);
  expect(problemWords(reason?.message ?? '', 'zh')).toContain(chinese);
});
