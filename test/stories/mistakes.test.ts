import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createShop, type Shop } from '../support/shop.ts';

let shop: Shop;

beforeAll(async () => {
  shop = createShop({ 'broken.yaml': 'people:\n  - id: li\n    role: boss\n' });
  await shop.open('start');
});
afterAll(() => shop.close());

/** What is typed, the exit code, what is wrong, and what to do about it. */
const mistakes: [string, 1 | 2 | 3, RegExp, RegExp][] = [
  ['segmnt VIP', 2, /no command "segmnt"/, /Did you mean segment\?/],
  ['tags', 2, /customer/i, /tags|find|name/i],
  ['tags 小鱼儿', 1, /no customer "小鱼儿"/, /find/],
  ['tags chen --att 2026-01-01', 2, /no option --att/, /help/],
  ['tags chen --at yesterday', 2, /yesterday/, /\d{4}-\d{2}-\d{2}/],
  ['tags chen --at', 2, /--at/, /./],
  ['tag chen', 2, /which tags/, /\+VIP/],
  ['tag chen VIP', 2, /which tags|VIP/, /\+/],
  ['tag chen +VIP 静默', 2, /静默/, /[+-]/],
  ['tag chen +紧急 -紧急', 2, /紧急|Urgent/, /./],
  ['tag chen +紧及', 1, /no tag called "紧及"/, /紧急|Urgent/],
  ['tag chen +高', 1, /高/, /:高/],
  ['tag chen +VIP --role agent', 1, /restricted/, /manager/],
  ['tag chen +紧急 --role viewer', 1, /viewer|nothing/i, /./],
  ['tag chen +紧急 --role king', 2, /king/, /viewer, agent, manager/],
  ['why chen 下单吗', 1, /下单吗/, /./],
  ['undo mei', 1, /nothing within the last 24 hours/, /audit/],
  ["segment '(VIP 静默'", 2, /never closed/, /\)/],
  ['segment VIP 静木', 1, /静木/, /静默|Silent/],
  ["segment '静默>30天'", 1, />30天/, /./],
  ['segment', 2, /whom to find/, /segment VIP/],
  ['segment VIP --limit many', 2, /./, /./],
  ['customer chen 身高:180', 2, /身高/, /./],
  ['customer new', 2, /./, /customer new/],
  ['library foo', 2, /show, export/, /library export/],
  ['library import no-such.yaml', 1, /no-such\.yaml/, /path/i],
  ['replay no-such.jsonl', 1, /no-such\.jsonl/, /path/i],
  ['packs', 2, /check/, /packs check/],
  ['export everything', 2, /state/, /export state/],
  ['start', 3, /already runs/, /Stop it|TAGWISE_HOME/],
  ['tags chen --lang fr', 2, /--lang/, /zh or --lang en/],
  ['tags chen --as nobody', 1, /nobody/, /--role/],
  ['tags chen --config broken.yaml', 1, /broken\.yaml/, /people\[0\]\.(?:name|role)/],
];

/** Two at a time: a verb spends half its time waiting. */
const inPairs = async <T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (let i = 0; i < all.length; i += 2) results.push(...(await Promise.all(all.slice(i, i + 2).map(work))));
  return results;
};

describe('an agent who mistypes', () => {
  test('is told what is wrong and what to do, on stderr, with the exit code that says who must act', async () => {
    const answers = await inPairs(mistakes, async ([line]) => ({ line, ...(await shop.run(line)) }));
    for (const [n, [line, code, wrong, remedy]] of mistakes.entries()) {
      const answer = answers[n];
      expect(answer, line).toMatchObject({ code, stdout: '' });
      expect(answer?.stderr, line).toMatch(wrong);
      expect(answer?.stderr, line).toMatch(remedy);
      expect(answer?.stderr, line).not.toMatch(/^\s+at |node:internal|Error:/m);
    }
  });

  test('finds nothing changed by any of it', async () => {
    const audit = await shop.json<{ entries: { actor: string; action: string }[] }>('audit');
    expect(new Set(audit.entries.filter(({ actor }) => actor === 'local').map(({ action }) => action))).toEqual(
      new Set(['denied']),
    );
  });

  test('in Chinese gets the same in Chinese', async () => {
    const [tag, verb] = await inPairs(['tag chen +紧及 --lang zh', 'segmnt --lang zh'], (line) => shop.run(line));
    expect(tag).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/没有.*紧及[\s\S]*紧急/) });
    expect(verb).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/segmnt[\s\S]*segment/) });
  });

  test('with --json gets one document on stdout and nothing on stderr', async () => {
    const answers = await inPairs(['tag chen +紧及', 'segmnt', 'start', 'tags chen --config broken.yaml'], (line) =>
      shop.run(`${line} --json`),
    );
    expect(answers.map(({ code }) => code)).toEqual([1, 2, 3, 1]);
    for (const { stdout, stderr } of answers) {
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toMatchObject({
        error: { code: expect.stringMatching(/^[a-z_]+$/), message: expect.stringMatching(/./), hint: expect.any(String) },
      });
    }
  });
});
