import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Running } from '../support/run-tagwise.ts';
import { createShop, createTalk, inPairs, type Shop } from '../support/shop.ts';

let shop: Shop;
let desk: Running;

beforeAll(async () => {
  shop = createShop({ 'broken.yaml': 'people:\n  - id: li\n    role: boss\n' });
  desk = await shop.open('console');
});
afterAll(() => shop.close());

/** What is typed in the chat, what is wrong with it, and what to do about it. */
const slips: [string, RegExp, RegExp][] = [
  ['tags', /who|customer/i, /tags|find|name/i],
  ['tags 小鱼儿', /no customer "小鱼儿"/, /find/],
  ['tags chen --att 2026-01-01', /no option --att/, /help/],
  ['tags chen --at yesterday', /yesterday/, /\d{4}-\d{2}-\d{2}/],
  ['tags chen --at', /--at/, /value|after/],
  ['tag chen', /which tags/, /\+VIP/],
  ['tag chen VIP', /which tags/, /\+VIP/],
  ['tag chen +VIP 静默', /"静默"/, /Write \+ to add and - to remove/],
  ['tag chen +紧急 -紧急', /紧急|Urgent/, /one|once|either/i],
  ['tag chen +紧及', /no tag called "紧及"/, /Did you mean .*(?:紧急|Urgent)/],
  ['tag chen +高', /高/, /:高|:High/],
  ['why chen 下单吗', /no tag called "下单吗"/, /下单|Order/],
  ['undo mei', /nothing within the last 24 hours/, /audit/],
  ['segment (VIP 静默', /character 1 is never closed/, /Add the "\)"/],
  ['segment VIP 静木', /静木/, /静默|Silent/],
  ['segment 静默>30元', /静默/, /days/],
  ['segment', /whom to find/, /segment VIP/],
  ['segment VIP --limit many', /limit/, /\d/],
  ['customer chen 身高:180', /身高/, /region|地区/i],
  ['customer new', /name|whom/i, /customer new/],
  ['library foo', /show, usage, add, /, /library export/],
  ['library import no-such.yaml', /no file no-such\.yaml/, /path/],
];

test.each(slips)('/%s: is told what is wrong and what to do', async (line, wrong, remedy) => {
  const answer = await createTalk(desk)(`/${line}`, /\n/);
  expect(answer).toMatch(wrong);
  expect(answer).toMatch(remedy);
});

/** What is typed in a shell, who must act, and what the sentence says. */
const calls: [string, 1 | 2 | 3, RegExp][] = [
  ['segmnt VIP', 2, /no command "segmnt"[\s\S]*Did you mean segment\?/],
  ['tag chen +紧及', 1, /no tag called "紧及"[\s\S]*紧急|Urgent/],
  ['tag chen +VIP --role agent', 1, /restricted[\s\S]*manager/],
  ['tag chen +紧急 --role viewer', 1, /may look but not change tags/],
  ['tag chen +紧急 --role king', 2, /"king"[\s\S]*viewer, agent, manager/],
  ['tags chen --as nobody', 1, /nobody called "nobody"[\s\S]*--role/],
  ['tags chen --config broken.yaml', 1, /broken\.yaml[\s\S]*people\[0\]\.role/],
  ['replay no-such.jsonl', 1, /no file no-such\.jsonl/],
  ['export everything', 2, /export state/],
  ['start', 3, /already runs[\s\S]*TAGWISE_HOME/],
  ['segmnt --lang zh', 2, /没有.*segmnt[\s\S]*segment/],
];

test('in a shell the sentence goes to stderr, and the exit code says who must act', async () => {
  const answers = await inPairs(calls, ([line]) => shop.run(line));
  for (const [n, [line, code, sentence]] of calls.entries()) {
    const answer = answers[n];
    expect(answer, line).toMatchObject({ code, stdout: '' });
    expect(answer?.stderr, line).toMatch(sentence);
    expect(answer?.stderr, line).not.toMatch(/^\s+at |node:internal|Error:/m);
  }
});

test('with --json it is one document on stdout, and nothing on stderr', async () => {
  const answers = await inPairs(['tag chen +紧及', 'start'], (line) => shop.run(`${line} --json`));
  expect(answers.map(({ code }) => code)).toEqual([1, 3]);
  for (const { stdout, stderr } of answers) {
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: expect.stringMatching(/^[a-z_]+$/), message: expect.stringMatching(/./), hint: expect.any(String) },
    });
  }
});

test('none of it changed anything; what was not allowed stands in the audit', async () => {
  const { entries } = await shop.json<{ entries: { actor: string; action: string }[] }>('audit');
  expect(new Set(entries.filter(({ actor }) => actor === 'local').map(({ action }) => action))).toEqual(new Set(['denied']));
});
