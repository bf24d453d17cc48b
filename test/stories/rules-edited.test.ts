// A manager and an author of rules, while the bot runs: files are edited, broken and mended, a rule is switched, and somebody calls a verb
// from another folder.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Running } from '../support/run-tagwise.ts';
import { createShop, type Shop } from '../support/shop.ts';

const CONFIG = 'rules: [rules]\npeople:\n  - { id: li, name: Li, role: agent }\n  - { id: wang, name: Wang, role: manager }\n';
const OWN = `# Who asked about shipping or a repair and went quiet.
- id: gone_quiet
  while: { all: [{ topics: { of: [物流, 售后维修], days: 365, at_least: 1 } }, { silence: { at_least: 7 } }] }
  tag: 高潜力客户
`;

let shop: Shop;
let bot: Running;

beforeAll(async () => {
  shop = createShop({ 'tagwise.yaml': CONFIG, 'rules/own.yaml': OWN, 'elsewhere.yaml': 'silence_days: 1\n' });
  bot = await shop.open('start');
});
afterAll(() => shop.close());

/** What the bot reports after something was done. */
const afterwards = async (work: () => unknown): Promise<string> => {
  const from = bot.said.stderr.length;
  const [heard] = await Promise.all([bot.heard(/\n/, { from, stream: 'stderr', limitMs: 20_000 }), work()]);
  return heard;
};
const carriers = async (query: string): Promise<number> => (await shop.json<{ count: number }>(`segment ${query}`)).count;

test('a rule of the shop is in force from the start', async () => {
  expect(await carriers('高潜力客户')).toBeGreaterThan(0);
});

test('an edit reaches everybody who is there already, within moments', async () => {
  const before = await carriers('静默');
  expect(await afterwards(() => shop.write('rules/own.yaml', OWN.replace('at_least: 7', 'at_least: 3000')))).toMatch(
    /rules changed and was read again|rules .*read again/,
  );
  expect(await carriers('高潜力客户')).toBe(0);
  // A setting that the fold reads is no different.
  expect(await afterwards(() => shop.write('tagwise.yaml', `${CONFIG}silence_days: 3000\n`))).toMatch(
    /configuration .*read again/,
  );
  expect([before > 0, await carriers('静默')]).toEqual([true, 0]);
  expect(await afterwards(() => shop.write('tagwise.yaml', CONFIG))).toMatch(/configuration .*read again/);
  expect(await carriers('静默')).toBe(before);
});

test('a broken edit is named with its place, and nothing changes', async () => {
  const said = await afterwards(() => shop.write('rules/own.yaml', OWN.replace('silence:', 'silense:')));
  expect(said).toMatch(/rules cannot be used; the last good one stays/);
  expect((await shop.run('rules check')).stdout).toMatch(/^rules\/own\.yaml:3 .*: Did you mean silence\?$/m);
  expect(bot.child.exitCode).toBeNull();
  expect(await carriers('高潜力客户')).toBe(0);
  expect(await afterwards(() => shop.write('rules/own.yaml', OWN))).toMatch(/read again/);
  expect(await carriers('高潜力客户')).toBeGreaterThan(0);
});

test('a manager switches the rule off beside the bot, which takes that over; an agent may not', async () => {
  expect(await shop.run('rules off gone_quiet --as li')).toMatchObject({ code: 1 });
  expect(await afterwards(() => shop.run('rules off gone_quiet --as wang'))).toMatch(/Another process changed the rules/);
  expect(await carriers('高潜力客户')).toBe(0);
  // An edit of the file does not switch it on again.
  expect(await afterwards(() => shop.write('rules/own.yaml', `${OWN}  version: 2\n`))).toMatch(/read again/);
  expect(await carriers('高潜力客户')).toBe(0);
});

test('a verb with another configuration beside the bot changes no rules, and says that its own do not count', async () => {
  const before = await carriers('静默');
  const said = await shop.run('tag chen +大客户 --config elsewhere.yaml');
  expect(said.code).toBe(0);
  expect(said.stderr).toMatch(/differ from those in force/);
  expect(await carriers('静默')).toBe(before);
});

test('a switch outlives the bot; what was edited while it was down is in force when it is back', async () => {
  expect(await bot.stop('SIGTERM')).toMatchObject({ code: 0 });
  shop.write('rules/own.yaml', `${OWN}- { id: all_quiet, while: { silence: { at_least: 1 } }, tag: 大客户 }\n`);
  expect((await shop.run('segment 大客户')).stderr).toMatch(/not applied yet; start or replay/);
  bot = await shop.open('start');
  expect(await carriers('大客户')).toBeGreaterThan(1);
  expect(await carriers('高潜力客户')).toBe(0);
  expect((await shop.json<{ ok: boolean }>('doctor')).ok).toBe(true);
});
