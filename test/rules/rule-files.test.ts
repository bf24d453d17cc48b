import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadRules } from '../../src/config/load-rules.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { ProblemsError } from '../../src/errors.ts';
import { createInForce } from '../../src/in-force.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { defaultLibrary } from '../support/default-library.ts';
import { shippedInForce, withRules } from '../support/in-force.ts';
import { createLife } from '../support/life.ts';
import { DAY, START } from '../support/lines.ts';
import { A } from '../support/sold.ts';

const tree = createTagTree(defaultLibrary);

const load = (text: string) => {
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-rules-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  writeFileSync(join(dir, 'own.yaml'), text);
  return loadRules({ dirs: [dir], tree });
};

const problems = async (text: string) => {
  try {
    await load(text);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    expect(error.code).toBe('rules_broken');
    return error.problems.map(({ line, field, message }) => [line, field.replace(/^\[0\]\./, ''), message]);
  }
  return [];
};

test.each([
  ['an unknown condition', '- id: a\n  while: { spent: { more_than: 1 } }\n  tag: VIP', 2, 'while.spent', /Did you mean spend\?/],
  [
    'an impossible window',
    '- id: a\n  while: { interactions: { days: -1, at_least: 1 } }\n  tag: 静默',
    2,
    'while.interactions.days',
    /./,
  ],
  ['no bound', '- id: a\n  while: { orders: { days: 7 } }\n  tag: 静默', 2, 'while.orders', /Write at_least, more_than/],
  ['a tag that does not exist', '- id: a\n  while: { tag: 静漠 }\n  tag: 静默', 2, 'while.tag', /like .*静默/],
  ['a field that does not exist', '- id: a\n  whil: { tag: 静默 }\n  tag: 静默', 2, 'whil', /Did you mean while\?/],
  ['a tag that no machine may set', '- id: a\n  on: payment\n  do: [{ add: VIP }]', 3, 'do[0].add', /no machine/],
  ['an event in a state', '- id: a\n  while: { data: { field: x, is: 1 } }\n  tag: 静默', 2, 'while', /under on:/],
  [
    'a family that there is none of',
    '- id: a\n  on: visit\n  do: [{ add: 兴趣-<modell> }]',
    3,
    'do[0].add',
    /Write 兴趣-<product> or 已购-<model>/,
  ],
  [
    'a family in the wrong group',
    '- id: a\n  on: visit\n  do: [{ add: 来源-<product> }]',
    3,
    'do[0].add',
    /Write 兴趣-<product>/,
  ],
  ['a state of products', '- id: a\n  while: { tag: 静默 }\n  tag: 兴趣-<product>', 3, 'tag', /on: and do: only/],
  ['a purchase of nothing', '- id: a\n  while: { bought: <model> }\n  tag: 静默', 2, 'while', /tag: 已购-<model>/],
  ['a purchase of one', '- id: a\n  while: { bought: X1 }\n  tag: 已购-<model>', 2, 'while.bought', /Write <model>/],
  ['a site of others', '- id: a\n  on: visit\n  if: { site: theirs }\n  do: [{ add: 官网 }]', 3, 'if.site', /Write ours/],
  [
    'a task for many tags',
    '- id: a\n  while: { bought: <model> }\n  tag: 已购-<model>\n  task: { title: 回访 }',
    4,
    'task',
    /Take the task out/,
  ],
  [
    'the same id twice',
    '- { id: a, while: { tag: 静默 }, tag: 待催单 }\n- { id: a, while: { tag: 静默 }, tag: 待催单 }',
    2,
    'a.id',
    /another id/,
  ],
])('%s is refused with line, field and what to do', async (_what, text, line, field, message) => {
  expect(await problems(text)).toContainEqual([line, field, expect.stringMatching(message)]);
});

test('a circle through a negation is refused with its path; one without is fine', async () => {
  const circle = (negated: boolean) =>
    [
      '- { id: first, while: { tag: 静默 }, tag: 待催单 }',
      `- { id: second, while: ${negated ? '{ not: { tag: 待催单 } }' : '{ tag: 待催单 }'}, tag: 静默 }`,
    ].join('\n');
  const found = await problems(circle(true));
  expect(found[0]?.[2]).toBe('Break the circle: first → second → first goes through a negation.');
  expect(await problems(circle(false))).toEqual([]);
  const itself = await problems('- { id: onward, while: { stage: { is: 已沟通 } }, tag: 报价中 }');
  expect(itself[0]?.[2]).toBe('Break the circle: onward → onward goes through a negation.');
});

test.each([
  [
    'what a tag calls up adds the tag that must not be there',
    ['{ id: a, while: { not: { tag: 推荐客户 } }, tag: 静默 }', '{ id: b, on: { tagged: [静默] }, do: [{ add: 推荐客户 }] }'],
    'a → b → a',
  ],
  [
    'what a tag calls up takes off the tag that it came of',
    ['{ id: a, while: { tag: 官网 }, tag: 静默 }', '{ id: b, on: { tagged: [静默] }, do: [{ remove: 官网 }] }'],
    'a → b → a',
  ],
  [
    'by way of several rules, tags below the one named, and a group in which one comes in the place of the other',
    [
      '{ id: a, while: { tag: 意向:低 }, tag: 官网 }',
      '{ id: b, on: { tagged: [来源] }, do: [{ add: 大客户 }] }',
      '{ id: c, while: { tag: 大客户 }, tag: 意向:高 }',
    ],
    'a → b → c → a',
  ],
  [
    'two rules on tags, of which one takes off what called up the other',
    ['{ id: a, on: { tagged: [静默] }, do: [{ add: 大客户 }] }', '{ id: b, on: { tagged: [大客户] }, do: [{ remove: 静默 }] }'],
    'a → b → a',
  ],
  ['a rule that takes off what calls it up', ['{ id: a, on: { tagged: [静默] }, do: [{ remove: 静默 }] }'], 'a → a'],
  [
    'forth and back again',
    [
      '{ id: a, on: { tagged: [已沟通] }, do: [{ stage: 报价中 }] }',
      '{ id: b, on: { tagged: [报价中] }, do: [{ stage: 已沟通, back: true }] }',
    ],
    'a → b → a',
  ],
])('a circle through a negation is refused also where it goes by way of a single event: %s', async (_what, rules, path) => {
  const text = rules.map((one) => `- ${one}\n`).join('');
  expect((await problems(text)).map(([, , message]) => message)).toEqual([`Break the circle: ${path} goes through a negation.`]);
});

test.each([
  ['on from stage to stage', ['{ id: a, on: { tagged: [已沟通] }, do: [{ stage: 需求确认 }] }']],
  [
    'what a rule asks of the tags from before an event',
    ['{ id: a, on: visit, if: { not: { tag: 官网 } }, do: [{ add: 官网 }] }', '{ id: b, while: { tag: 官网 }, tag: 静默 }'],
  ],
  [
    'rules that call one another up',
    ['{ id: a, on: { tagged: [静默] }, do: [{ add: 大客户 }] }', '{ id: b, on: { tagged: [大客户] }, do: [{ add: 静默 }] }'],
  ],
  [
    'a tag that goes when another comes, which does not depend on it',
    ['{ id: a, on: { tagged: [大客户] }, do: [{ remove: 静默 }] }', '{ id: b, while: { silence: {} }, tag: 静默 }'],
  ],
])('no circle through a negation: %s', async (_what, rules) => {
  expect(await problems(rules.map((one) => `- ${one}\n`).join(''))).toEqual([]);
});

/** The shipped rules and some of one's own. */
const withOwn = async (own: readonly Rule[]) => withRules(await shippedInForce(), own);

test('标签A + 行为B: the tag must have been there before the event; the tag that the event sets does not count', async () => {
  const own = await load(
    '- { id: ab, on: visit, since: 2026-01-01, if: { tag: 官网 }, do: [{ add: 大客户 }, { task: { title: 打电话, to: li, due: 1 } }] }',
  );
  const mei = createLife(await withOwn(own));
  mei.happens('visit', { url: '/' });
  expect(mei.carries(0)).toEqual(['website']);
  mei.happens('visit', { url: '/' }, DAY);
  expect(mei.carries(DAY)).toEqual(['key_account', 'website']);
  expect(mei.at(DAY).tasks).toMatchObject([{ title: '打电话', owner: 'li', state: 'open' }]);
});

test("a time of day goes over midnight, begins with its first minute and ends before its last; days of the week are the shop's", async () => {
  const own = await load(
    [
      '- { id: late, on: message, if: { time_of_day: { from: "21:00", to: "08:30" } }, do: [{ add: 大客户 }] }',
      '- { id: sunday, on: message, if: { weekday: [sat, sun] }, do: [{ add: 推荐客户 }] }',
    ].join('\n'),
  );
  const inForce = await withOwn(own);
  const HOUR = 3_600_000;
  // The story begins on a Sunday at 09:00 in Shanghai; in London it is 01:00 of the same day.
  const after = (ms: number) => {
    const mei = createLife(inForce);
    mei.says('你好', ms);
    return mei.carries(ms).filter((tag) => ['key_account', 'referrer'].includes(tag));
  };
  expect(after(0)).toEqual(['referrer']);
  expect(after(12 * HOUR - 1)).toEqual(['referrer']);
  expect(after(12 * HOUR)).toEqual(['key_account', 'referrer']);
  expect(after(15 * HOUR)).toEqual(['key_account']);
  expect(after(23.5 * HOUR - 60_000)).toEqual(['key_account']);
  expect(after(23.5 * HOUR)).toEqual([]);
});

test('mentions of one topic are counted in their window, and a refusal takes them back', async () => {
  const inForce = await withOwn(
    await load('- { id: keen, while: { mentions: { of: 询价, days: 7, at_least: 3 } }, tag: 大客户 }'),
  );
  const mei = createLife(inForce);
  const keen = (day: number) => mei.carries(day * DAY).includes('key_account');
  for (const day of [0, 2]) mei.says('这个多少钱？', day * DAY);
  expect(keen(2)).toBe(false);
  mei.says('这个多少钱？', 4 * DAY);
  expect([4, 6.9, 7].map(keen)).toEqual([true, true, false]);
  mei.says('这个多少钱？', 7 * DAY);
  expect(keen(7)).toBe(true);
  mei.says('不用问价格', 8 * DAY);
  expect(keen(8)).toBe(false);
});

test('a rule about a newly carried tag acts also where time alone brings the tag, once', async () => {
  const own = await load(
    '- { id: gone, on: { tagged: [静默] }, since: 2020-01-01, do: [{ task: { title: 打电话, to: li } }, { add: 活动参与者 }] }',
  );
  const inForce = await withOwn(own);
  const mei = createLife(inForce);
  mei.says('你好');
  const tasks = (days: number) => mei.at(days * DAY).tasks.map(({ title, createdAt }) => [title, (createdAt - START) / DAY]);
  expect(tasks(29)).toEqual([]);
  expect(tasks(40)).toEqual([['打电话', 30]]);
  expect(mei.carries(40 * DAY)).toContain('silent');
  mei.says('在吗', 50 * DAY);
  expect(tasks(90)).toEqual([
    ['打电话', 30],
    ['打电话', 80],
  ]);
});

test('a rule about a newly carried tag does not see what else the same event set', async () => {
  const own = await load(
    '- { id: ab, on: { tagged: [官网] }, if: { tag: 大客户 }, do: [{ add: 高潜力客户 }] }\n- { id: big, on: visit, do: [{ add: 大客户 }] }',
  );
  const inForce = await withOwn(own);
  const together = createLife(inForce);
  together.happens('visit', { url: '/' });
  expect(together.carries(0)).toEqual(['key_account', 'website']);
  const before = createLife(inForce);
  before.changes({ add: ['key_account'] });
  before.happens('visit', { url: '/' }, DAY);
  expect(before.carries(DAY)).toEqual(['high_potential', 'key_account', 'website']);
});

test('the order of the rules does not matter', async () => {
  const shipped = await shippedInForce();
  const states = [shipped.rules().set.all, [...shipped.rules().set.all].reverse()].map((rules) => {
    const inForce = createInForce({
      library: shipped.library(),
      topics: [...shipped.matcher().topics.values()],
      rules,
      config: shipped.config(),
    });
    const mei = createLife(inForce);
    mei.says('这个多少钱？给我们报个价吧');
    mei.agentSays('好的', 60_000);
    mei.happens('quote', { quote: 'Q1', amount: 20_000, order: 'O1' }, 120_000);
    mei.happens('payment', { order: 'O1', amount: 20_000 }, 5 * DAY);
    mei.happens('rating', { score: 1 }, 6 * DAY);
    return mei.at(40 * DAY);
  });
  expect(states[1]).toEqual(states[0]);
});

/** The shipped rules and some more. */
const together = async (text: string) => withOwn(await load(text));

test('two rules for one tag of an exclusive group: it stays, without a break, while one of them holds', async () => {
  const mei = createLife(
    await together(
      [
        '- { id: likes, while: { happened: { event: rating, days: 10, at_least: 1 } }, tag: 满意 }',
        '- { id: comes, while: { happened: { event: rating, days: 20, at_least: 1 } }, tag: 满意 }',
      ].join('\n'),
    ),
  );
  mei.happens('rating', { score: 5 });
  expect(mei.carries(0)).toEqual(['satisfied']);
  expect(mei.at(10 * DAY).tags['satisfied']?.since).toBe(START);
  expect(mei.carries(20 * DAY)).toEqual([]);
});

test('a state that a person turned down stays away though another rule for its tag does not hold', async () => {
  const mei = createLife(await together('- { id: rich, while: { spend: { more_than: 1000000 } }, tag: 静默 }'));
  mei.says('在吗');
  mei.changes({ remove: ['silent'] }, 31 * DAY);
  mei.happens('refund', { order: 'O1', amount: 1 }, 32 * DAY);
  mei.happens('profile', { lastContactAt: '2026-01-01T00:00:00Z' }, 33 * DAY);
  expect(mei.carries(33 * DAY)).toEqual([]);
});

test('a condition on a field hears of it from people too', async () => {
  const mei = createLife(await together('- { id: east, while: { field: { name: region, is: 杭州 } }, tag: 华东 }'));
  mei.says('你好');
  mei.changes({ fields: { region: '杭州' } }, DAY);
  expect(mei.carries(DAY)).toEqual(['east_china']);
});

test('a rule over the catalogue serves products that come later, whatever event names them', async () => {
  const rules = await load('- id: own\n  on: order\n  do: [{ add: 兴趣-<product> }, { add: 已购-<model> }]');
  const inForce = await shippedInForce();
  const own = createInForce({ library: defaultLibrary, topics: [], rules, config: inForce.config() });
  own.replace({ library: { ...own.library(), version: 2, products: [A] } });
  const mei = createLife(own);
  mei.happens('order', { order: 'O1', amount: 1, product: 'A款', model: 'X2' });
  expect(Object.keys(mei.at(0).tags).sort()).toEqual(['interest_a', 'model_x2']);
});

test('a rule that names a group speaks of the tags that products add to it', async () => {
  const rules = await load('- id: own\n  while: { tag: 兴趣 }\n  tag: 高潜力客户');
  const inForce = await shippedInForce();
  const own = createInForce({ library: defaultLibrary, topics: [], rules, config: inForce.config() });
  own.replace({ library: { ...own.library(), version: 2, products: [A] } });
  const mei = createLife(own);
  mei.changes({ add: ['interest_a'] });
  expect(Object.keys(mei.at(0).tags)).toContain('high_potential');
});
