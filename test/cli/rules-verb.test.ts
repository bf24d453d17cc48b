// Rules seen, switched and edited with verbs alone, as on a machine where no bot runs.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OneRuleAnswer, RuleAnswer } from '../../src/domain/answers.ts';
import { conditionKinds } from '../../src/rules/conditions/index.ts';
import { saidConditions } from '../../src/text/condition-words.ts';
import { createCaller } from '../support/call-verb.ts';
import { DAY, happens, iso, START, says } from '../support/lines.ts';

const CONFIG = 'rules: [rules]\npeople:\n  - { id: li, name: Li, role: agent }\n  - { id: wang, name: Wang, role: manager }\n';
const rule = (least: number, more = '') =>
  `- { id: hot, while: { interactions: { days: 30, at_least: ${least} } }, tag: 高潜力客户${more} }\n`;

const open = async (own = rule(2)) => {
  const caller = createCaller();
  mkdirSync(join(caller.dir, 'rules'));
  caller.write('tagwise.yaml', CONFIG);
  caller.write('rules/own.yaml', own);
  const lines = [
    ...[0, 1, 2].map((day) => says('mei', '你好', START + day * DAY)),
    says('bo', '你好', START + 40 * DAY),
    happens('bo', 'visit', { url: '/' }, START + 41 * DAY),
    { tick: iso(START + 41 * DAY) },
  ];
  const file = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  expect(await caller.call(['replay', '-'], file)).toMatchObject({ code: 0 });
  const json = async <T>(...words: string[]): Promise<T> => JSON.parse((await caller.call([...words, '--json'])).stdout) as T;
  const tags = async (customer: string, ...more: string[]) =>
    (await json<{ tags: { id: string }[] }>('tags', customer, ...more)).tags.map(({ id }) => id);
  return { ...caller, json, tags };
};

test('rules are listed with what they do, in both languages; every condition has words', async () => {
  const { json, call } = await open();
  const { rules } = await json<{ rules: RuleAnswer[] }>('rules');
  expect(rules).toHaveLength(24);
  expect(rules.at(-1)).toEqual({
    ...{ id: 'hot', name: 'hot', does: 'interactions in 30 days: at least 2 → Value:High potential', kind: 'state' },
    ...{ version: '1', mode: 'on', switched: false, file: 'rules/own.yaml' },
  });
  expect((await call(['rules', 'list', '--lang', 'zh'])).stdout).toContain('静默至少 30 天 → 互动特征:静默');
  expect(saidConditions.toSorted()).toEqual(conditionKinds.map(({ word }) => word).sort());
});

test('a manager switches a rule off: all who carried its tag lose it, and get it back; an agent is refused; both are on record', async () => {
  const { json, call, tags, write } = await open();
  expect(await tags('bo')).toContain('high_potential');
  expect(await json<OneRuleAnswer>('rules', 'show', 'hot')).toMatchObject({ mode: 'on', carried: [{ customers: 1 }] });

  const refused = await call(['rules', 'off', 'hot', '--as', 'li']);
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/Only managers and admins may switch rules/);
  expect(await tags('bo')).toContain('high_potential');

  const off = await json<OneRuleAnswer>('rules', 'off', 'hot', '--as', 'wang');
  expect(off).toMatchObject({ mode: 'off', switched: true, changed: true, carried: [{ customers: 0 }] });
  expect(await tags('bo')).not.toContain('high_potential');
  expect(await json('rules', 'off', 'hot', '--as', 'wang')).toMatchObject({ changed: false });
  // It outlives an edit of the file and a restart.
  write('rules/own.yaml', rule(1, ', version: 2'));
  expect((await call(['replay', '-'])).code).toBe(0);
  expect(await tags('bo')).not.toContain('high_potential');

  expect(await json('rules', 'on', 'hot', '--as', 'wang')).toMatchObject({ mode: 'on', switched: false, version: '2' });
  expect(await tags('bo')).toContain('high_potential');
  const { entries } = await json<{ entries: { actor: string; action: string; reason: string; tag: string | null }[] }>('audit');
  const brief = entries.filter(({ action, reason }) => action === 'rules' || reason === 'rules' || action === 'denied');
  expect(brief.map(({ actor, action, reason }) => `${actor} ${action} ${reason}`)).toEqual([
    'rule add rules',
    'wang rules hot on',
    'rule remove rules',
    'wang rules hot off',
    'li denied rules_managers_only',
  ]);
  expect((await call(['why', 'bo', '高潜力客户', '--lang', 'zh'])).stdout).toContain('规则或设置改了');
  expect((await call(['audit', '--lang', 'zh'])).stdout).toMatch(/开关规则.*hot on/);
});

test('an edited rule waits for a verb that writes; who only looks is told, and reads what was', async () => {
  const { call, tags, write, type } = await open();
  write('rules/own.yaml', rule(9));
  const looked = await type('tags bo');
  expect(looked.code).toBe(0);
  expect(looked.stderr).toMatch(/differ from those in force and are not applied yet; start or replay/);
  expect(await tags('bo')).toContain('high_potential');
  expect((await type('tags bo --lang zh')).stderr).toMatch(/还没有用到客户身上/);
  expect(await call(['tag', 'mei', '+大客户'])).toMatchObject({ code: 0, stderr: '' });
  expect(await tags('bo')).not.toContain('high_potential');
  expect((await type('tags bo')).stderr).toBe('');
});

test('a rule that is broken later leaves the last good ones in force, and says so', async () => {
  const { call, tags, write, type } = await open();
  write('rules/own.yaml', rule(2).replace('interactions', 'interaction'));
  const { code, stdout } = await type('rules check');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^rules\/own\.yaml:1 \[0\]\.while\.interaction: Did you mean interactions\?$/m);
  expect((await type('rules check --lang zh')).stdout).toMatch(/是不是 interactions？/);
  for (const words of [
    ['tags', 'bo'],
    ['tag', 'mei', '+大客户'],
    ['replay', '-'],
  ]) {
    const said = await call(words);
    expect(said.code).toBe(0);
    expect(said.stderr).toMatch(/last good rules stay in force until these are mended.*Did you mean interactions\?/s);
    // Nothing will apply them as they are.
    expect(said.stderr).not.toMatch(/start or replay/);
  }
  expect(await tags('bo')).toContain('high_potential');
  expect(await tags('mei')).toContain('key_account');
});

/** Another folder with rules of its own, from which somebody works on the same home. */
const elsewhere = async () => {
  const caller = await open();
  const cwd = join(caller.dir, 'elsewhere');
  mkdirSync(join(cwd, 'rules'), { recursive: true });
  caller.write('elsewhere/tagwise.yaml', CONFIG.replace('rules: [rules]', 'rules: [rules]\nsilence_days: 5'));
  caller.write('elsewhere/rules/own.yaml', rule(9));
  return { ...caller, from: (line: string, input = '') => caller.call(line.split(' '), input, cwd) };
};

test('a command from another folder, whether it looks or writes, leaves the rules of the home in force, and says so', async () => {
  const { from, tags, type } = await elsewhere();
  const before = [await tags('bo'), await tags('mei')];
  expect(before[0]).toContain('high_potential');
  const looking = ['tags bo', 'customer bo', 'stage bo', 'digest', 'tasks', 'rules', 'audit'];
  for (const words of [...looking, 'customer bo city:杭州', 'digest off', 'rules off loyal', 'rules on loyal']) {
    const { code, stderr } = await from(words);
    expect({ words, code, stderr }).toEqual({
      ...{ words, code: 0 },
      stderr: expect.stringMatching(/came with .*\/tagwise\.yaml, and are not applied; start or replay here applies them\.\n$/),
    });
    expect(stderr).not.toContain('elsewhere');
    expect([await tags('bo'), await tags('mei')]).toEqual(before);
  }
  expect((await from('tags bo --lang zh')).stderr).toMatch(/没有采用；现用的来自 .*tagwise\.yaml/);
  // At home nothing has changed and nothing is said.
  expect(await type('customer bo city:上海')).toMatchObject({ code: 0, stderr: '' });
});

test('replay in another folder puts its rules in force and says so; then that is the home’s folder', async () => {
  const { from, tags, type } = await elsewhere();
  const said = await from('replay -');
  expect(said.code).toBe(0);
  expect(said.stderr).toMatch(/in force from now on; those before came with .*\/tagwise\.yaml\.\n$/);
  expect(await tags('bo')).not.toContain('high_potential');
  expect(await from('customer bo city:上海')).toMatchObject({ code: 0, stderr: '' });
  expect((await type('customer bo city:杭州')).stderr).toMatch(/came with .*elsewhere\/tagwise\.yaml, and are not applied/);
  expect(await tags('bo')).not.toContain('high_potential');
});

test('who looks at a customer or a stage changes no rules, also at home', async () => {
  const { tags, write, type } = await open();
  write('rules/own.yaml', rule(9));
  for (const words of ['customer bo', 'stage bo', 'digest']) expect((await type(words)).stderr).toMatch(/not applied yet/);
  expect(await tags('bo')).toContain('high_potential');
  expect(await type('digest off')).toMatchObject({ code: 0, stderr: '' });
  expect(await tags('bo')).not.toContain('high_potential');
});

test('without any rules that were ever good, nothing is begun', async () => {
  const caller = createCaller();
  mkdirSync(join(caller.dir, 'rules'));
  caller.write('tagwise.yaml', 'rules: [rules]\n');
  caller.write('rules/own.yaml', rule(2).replace('at_least: 2', 'at_least: 2, at_most: 1'));
  const { code, stderr } = await caller.call(['replay', '-']);
  expect(code).toBe(1);
  expect(stderr).toMatch(/no count from 0 to 100/);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test("a tag that a manager archives stops no verb: shipped rules leave it alone, a rule of one's own is to be mended", async () => {
  const { call, write, type, dir } = await open();
  expect(await call(['library', 'export', join(dir, 'tags.yaml')])).toMatchObject({ code: 0 });
  const archive = (text: string, id: string) =>
    text.replace(new RegExp(`(- id: ${id}\\n( *)name: .*\\n)`), '$1$2archived: true\n');
  const text = readFileSync(join(dir, 'tags.yaml'), 'utf8');
  write('tags.yaml', archive(archive(text, 'referrer'), 'high_potential'));
  expect(await call(['library', 'import', join(dir, 'tags.yaml')])).toMatchObject({ code: 0 });
  expect((await type('rules check')).stdout).toBe('rules/own.yaml:1 [0].tag: Use another tag: this one is archived.\n');
  expect(await call(['replay', '-'])).toMatchObject({ code: 0, stderr: expect.stringMatching(/last good rules stay in force/) });
  write('rules/own.yaml', rule(2).replace('高潜力客户', '大客户'));
  expect(await call(['replay', '-'])).toMatchObject({ code: 0, stderr: '' });
});

test('what a rule said before is kept; a version that says something new is worth a warning, not a refusal', async () => {
  const { call, json, write, type } = await open();
  write('rules/own.yaml', rule(3));
  expect(await json('rules', 'check')).toMatchObject({
    ok: true,
    problems: [],
    warnings: [{ file: 'rules/own.yaml', field: 'hot.version', message: expect.stringMatching(/version 1 of this rule/) }],
  });
  expect((await type('rules check --lang zh')).stdout).toMatch(/^ok\n.*把 version 调高/);
  expect((await call(['replay', '-'])).code).toBe(0);
  write('rules/own.yaml', rule(3, ', version: 2'));
  expect((await call(['replay', '-'])).code).toBe(0);
  expect(await json('rules', 'check')).toEqual({ ok: true, problems: [] });
  const { history } = await json<OneRuleAnswer>('rules', 'show', 'hot', '--history');
  expect(history?.map(({ version, written }) => [version, JSON.stringify(written['while'])])).toEqual([
    ['2', expect.stringContaining('"at_least":3')],
    ['1', expect.stringContaining('"at_least":3')],
    ['1', expect.stringContaining('"at_least":2')],
  ]);
  expect(Date.parse(history?.[0]?.at ?? '')).toBeGreaterThan(Date.now() - 600_000);
});

test('a switch may not close a circle', async () => {
  const circle =
    '- { id: one, while: { not: { tag: 大客户 } }, tag: 待催单 }\n- { id: two, mode: off, while: { tag: 待催单 }, tag: 大客户 }\n';
  const { type } = await open(circle);
  const { code, stderr } = await type('rules on two');
  expect(code).toBe(1);
  expect(stderr).toMatch(/Break the circle: one → two → one/);
  expect((await type('rules show two')).stdout).toMatch(/off/);
});

test.each([
  ['rules lst', 2, /Did you mean rules list\?/, /是不是 rules list？/],
  ['rules tonight', 2, /After rules comes list/, /rules 后面写/],
  ['rules show', 2, /After rules comes list/, /rules 后面写/],
  ['rules list all', 2, /After rules comes list/, /rules 后面写/],
  ['rules show silense', 1, /Did you mean silence\?/, /是不是 silence？/],
  ['rules off zzzzzz', 1, /There is no rule called "zzzzzz"/, /没有叫“zzzzzz”的规则/],
  ['rules list --history', 2, /After rules comes list/, /rules 后面写/],
  ['rules show silence --histry', 2, /--history/, /--history/],
])('%s: says what to do', async (line, code, english, chinese) => {
  const { type } = createCaller();
  expect(await type(line)).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(english) });
  expect((await type(`${line} --lang zh`)).stderr).toMatch(chinese);
});
