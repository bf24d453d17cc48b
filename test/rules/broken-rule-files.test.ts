// Rule files as people get them wrong, and as nobody should be able to harm anybody with: each is refused with its place and what to do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadRules } from '../../src/config/load-rules.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { type Problem, ProblemsError } from '../../src/errors.ts';
import { problemWords } from '../../src/text/problem-words.ts';
import { defaultLibrary } from '../support/default-library.ts';

const nodes = defaultLibrary.nodes.map((node) => (node.id === 'key_account' ? { ...node, archived: true } : node));
const tree = createTagTree({ ...defaultLibrary, nodes });

const problemsOf = async (files: Record<string, string | Uint8Array>): Promise<Problem[]> => {
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-broken-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  try {
    await loadRules({ dirs: [dir], tree });
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems;
  }
};

const state = (condition: string, more = '') => `- id: a\n  while: ${condition}\n  tag: 静默\n${more}`;
const event = (condition: string, more = '') => `- id: a\n  on: visit\n  if: ${condition}\n  do: [{ add: 意向:高 }]\n${more}`;
const acts = (actions: string, on = 'visit') => `- id: a\n  on: ${on}\n  do: ${actions}\n`;
const rule = (id: string, condition: string, tag: string) => `- { id: ${id}, while: ${condition}, tag: ${tag} }\n`;
const circle = (...rules: [string, string, string][]) => rules.map((one) => rule(...one)).join('');
const deep = (levels: number) => `${'{ not: '.repeat(levels)}{ tag: 静默 }${' }'.repeat(levels)}`;

/** What is wrong, the file, the line, a part of the field, and what is said. */
const BROKEN: [string, string, number | null, string, RegExp][] = [
  // Words
  ['an unknown condition', state('{ spent: { more_than: 1 } }'), 2, 'while.spent', /Did you mean spend\?/],
  ['a condition that nothing is near to', state('{ weather: sunny }'), 2, 'while.weather', /Write one of all, any/],
  ['a junction misspelt', state('{ nott: { tag: 静默 } }'), 2, 'while.nott', /Did you mean not\?/],
  ['a field of the rule misspelt', '- id: a\n  whil: { tag: 静默 }\n  tag: 静默', 2, 'whil', /Did you mean while\?/],
  ['a field that no rule has', state('{ tag: 静默 }', '  colour: red\n'), 4, 'colour', /Take it out|Did you mean/],
  ['a field of a condition misspelt', state('{ orders: { day: 3, at_least: 1 } }'), 2, 'while.orders.day', /Did you mean days\?/],
  ['a bound misspelt', state('{ orders: { days: 3, atleast: 1 } }'), 2, 'while.orders.atleast', /Did you mean at_least\?/],
  ['a field of a tag condition misspelt', state('{ tag: { is: 静默, longer: 3 } }'), 2, 'while.tag.longer', /longer_than/],
  ['an action misspelt', acts('[{ ad: 静默 }]'), 3, 'do[0]', /Did you mean add\?|Write add/],
  ['an action that nobody knows', acts('[{ explode: 静默 }]'), 3, 'do[0]', /Write add, remove, stage, task, notify or webhook/],
  ['a webhook that no configuration could name', acts('[{ webhook: CRM }]'), 3, 'do[0].webhook', /name of a webhook/],
  ['two actions in one', acts('[{ add: 静默, remove: 静默 }]'), 3, 'do[0]', /./],
  ['an event misspelt', acts('[{ add: 静默 }]', 'paymnt'), 2, 'on', /Did you mean payment\?/],
  ['an event misspelt in a count', state('{ happened: { event: vist, at_least: 1 } }'), 2, 'while.happened.event', /visit/],
  ['a profile field misspelt', state('{ field: { name: 行也, is: IT } }'), 2, 'while.field.name', /Write a field of the profile/],
  ['a mode that is none', state('{ tag: 静默 }', '  mode: maybe\n'), 4, 'mode', /Write on or off/],
  // Types
  ['a number for an id', '- id: 7\n  while: { tag: 静默 }\n  tag: 静默', 1, 'id', /Write an id/],
  ['an id with capitals', '- id: Hot\n  while: { tag: 静默 }\n  tag: 静默', 1, 'id', /small letters/],
  ['no id', '- while: { tag: 静默 }\n  tag: 静默', 1, 'id', /Write an id/],
  ['no tag', '- id: a\n  while: { tag: 静默 }', 1, 'tag', /Write text/],
  ['no condition', '- id: a\n  tag: 静默', 1, 'while', /Write a condition/],
  ['a list for a condition', state('[{ tag: 静默 }]'), 2, 'while', /Write one of/],
  ['a word for a condition', state('静默'), 2, 'while', /Write one of/],
  ['nothing for a condition', state(''), 2, 'while', /Write one of/],
  ['two conditions in one', state('{ tag: 静默, orders: { at_least: 1 } }'), 2, 'while', /under all: or any:/],
  ['an empty list of conditions', state('{ all: [] }'), 2, 'while.all', /Write a list of conditions/],
  ['words for days', state('{ orders: { days: thirty, at_least: 1 } }'), 2, 'while.orders.days', /Write a number of days/],
  ['a version that is half', state('{ tag: 静默 }', '  version: 1.5\n'), 4, 'version', /whole number/],
  ['a version of nothing', state('{ tag: 静默 }', '  version: 0\n'), 4, 'version', /Write 1 or more/],
  ['actions that are no list', acts('{ add: 静默 }'), 3, 'do', /Write a list of actions/],
  ['no action', acts('[]'), 3, 'do', /at least one action/],
  ['a name of 300 letters', state('{ tag: 静默 }', `  name: ${'长'.repeat(300)}\n`), 4, 'name', /Shorten it to 200/],
  ['a rule that is a word', '- hello', 1, '[0]', /object|type/],
  ['a file that is a number', '42', 1, '', /object|type/],
  ['an empty file', '', 1, '', /at least one rule/],
  ['a file of remarks only', '# nothing here\n', 1, '', /at least one rule/],
  // Windows and numbers that nothing can meet
  ['a window of no days', state('{ interactions: { days: 0, at_least: 1 } }'), 2, 'while.interactions.days', /more than 0/],
  ['a window that lies ahead', state('{ interactions: { days: -1, at_least: 1 } }'), 2, 'while.interactions.days', /more than 0/],
  ['a window of a million days', state('{ orders: { days: 1000000, at_least: 1 } }'), 2, 'days', /36500 or less/],
  ['a window without end', state('{ orders: { days: .inf, at_least: 1 } }'), 2, 'days', /./],
  ['a window that is no number', state('{ orders: { days: .nan, at_least: 1 } }'), 2, 'days', /./],
  ['no bound', state('{ orders: { days: 7 } }'), 2, 'while.orders', /Write at_least, more_than/],
  ['at least more than at most', state('{ orders: { at_least: 3, at_most: 2 } }'), 2, 'while.orders', /no number/],
  ['more than what it must be less than', state('{ spend: { more_than: 5, less_than: 5 } }'), 2, 'while.spend', /no number/],
  ['no whole number between', state('{ interactions: { days: 3, more_than: 1, less_than: 2 } }'), 2, 'interactions', /no count/],
  ['fewer than no orders', state('{ orders: { less_than: 0 } }'), 2, 'while.orders', /no number/],
  [
    'more than are ever counted',
    state('{ happened: { event: visit, at_least: 101 } }'),
    2,
    'while.happened',
    /no count from 0 to 100/,
  ],
  ['three of two topics', state('{ topics: { of: [询价, 预算], days: 7, at_least: 3 } }'), 2, 'while.topics', /no number/],
  [
    'more mentions than are kept',
    state('{ mentions: { of: 询价, days: 7, at_least: 6 } }'),
    2,
    'mentions',
    /no count from 0 to 5/,
  ],
  ['silence of no days', state('{ silence: { at_least: 0 } }'), 2, 'while.silence.at_least', /more than 0/],
  ['a stage for less than no time', state('{ stage: { is: 报价中, longer_than: -3 } }'), 2, 'longer_than', /more than 0/],
  [
    'a day that begins where it ends',
    event('{ time_of_day: { from: "09:00", to: "09:00" } }'),
    3,
    'time_of_day',
    /two different/,
  ],
  ['a time that no clock shows', event('{ time_of_day: { from: "24:00", to: "09:00" } }'), 3, 'time_of_day.from', /time of day/],
  ['a day of the week that is none', event('{ weekday: [noday] }'), 3, 'weekday[0]', /mon, tue/],
  ['a time of day of a customer', state('{ time_of_day: { from: "09:00", to: "10:00" } }'), 2, 'while', /under on:/],
  ['the 31st of February', `${event('{ tag: 静默 }')}  since: 2026-02-31\n`, 5, 'since', /Write a date/],
  ['a since that is a word', `${event('{ tag: 静默 }')}  since: yesterday\n`, 5, 'since', /Write a date/],
  ['a task on old events', acts('[{ task: { title: 打电话 } }]'), 1, 'since', /Add since:/],
  ['a task without a title', `${acts('[{ task: { to: li } }]')}  since: 2026-01-01\n`, 3, 'do[0].task.title', /Write text/],
  // Tags
  ['a tag that does not exist', state('{ tag: 静漠 }'), 2, 'while.tag', /like .*静默/],
  ['a tag that nothing is near to', state('{ tag: qwertyuiop }'), 2, 'while.tag', /Use a tag of the library/],
  ['a tag with two meanings', state('{ tag: 高 }'), 2, 'while.tag', /Say which one: .*意向:高/],
  ['a tag to set that does not exist', '- id: a\n  while: { silence: {} }\n  tag: 待崔单', 3, 'tag', /like .*待催单/],
  ['an archived tag', '- id: a\n  while: { silence: {} }\n  tag: 大客户', 3, 'tag', /archived/],
  ['a group as a tag', '- id: a\n  while: { silence: {} }\n  tag: 行为阶段', 3, 'tag', /below this one, like .*新线索/],
  ['a restricted tag', '- id: a\n  while: { silence: {} }\n  tag: VIP', 3, 'tag', /no machine/],
  ['a restricted tag as an action', acts('[{ add: VIP客户 }]'), 3, 'do[0].add', /no machine/],
  ['a restricted tag to take off', acts('[{ remove: VIP }]'), 3, 'do[0].remove', /no machine/],
  ['a tag for a stage', acts('[{ stage: 静默 }]'), 3, 'do[0].stage', /Use a stage/],
  ['a stage that does not exist', acts('[{ stage: 报价种 }]'), 3, 'do[0].stage', /like .*报价中/],
  ['a tag in a stage condition', state('{ stage: { is: 静默 } }'), 2, 'while.stage', /Use a stage, like .*报价中/],
  ['an unknown tag among several', state('{ topics: { of: [询价, 预蒜], days: 7, at_least: 1 } }'), 2, 'while.topics', /预算/],
  ['an unknown tag to wait for', acts('[{ add: 意向:高 }]', '{ tagged: [要报介] }'), 2, 'on.tagged[0]', /要报价/],
  // Circles through a negation
  ['a rule that denies itself', state('{ not: { tag: 静默 } }'), 1, 'a.while', /Break the circle: a → a/],
  [
    'two that deny each other',
    circle(['a', '{ not: { tag: 待催单 } }', '静默'], ['b', '{ tag: 静默 }', '待催单']),
    1,
    'a.while',
    /a → b → a/,
  ],
  [
    'three in a row',
    circle(['a', '{ tag: 待催单 }', '静默'], ['b', '{ tag: 静默 }', '推荐客户'], ['c', '{ not: { tag: 推荐客户 } }', '待催单']),
    1,
    'a.while',
    /a → b → c → a/,
  ],
  [
    'one through an exclusive group',
    state('{ not: { tag: 高活跃 } }').replace('tag: 静默', 'tag: 低活跃'),
    1,
    'a.while',
    /a → a/,
  ],
  [
    'two through an exclusive group',
    circle(['a', '{ not: { tag: 低活跃 } }', '静默'], ['b', '{ tag: 静默 }', '高活跃']),
    1,
    'a.while',
    /a → b → a/,
  ],
  ['one through a group', state('{ not: { tag: 互动特征 } }'), 1, 'a.while', /a → a/],
  // The file itself
  ['the same id twice', rule('a', '{ silence: {} }', '静默').repeat(2), 2, 'a.id', /another id/],
  ['the same name twice', '- id: a\n  id: b\n  while: { silence: {} }\n  tag: 静默', 2, '', /DUPLICATE_KEY/],
  ['a tab', '- id: a\n\twhile: { silence: {} }\n\ttag: 静默', 2, '', /YAML/],
  ['a bracket that is never closed', '- { id: a, while: { silence: {}, tag: 静默', 1, '', /YAML/],
  ['two documents', `${state('{ silence: {} }')}---\n${state('{ silence: {} }')}`, 4, '', /MULTIPLE_DOCS/],
  ['an alias', '- &x { id: a, while: { silence: {} }, tag: 静默 }\n- *x', null, '', /anchors and aliases/],
  [
    'an alias bomb',
    [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...[...'bcdefghi'].map((name, n) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[n]}`)}]`),
    ].join('\n'),
    null,
    '',
    /anchors and aliases/,
  ],
  ['a merge key', '- &x { id: a }\n- { <<: *x, while: { silence: {} }, tag: 静默 }', null, '', /anchors and aliases|Take it out/],
  ['a tag of YAML', '- !!js/function { id: a }', 1, '', /YAML/],
  ['a NUL', `- id: a\n  while: { silence: {} }\n  tag: 静\0默`, 3, '', /control character/],
  ['nesting of 10 levels', state(deep(10)), 2, 'while', /at most 8 deep/],
  ['nesting of 10 000 levels', state(deep(10_000)), null, '', /deep/],
  ['nesting of 10 000 lists', `- ${'['.repeat(10_000)}`, null, '', /./],
  ['a thousand conditions', state(`{ any: [${Array(1000).fill('{ tag: 静默 }').join()}] }`), 2, 'while.any', /at most 100/],
  ['a prototype', state('{ __proto__: { tag: 静默 } }'), 2, 'while', /./],
  ['a key that every object has', state('{ constructor: 1 }'), 2, 'while.constructor', /Write one of/],
  ['a key of a megabyte', state(`{ ${'x'.repeat(1_000_000)}: 1 }`), null, '', /./],
];

test('there are enough of them', () => expect(BROKEN.length).toBeGreaterThanOrEqual(60));

describe('is refused, with file, line, field and what to do, in both languages:', () => {
  test.each(BROKEN)('%s', async (_what, text, line, field, message) => {
    const began = performance.now();
    const found = await problemsOf({ 'own.yaml': text });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(found.length).toBeGreaterThan(0);
    const [first] = found.filter((one) => message.test(one.message));
    expect(first, JSON.stringify(found)).toBeDefined();
    expect(first?.file).toMatch(/\/own\.yaml$/);
    if (line !== null) expect(first?.line).toBe(line);
    expect(first?.field).toContain(field);
    for (const one of found) {
      expect(one.message).not.toMatch(/Invalid|Too (?:big|small)|undefined|null|NaN|\bat .*:\d+:\d+|\[object/);
      expect(problemWords(one.message, 'zh')).toMatch(/\p{Script=Han}/u);
      expect(problemWords(one.message, 'zh')).not.toMatch(/^[A-Z]/);
      expect(`${one.field}${one.message}`.length).toBeLessThan(1_000);
    }
  });
});

test('one id in two files: the second names the first', async () => {
  const text = state('{ silence: {} }');
  const [found] = await problemsOf({ 'one.yaml': text, 'two.yaml': `# mine\n${text}` });
  expect(found).toMatchObject({ line: 2, field: 'a.id', message: expect.stringMatching(/a rule of .*\/one\.yaml has this one/) });
  expect(found?.file).toMatch(/\/two\.yaml$/);
});

test('bytes that are not UTF-8 are refused, not guessed at', async () => {
  // 静默 in GB18030.
  const bytes = Buffer.concat([Buffer.from('- id: a\n  while: { silence: {} }\n  tag: '), Buffer.from([0xbe, 0xb2, 0xc4, 0xac])]);
  expect(await problemsOf({ 'own.yaml': bytes })).toMatchObject([{ message: 'Save the file as UTF-8.' }]);
  const [half] = await problemsOf({ 'own.yaml': Buffer.from(state('{ silence: {} }')).subarray(0, -3) });
  expect(half?.message).toBe('Save the file as UTF-8.');
});

test('a byte order mark and line ends of Windows do no harm', async () => {
  expect(await problemsOf({ 'own.yaml': `\ufeff${state('{ silence: {} }').replaceAll('\n', '\r\n')}` })).toEqual([]);
});

test('files that are too large are not read: one alone, and many together', async () => {
  const line = '# A remark that says nothing at all and goes on for quite a while.\n';
  expect(await problemsOf({ 'own.yaml': line.repeat(70_000) })).toMatchObject([{ message: expect.stringMatching(/4 MB/) }]);
  const most = `${line.repeat(50_000)}${state('{ silence: {} }')}`;
  const many = Object.fromEntries(['a', 'b', 'c'].map((id) => [`${id}.yaml`, most.replace('id: a', `id: ${id}`)]));
  expect((await problemsOf(many)).map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/Write less: all rule files/),
  );
});

test("a thousand rules are read in a test's time, circles looked for: work that grew with their square would not end in it", async () => {
  const ids = [...Array(1000).keys()];
  const text = ids.map((n) => rule(`r${n}`, '{ all: [{ tag: 询价 }, { not: { tag: 推荐客户 } }] }', '静默')).join('');
  expect(await problemsOf({ 'own.yaml': text })).toEqual([]);
});
