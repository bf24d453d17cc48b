// What a manager does to the library in chat: asked first with the count, then done, then taken back by one word.
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import { ProblemsError } from '../../src/errors.ts';
import { feed, happens, MINUTE, START, says } from '../support/lines.ts';
import { HUA, KAN, LI, openDesk, person } from '../support/open-desk.ts';

test('a tag is renamed after the manager has heard whom it touches; the old name goes on working; one undo', async () => {
  const { app, give, confirm, carried } = await openDesk();
  await feed(app, [says('u1', '这个多少钱？', START, { customer: { id: 'u1', name: '小雨' } }), says('u2', '多少钱')]);
  const asked = await give(HUA, '标签库 改名 询价 问价');
  expect(asked).toMatchObject({
    kind: 'asked',
    doc: {
      asks: { edit: 'rename', tag: '需求与意向:询价', to: '问价' },
      count: 2,
      customers: expect.arrayContaining([{ id: 'u1', name: '小雨' }]),
    },
  });
  expect(app.inForce.tree().node('ask_price')?.name).toBe('询价');
  const done = await confirm(HUA, '标签库 改名 询价 问价');
  expect(done).toMatchObject({ kind: 'library_changed', doc: { changed: true, version: 2, customers: 2 } });
  expect(app.inForce.tree().label('ask_price')).toBe('需求与意向:问价');
  await give(LI, '打标 u1 -询价');
  expect(await carried('u1')).not.toContain('ask_price');
  expect(await give(HUA, '标签库 撤销')).toMatchObject({ doc: { edit: 'undo', version: 3 } });
  expect(app.inForce.tree().label('ask_price')).toBe('需求与意向:询价');
  const { entries } = ((await give(HUA, 'audit')) as { doc: { entries: object[] } }).doc;
  expect(entries.slice(0, 3)).toMatchObject([
    { actor: 'Hua', action: 'library', reason: 'undo 询价' },
    { actor: 'Li', action: 'remove' },
    { actor: 'Hua', action: 'library', reason: 'rename 需求与意向:询价 → 问价' },
  ]);
});

test('a yes is for what was told: when more customers are touched by then, it is asked again', async () => {
  const { app, give } = await openDesk();
  await feed(app, [says('u1', '多少钱')]);
  const asked = await give(HUA, 'library archive 询价');
  const token = asked.kind === 'asked' ? asked.token : '';
  await feed(app, [says('u2', '多少钱')]);
  expect(await give(HUA, 'library archive 询价', { told: token })).toMatchObject({ kind: 'asked', doc: { count: 2 } });
  expect(app.inForce.tree().node('ask_price')?.archived).toBe(false);
});

test('a new tag stands where it was put, can be set at once, and goes again by undo unless somebody has added below it', async () => {
  const { app, give, confirm, code, carried } = await openDesk();
  await feed(app, [says('u1', '你好')]);
  await confirm(HUA, 'library add 唤醒名单 --in 销售动作 --colour 红 --ttl 2周 --definition "本周要联系的老客户"');
  const tree = app.inForce.tree();
  const meaning = tree.resolve('销售动作:唤醒名单');
  const id = meaning.kind === 'one' ? meaning.id : '';
  expect(tree.node(id)).toMatchObject({ colour: '#cf1322', ttlDays: 14, definition: '本周要联系的老客户', source: 'hand' });
  await give(LI, 'tag u1 +唤醒名单');
  expect(await carried('u1')).toContain(id);
  expect(await code(HUA, 'library add 销售动作:唤醒名单')).toBe('tag_exists');
  expect(await code(HUA, 'library undo')).toBe('library_carried');
  await confirm(HUA, 'library add 唤醒名单:急');
  expect(app.inForce.tree().resolve('唤醒名单:急').kind).toBe('one');
  await confirm(HUA, 'library add 区域 --group --en Area');
  expect(app.inForce.tree().resolve('Area').kind).toBe('one');
  expect(await code(person('Mo', 'manager'), 'library undo')).toBe('nothing_to_undo');
  await give(HUA, 'library undo');
  expect(app.inForce.tree().resolve('区域').kind).toBe('unknown');
});

test('moving in a funnel keeps the order that it is given, and undo puts it back to the place', async () => {
  const { app, give, confirm, code } = await openDesk();
  const order = () => app.inForce.tree().descendants('stage').join();
  const before = order();
  await confirm(HUA, 'library move 报价中 --after 新线索');
  expect(app.inForce.tree().descendants('stage').slice(0, 2)).toEqual(['new_lead', 'quoting']);
  await give(HUA, 'library undo');
  expect(order()).toBe(before);
  expect(await code(HUA, 'library move 来源 优质渠道')).toBe('library_below_itself');
  await confirm(HUA, 'library move 流失风险 销售动作');
  expect(app.inForce.tree().isWithin('churn_risk', 'sales_action')).toBe(true);
});

test('a colour and a time to live go down to what took them over, and no further', async () => {
  const { app, confirm } = await openDesk();
  const nodes = () => new Map(app.inForce.library().nodes.map((node) => [node.id, node]));
  const before = nodes().get('ask_price')?.colour;
  await confirm(HUA, 'library colour 需求与意向 00ff00');
  expect([nodes().get('demand')?.colour, nodes().get('ask_price')?.colour]).toEqual(['#00ff00', '#00ff00']);
  expect(before).not.toBe('#00ff00');
  const urgent = nodes().get('urgent')?.ttlDays;
  await confirm(HUA, 'library ttl 需求与意向 20天');
  expect([nodes().get('ask_price')?.ttlDays, nodes().get('urgent')?.ttlDays]).toEqual([20, urgent]);
});

test('a merged tag is the other one from the beginning: words, hands and rules; and all of it comes back', async () => {
  const { app, give, confirm, carried, code } = await openDesk();
  await feed(app, [
    ...[says('u1', '这个多少钱？'), says('u2', '便宜点吧'), says('u3', '你好')],
    ...[says('u4', '多少钱'), says('u4', '便宜点', START + MINUTE)],
  ]);
  await give(LI, 'tag u3 +砍价 +紧急');
  const state = async () =>
    canonicalJson((await app.store.customers.load(['u1', 'u2', 'u3', 'u4'])).map(({ state: { key: _, ...one } }) => one));
  const before = await state();
  expect(await give(HUA, 'library merge 砍价 询价')).toMatchObject({ doc: { count: 3 } });
  await confirm(HUA, 'library merge 砍价 询价');
  for (const id of ['u1', 'u2', 'u3', 'u4']) {
    expect(await carried(id)).toContain('ask_price');
    expect(await carried(id)).not.toContain('bargain');
  }
  expect(await carried('u3')).toContain('urgent');
  // The old name works in commands, queries and for new words.
  expect(await give(LI, 'segment 砍价')).toMatchObject({ doc: { count: 4 } });
  await give(LI, 'tag u3 -砍价');
  expect(await carried('u3')).not.toContain('ask_price');
  await give(LI, 'undo u3');
  await feed(app, [says('u5', '再便宜点', START + 2 * MINUTE)]);
  expect(await carried('u5')).toEqual(expect.arrayContaining(['ask_price']));
  const why = await give(LI, 'why u3 砍价');
  expect(why.kind === 'why' && why.doc.history.map(({ action }) => action)).toEqual(expect.arrayContaining(['add']));
  expect(await give(LI, 'library show --archived')).toMatchObject({ doc: { nodes: [{ id: 'bargain' }] } });
  expect(await code(LI, 'library export - --archived')).toBe('library_usage');
  expect(await code(HUA, 'library merge 询价 砍价')).toBe('library_below_itself');
  await confirm(HUA, 'library restore 砍价');
  expect(await state()).toBe(before);
  expect(await carried('u5')).toContain('bargain');
});

test('groups are merged with all that lies below them, and undo gives every node its place back', async () => {
  const { app, give, confirm } = await openDesk();
  const nodes = () => canonicalJson(app.inForce.library().nodes);
  const before = nodes();
  await confirm(HUA, 'library merge 流失风险 销售动作');
  expect(app.inForce.tree().resolve('流失风险')).toEqual({ kind: 'one', id: 'sales_action' });
  await give(HUA, 'library undo');
  expect(nodes()).toBe(before);
});

test('agents and viewers change nothing, and every try is in the audit', async () => {
  const { app, code, denials } = await openDesk();
  const before = canonicalJson(app.inForce.library());
  const tries = ['rename VIP 贵宾', 'archive VIP --yes', 'merge VIP 普通客户 --yes', 'alias VIP 贵宾', 'undo', 'add 来源:新'];
  for (const words of tries) expect(await code(LI, `library ${words}`)).toBe('library_managers_only');
  expect(await code(KAN, 'library colour 询价 红')).toBe('library_managers_only');
  expect(canonicalJson(app.inForce.library())).toBe(before);
  expect(await denials()).toEqual(['Kan library_managers_only', ...Array(tries.length).fill('Li library_managers_only')]);
});

test('a restricted tag is as hard to change as to set, and no merge gives or frees one', async () => {
  const { app, give, confirm, code, carried, denials } = await openDesk();
  await feed(app, [says('u1', '你好'), says('u2', '你好')]);
  await give(HUA, 'tag u1 +VIP');
  await give(LI, 'tag u2 +高潜力客户');
  expect(await code(HUA, 'library merge 高潜力客户 VIP')).toBe('library_refused');
  expect(await code(HUA, 'library merge VIP 高潜力客户')).toBe('library_refused');
  expect(await code(HUA, 'library rename 高潜力客户 V​IP')).toBe('library_refused');
  await confirm(HUA, 'library rename VIP 贵宾');
  expect([await carried('u1'), await carried('u2')]).toEqual(
    [['vip'], ['high_potential']].map((one) => expect.arrayContaining(one)),
  );
  // Who is no manager any more takes nothing back.
  expect(await code(person('Hua', 'agent'), 'library undo')).toBe('library_managers_only');
  expect(await denials()).toEqual(['Hua library_managers_only']);
});

test('what does not make sense is said before anything is asked', async () => {
  const { app, give, code } = await openDesk();
  await feed(app, [happens('u1', 'order', { order: 'O1', amount: 10 })]);
  await give(HUA, 'product add A产品');
  const said: [string, string][] = [
    ['library renmae 询价 问价', 'library_usage_near'],
    ['library 乱写', 'library_usage'],
    ['library rename 询介 问价', 'unknown_tag_near'],
    ['library rename 询价', 'library_edit_usage'],
    ['library colour 询价 彩虹', 'bad_colour'],
    ['library ttl 询价 很久', 'bad_ttl'],
    ['library rename 兴趣-A产品 B', 'tag_of_product'],
    ['library rename 询价 砍价', 'library_refused'],
    ['library merge 报价中 已成交', 'tag_built_in'],
    ['library add 没有组', 'library_edit_usage'],
    ['library alias 询价 11010519491231002X', 'no_id_numbers'],
    ['library archive 询价 --ys', 'unknown_option'],
    ['library rename 询价 问价 --ttl 3d', 'library_edit_usage'],
    ['library archive 询价 --archived', 'library_edit_usage'],
  ];
  for (const [line, expected] of said) expect([line, await code(HUA, line)]).toEqual([line, expected]);
  await expect(give(HUA, 'library rename 询价 砍价')).rejects.toBeInstanceOf(ProblemsError);
  expect(await give(HUA, 'library rename 询价 询价')).toMatchObject({ doc: { changed: false } });
});
