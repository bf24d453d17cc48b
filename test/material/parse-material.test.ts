import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMaterial } from '../../src/material/parse-material.ts';
import { problemWords } from '../../src/text/problem-words.ts';
import { tags } from '../support/any-query.ts';

const readers = { tags, person: () => undefined };
const parse = (text: string) => parseMaterial({ file: 'm/a.yaml', text }, readers);
const problems = (text: string) => parse(text).problems.map(({ line, field, message }) => `${line} ${field}: ${message}`);

const GOOD = `
- id: edu_reply
  title: 教育行业的开场白
  kind: reply
  when: 行业:教育 询价
  text: |
    您好，
    我们服务过不少学校。
- id: edu_case
  title: 案例
  kind: case
  when: 行业:教育 消费>1万
  url: https://example.com/cases/school
  lang: zh
`;

test('a file is a list of pieces, each with its line', () => {
  const { pieces } = parse(GOOD);
  expect(problems(GOOD)).toEqual([]);
  expect(pieces.map(({ piece, line }) => [piece.id, line])).toEqual([
    ['edu_reply', 2],
    ['edu_case', 9],
  ]);
  expect(pieces[0]?.piece.text).toBe('您好，\n我们服务过不少学校。');
});

test('everything that is wrong is named with line and field, and never with the value', () => {
  const text = `
- id: Edu
  title: x
  kind: replay
  when: 询价
- id: a
  titel: y
  title: x
  kind: reply
  text: t
  when: 询价
- { id: b, title: x, kind: link, when: 询价, url: "http://example.com" }
- { id: c, title: x, kind: link, when: 询价, url: "javascript:alert(1)" }
- { id: d, title: x, kind: link, when: 询价, url: "https://me:secret@example.com/" }
- { id: e, title: x, kind: file, when: 询价 }
- { id: f, title: x, kind: case, when: "(询价" }
- { id: g, title: x, kind: reply, text: t, when: "@大户" }
- { id: h, title: x, kind: reply, text: t, when: "(询价" }
- { id: i, title: x, kind: reply, text: t, when: 不存在的东西 }
`;
  expect(problems(text)).toEqual([
    '2 [0].id: Use small letters, digits and underscores, a letter first.',
    '4 [0].kind: Write reply, case, link or file.',
    '7 [1].titel: Did you mean title?',
    '12 [2].url: Write an address that begins with https:// and holds no password.',
    '13 [3].url: Write an address that begins with https:// and holds no password.',
    '14 [4].url: Write an address that begins with https:// and holds no password.',
    '15 [5].url: Give a link or a file its url.',
    '16 [6]: Give a case a text, a url or both.',
    '17 [7].when: Write the condition itself: saved segments are not read in files.',
    '18 [8].when: Write it as for the command segment: at character 1 it cannot be read.',
    expect.stringMatching(/^19 \[9\]\.when: Use a tag of the library/),
  ]);
  for (const { message } of parse(text).problems) expect(problemWords(message, 'zh')).toMatch(/\p{Script=Han}/u);
  expect(problems('id: a\n')).toEqual(['1 : Write a list of pieces, each with - id: first.']);
  expect(problems('')).toEqual(['1 : Write a list of pieces, each with - id: first.']);
});

test('the example of the page is right', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'material.md'), 'utf8');
  const examples = [...page.matchAll(/```yaml\n(- id[\s\S]*?)```/g)].map(([, text = '']) => text);
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(problems(example)).toEqual([]);
});

test('whatever stands in a file, it is read or told of', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json().map(String)), (text) => {
      const { pieces, problems: found } = parse(text);
      expect(pieces.length + found.length).toBeGreaterThan(0);
    }),
  );
});
