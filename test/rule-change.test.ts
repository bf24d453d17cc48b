// Rules, settings, topics and people that change under customers who are there already: everybody comes out as though what is in force now
// had always been so.
import { expect, it } from 'vitest';
import { done } from '../src/commands/done.ts';
import { findCustomer } from '../src/commands/find-customer.ts';
import { parseConfig } from '../src/config/config.ts';
import { parseRules } from '../src/rules/parse-rules.ts';
import type { Rule } from '../src/rules/rule.ts';
import { exportState } from '../src/transfer/export-state.ts';
import { DAY, feed, happens, iso, START, says } from './support/lines.ts';
import { openStreet, type Street } from './support/open-street.ts';
import { linesText, shopLines } from './support/shop-lines.ts';

const rulesOf = ({ app }: Street, text: string): Rule[] => {
  const found = parseRules({ file: 'own/own.yaml', text, tree: app.inForce.tree() });
  if (found.some((one) => 'message' in one)) throw new Error(JSON.stringify(found));
  return found as Rule[];
};

/** What the files of this process say from now on; everybody is folded by it. */
const edit = async (street: Street, { own = '', config = '' }: { own?: string; config?: string }) => {
  const { inForce, proposeRules, followChanges } = street.app;
  const shipped = inForce.allRules().filter(({ written }) => !written.file.startsWith('own/'));
  const rules = [...shipped, ...(own === '' ? [] : rulesOf(street, own))];
  inForce.replace({ rules, config: parseConfig(config, 'tagwise.yaml') });
  await proposeRules();
  await followChanges();
};

const state = async ({ app }: Street): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportState(app)) lines.push(line);
  return lines;
};
const held = ({ app }: Street, customer: string) => findCustomer({ app, atHand: null }, customer);
const tags = async (street: Street, customer: string) => (await held(street, customer)).tagIds;
const tasks = async (street: Street, customer: string) =>
  (await held(street, customer)).state.tasks.map((task) => `${task.title} ${task.state}`);
const rows = ({ app }: Street) => app.store.ledger.newest({}, 10_000);

const HOT = '- { id: hot, while: { interactions: { days: 30, at_least: 2 } }, tag: 高潜力客户, task: { title: 跟进, to: li } }\n';

it('a shorter silence reaches everybody, dated where it began, told with its reason and once', async () => {
  const street = await openStreet();
  await edit(street, {});
  await feed(street.app, [says('mei', '你好'), says('bo', '你好', START + 9 * DAY), { tick: iso(START + 12 * DAY) }]);
  expect(await tags(street, 'mei')).not.toContain('silent');
  await edit(street, { config: 'silence_days: 10\n' });
  const mei = await held(street, 'mei');
  expect(mei.state.tags['silent']?.since).toBe(START + 10 * DAY);
  expect(await tags(street, 'bo')).not.toContain('silent');
  const told = (await rows(street)).filter(({ tag }) => tag === 'silent');
  expect(told).toMatchObject([{ customer: 'mei', action: 'add', reason: 'rules', at: START + 12 * DAY }]);
  const count = (await rows(street)).length;
  await edit(street, { config: 'silence_days: 10\n' });
  await street.app.followChanges();
  expect([(await rows(street)).length, (await held(street, 'mei')).version]).toEqual([count, mei.version]);
  // And back.
  await edit(street, {});
  expect(await tags(street, 'mei')).not.toContain('silent');
  expect((await rows(street))[0]).toMatchObject({ tag: 'silent', action: 'remove', reason: 'rules' });
});

it('after any change the state is that of a home that had these rules from the beginning, on any history', async () => {
  const lines = linesText(shopLines({ seed: 7, lines: 600, customers: 25, repeats: 0.1 }))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  const files = [
    { own: HOT },
    { own: '- { id: seen, on: visit, do: [{ add: 大客户 }] }\n', config: 'silence_days: 2\nquote_days: 1\nsession_gap: 0\n' },
    { config: 'currency: USD\nrates: { CNY: 0.14 }\npeople: [{ id: li, name: Li, role: agent, ids: { wecom: a1 } }]\n' },
    { own: HOT.replace('at_least: 2', 'at_least: 3').replace('hot', 'hot, version: 2') },
  ];
  const street = await openStreet();
  await edit(street, {});
  await feed(street.app, lines);
  const before = await state(street);
  for (const file of files) {
    await edit(street, file);
    const alone = await openStreet();
    await edit(alone, file);
    await feed(alone.app, lines);
    expect(await state(street)).toEqual(await state(alone));
    expect(await state(street)).not.toEqual(before);
  }
});

it('a task that somebody has done is not asked for again, whether the rule asks earlier or later now', async () => {
  const street = await openStreet();
  await edit(street, { own: HOT });
  await feed(street.app, [...[0, 1, 2, 3].map((day) => says('mei', '你好', START + day * DAY)), { tick: iso(START + 4 * DAY) }]);
  const [task] = (await held(street, 'mei')).state.tasks;
  expect(task).toMatchObject({ title: '跟进', state: 'open', createdAt: START + DAY });
  const context = { app: street.app, actor: { id: 'li', name: 'Li', role: 'agent' as const }, lang: 'zh' as const, atHand: null };
  await done.run(context, [`mei/${task?.id}`]);
  expect(await tasks(street, 'mei')).toEqual(['跟进 done']);
  for (const least of [1, 3, 4, 2]) {
    await edit(street, { own: HOT.replace('at_least: 2', `at_least: ${least}`) });
    expect(await tasks(street, 'mei')).toEqual(['跟进 done']);
  }
  // It was done before the rule, as it is now, asks for it.
  await edit(street, { own: HOT.replace('at_least: 2', 'at_least: 5') });
  await feed(street.app, [says('mei', '你好', START + 5 * DAY)]);
  expect((await tasks(street, 'mei')).filter((task) => task.endsWith('open'))).toEqual([]);
  await edit(street, { own: HOT });
  expect(await tasks(street, 'mei')).toEqual(['跟进 done']);
  // The next occasion is another matter.
  await feed(street.app, [{ tick: iso(START + 60 * DAY) }]);
  await feed(
    street.app,
    [60, 61].map((day) => says('mei', '你好', START + day * DAY + 1)),
  );
  expect(await tasks(street, 'mei')).toEqual(['跟进 done', '跟进 open']);
});

it('since: tags and tasks of a new rule begin there; without it, tags are those of the whole history', async () => {
  const street = await openStreet();
  await edit(street, {});
  await feed(
    street.app,
    [1, 5].map((day) => happens(`c${day}`, 'visit', { url: '/' }, START + day * DAY)),
  );
  const rule = (more: string) => `- { id: seen, on: visit, ${more} do: [{ add: 大客户 }] }\n`;
  await edit(street, { own: rule('') });
  expect([await tags(street, 'c1'), await tags(street, 'c5')].map((list) => list.includes('key_account'))).toEqual([true, true]);
  await edit(street, { own: rule('since: 2026-03-06,') });
  expect([await tags(street, 'c1'), await tags(street, 'c5')].map((list) => list.includes('key_account'))).toEqual([false, true]);
  await edit(street, { own: '- { id: call, on: visit, since: 2026-03-06, do: [{ task: { title: 打电话 } }] }\n' });
  expect([await tasks(street, 'c1'), await tasks(street, 'c5')]).toEqual([[], ['打电话 open']]);
});

it('what only people read of a rule, and rules that are off, touch nobody', async () => {
  const street = await openStreet();
  await edit(street, { own: HOT });
  await feed(street.app, [says('mei', '你好')]);
  const { version } = await held(street, 'mei');
  await edit(street, {
    own: `${HOT.replace('while', 'name: 热, while')}- { id: off, mode: off, while: { silence: {} }, tag: 待催单 }\n`,
  });
  expect((await held(street, 'mei')).version).toBe(version);
  expect(street.app.inForce.allRules().find(({ id }) => id === 'hot')?.name).toBe('热');
});

it('of two processes with different files the last one counts; both fold by its rules, and neither changes them again', async () => {
  const first = await openStreet();
  const second = await first.another();
  await edit(first, { config: 'silence_days: 5\n' });
  await feed(first.app, [says('mei', '你好'), { tick: iso(START + 8 * DAY) }]);
  await edit(second, { config: 'silence_days: 20\n' });
  expect(await tags(first, 'mei')).not.toContain('silent');
  // The first has not looked yet: the version on the customer tells it.
  await feed(first.app, [says('mei', '在吗', START + 8 * DAY + 1), { tick: iso(START + 15 * DAY) }]);
  expect(await tags(first, 'mei')).not.toContain('silent');
  expect(first.app.inForce.rules().silenceDays).toBe(20);
  const { version } = first.app.inForce.rulebook();
  for (const { app } of [first, second, first, second]) {
    await app.proposeRules();
    await app.followChanges();
  }
  expect([first, second].map(({ app }) => [app.inForce.rulebook().version, app.rulesAreFiled()])).toEqual([
    [version, false],
    [version, true],
  ]);
  // Its own files change: now it is the last.
  await edit(first, { config: 'silence_days: 6\n' });
  expect(await second.app.followChanges()).toEqual({ library: false, rules: true });
  expect(second.app.inForce.rules().silenceDays).toBe(6);
});

it('a rule keeps meaning the tag that its word meant when it was read', async () => {
  const street = await openStreet();
  await edit(street, { own: '- { id: seen, on: visit, do: [{ add: 大客户 }] }\n' });
  const library = await street.app.store.home.library();
  if (!library) throw new Error('no library');
  const nodes = library.nodes.map((node) => (node.id === 'key_account' ? { ...node, name: '重点', aliases: [] } : node));
  await street.app.store.home.saveLibrary({ ...library, version: library.version + 1, nodes }, library.version);
  await street.app.followChanges();
  await feed(street.app, [happens('mei', 'visit', { url: '/' })]);
  expect(await tags(street, 'mei')).toContain('key_account');
});
