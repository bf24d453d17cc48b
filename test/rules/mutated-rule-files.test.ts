// The shipped rule files, damaged as slips and bad disks damage them, more than 200 times: none may be adopted (quality: adopted 0 times).
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRules } from '../../src/config/load-rules.ts';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { type Problem, ProblemsError } from '../../src/errors.ts';
import { problemWords } from '../../src/text/problem-words.ts';
import { defaultLibrary } from '../support/default-library.ts';
import { ROOT } from '../support/in-force.ts';
import { seededRandom } from '../support/seeded-random.ts';

const tree = createTagTree(defaultLibrary);
const shipped = join(ROOT, 'keywords', 'rules');
const names = readdirSync(shipped).filter((name) => name.endsWith('.yaml'));
const texts = new Map(names.map((name) => [name, readFileSync(join(shipped, name), 'utf8').replaceAll(/^#.*\n/gm, '')]));

const SURE = 200;
const WILD = 60;
const random = seededRandom(20_261_127);

/** One place of a pattern, picked and changed. */
const one = (pattern: RegExp, instead: (found: string) => string) => (text: string) => {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { 0: word, index } = random.pick(found);
  return text.slice(0, index) + instead(word) + text.slice(index + word.length);
};
const swapped = (word: string): string => {
  const at = random.below(word.length - 1);
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
};

const FIELD = /[a-z_]+(?=: )/g;
const NUMBER = /(?<=(?:days|at_least|more_than|at_most|less_than): )\d+/g;
const OWN_TAG = /(?<=^ {2}tag: |add: |stage: )\p{Script=Han}+/gmu;

/** Whatever these change is wrong afterwards. */
const SURELY: ((text: string) => string)[] = [
  one(FIELD, swapped),
  one(FIELD, (word) => `${word}s`),
  one(FIELD, () => 'colour'),
  one(NUMBER, () => 'many'),
  one(NUMBER, () => '[1, 2]'),
  one(/(?<=days: )\d+/g, () => '0'),
  one(/(?<=days: )\d+/g, (days) => `-${days}`),
  one(/(?<=at_least: )(\d+)/g, (bound) => `${bound}, at_most: -1`),
  one(/[{}[\]]/g, () => ''),
  one(/: (?!\{)/g, () => ':'),
  one(/: /g, () => ' '),
  one(/\n {2}(?=\w)/g, () => '\n\t'),
  one(/\n {2}(?=\w)/g, () => '\n   '),
  one(/\n {2}(?=\w)/g, () => '\n'),
  one(OWN_TAG, (word) => `${word}不在`),
  one(OWN_TAG, () => 'VIP'),
  one(OWN_TAG, () => '行为阶段'),
  one(/(?<= on: )\w+/g, swapped),
  one(/(?<=id: )\w+/g, (word) => word.toUpperCase()),
  one(/(?<=id: )\w+/g, () => '7'),
  one(/id: \w+\n {2}/g, () => ''),
  one(/ {2}(?:while|on|do|tag): .*\n/g, () => ''),
  one(/ {2}(?:while|on|do|tag|name): .*\n/g, (line) => line + line),
  one(/./g, (sign) => `${sign}\0`),
  one(/- id: [^-]*/g, (rule) => rule + rule),
  (text) => `${text}- id: own\n  while: { not: { tag: 静默 } }\n  tag: 静默\n`,
  (text) => text.replace('- id', `- ${'['.repeat(5000)}\n- id`),
  (text) => text.replace('- id', '- &a id').concat('- *a\n'),
];

/** These may leave a file right by chance. */
const WILDLY: ((text: string) => string)[] = [
  (text) => text.slice(0, random.below(text.length)),
  (text) => text.slice(random.below(text.length)),
  (text) => {
    const at = random.below(text.length);
    return text.slice(0, at) + text.slice(at + random.between(1, 40));
  },
  one(/./g, (sign) => sign + random.pick(['&a ', '*a ', '!x ', '%', '@', '`', '"', "'", '<<: ', '|', ', ', ': ', '- '])),
  one(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) ^ (1 << random.below(7)))),
];

const rulesIn = (text: string): string[] => {
  const value: unknown = parse(text, { maxAliasCount: 0 });
  if (!Array.isArray(value)) return [];
  // What a rule is called, whom its task goes to, and how much of something it asks for, is its author's choice.
  return value.map((rule) => canonicalJson(rule).replaceAll(/"(?:id|name|title|to)":"(?:[^"\\]|\\.)*",?|(?<=:)[\d.]+/g, ''));
};
const known = new Set([...texts.values()].flatMap(rulesIn));
/** Whether only names and numbers of shipped rules differ, or whole rules are gone. */
const isRight = (text: string): boolean => {
  const found = rulesIn(text);
  return found.length > 0 && found.every((rule) => known.has(rule));
};

const dir = mkdtempSync(join(tmpdir(), 'tagwise-mutated-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What is wrong with the shipped rules where one file is damaged; null where they are adopted. */
const refusal = async (name: string, damaged: string): Promise<Problem[] | null> => {
  for (const other of names) writeFileSync(join(dir, other), other === name ? damaged : (texts.get(other) ?? ''));
  try {
    await loadRules({ dirs: [dir], tree });
    return null;
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
};

const expectSaid = (problems: readonly Problem[]) => {
  expect(problems.length).toBeGreaterThan(0);
  for (const { file, message } of problems) {
    expect(file).toMatch(/\/\w+\.yaml$/);
    expect(problemWords(message, 'zh'), message).toMatch(/\p{Script=Han}/u);
    expect(message).not.toMatch(/Invalid|undefined|\[object|\bat .*:\d+:\d+/);
  }
};

test(`${SURE} files with a mistake in them are adopted 0 times`, async () => {
  const adopted: string[] = [];
  for (let made = 0, turn = 0; made < SURE; turn += 1) {
    const name = random.pick(names);
    const text = texts.get(name) ?? '';
    const damaged = SURELY[turn % SURELY.length]?.(text) ?? text;
    if (damaged === text) continue;
    made += 1;
    const problems = await refusal(name, damaged);
    if (problems === null) adopted.push(damaged);
    else expectSaid(problems);
  }
  expect(adopted).toEqual([]);
});

test(`${WILD} files that were cut, torn or hit by a bad bit are adopted only where they are right all the same`, async () => {
  const adopted: string[] = [];
  for (let made = 0, turn = 0; made < WILD; turn += 1) {
    const name = random.pick(names);
    const text = texts.get(name) ?? '';
    const damaged = WILDLY[turn % WILDLY.length]?.(text) ?? text;
    const problems = await refusal(name, damaged);
    if (problems === null && isRight(damaged)) continue;
    made += 1;
    if (problems === null) adopted.push(damaged);
    else expectSaid(problems);
  }
  expect(adopted).toEqual([]);
});
