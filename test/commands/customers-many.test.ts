// Customers who change hands, become one, become two again, and are found twice.
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/domain/canonical-json.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { feed, happens, MINUTE, START, says } from '../support/lines.ts';
import { HUA, KAN, LI, openDesk, person } from '../support/open-desk.ts';

const PEOPLE = `people:
  - { id: hua, name: 王芳, role: manager }
  - { id: li, name: 李明, role: agent, manager: hua, ids: { wecom: a1 } }
  - { id: wang, name: 王强, role: agent, manager: hua, ids: { wecom: a2 } }
`;
const BOSS = person('hua', 'manager');
const MING = person('li', 'agent');
const view = { lang: 'zh' as const, colour: false, zone: 'Asia/Shanghai', now: START };
const answer = (id: string, agent: string, at: number) => says(id, '您好', at, { from: 'agent', agent: { id: agent } });

test('all of one person go to another in one command, with open tasks and quotes, and come back by one undo', async () => {
  const { app, give, confirm, code, denials } = await openDesk({ config: PEOPLE });
  await feed(app, [
    ...['u1', 'u2', 'u3'].flatMap((id, n) => [
      says(id, '多少钱', START + n),
      answer(id, n < 2 ? 'a1' : 'a2', START + MINUTE + n),
    ]),
    happens('u1', 'quote', { quote: 'Q1', amount: 100, owner: 'li' }, START + 2 * MINUTE),
    // A quote of his at somebody else's customer.
    happens('u3', 'quote', { quote: 'Q3', amount: 100, owner: 'li' }, START + 2 * MINUTE),
  ]);
  await give(MING, 'task u1 回电话');
  await give(MING, 'task u2 寄样品');
  const state = async () =>
    canonicalJson((await app.store.customers.load(['u1', 'u2', 'u3'])).map(({ state: { key: _, ...one } }) => one));
  const before = await state();
  const asked = await give(BOSS, '客户 交接 李明 王强');
  expect(asked).toMatchObject({
    kind: 'asked',
    doc: { asks: { from: '李明', to: '王强', tasks: 2, quotes: 2 }, count: 3, customers: { length: 3 } },
  });
  expect(renderReply(asked, view)).toMatch(/把李明的客户全部交给王强，连同 2 个待办任务和 2 份未答复的报价/);
  expect(await confirm(BOSS, '客户 交接 李明 王强')).toMatchObject({ kind: 'batch', doc: { changed: 3, refusedCount: 0 } });
  const now = await app.store.customers.load(['u1', 'u2', 'u3']);
  expect(now.map(({ state: one }) => one.owner?.id)).toEqual(['wang', 'wang', 'wang']);
  expect(now.flatMap(({ state: one }) => one.tasks.map(({ owner }) => owner))).toEqual(['wang', 'wang']);
  expect(now.flatMap(({ state: one }) => one.quotes.map(({ owner }) => owner))).toEqual(['wang', 'wang']);
  expect(await give(person('wang', 'agent'), 'tasks')).toMatchObject({ doc: { tasks: { length: 2 } } });
  expect(await give(MING, 'tasks')).toMatchObject({ doc: { tasks: [] } });
  // Nothing is left, and the next hand-over says so.
  expect(await code(BOSS, '客户 交接 李明 王强')).toBe('handover_nothing');
  await give(BOSS, 'undo');
  expect(await state()).toBe(before);
  // Nobody takes what is another's, and whose customer was given on since stays there.
  expect(await code(MING, 'customer handover wang li')).toBe('handover_managers_only');
  expect(await code(person('kan', 'viewer'), 'customer handover li wang')).toBe('viewer_changes_nothing');
  await give(MING, 'customer handover li wang --yes');
  await give(BOSS, 'customer u2 owner hua');
  expect(await give(MING, 'undo')).toMatchObject({ doc: { changed: 2, refused: [{ id: 'u2', code: 'undo_overtaken' }] } });
  expect(await denials()).toEqual(['kan viewer_changes_nothing', 'li handover_managers_only']);
});

test('who has left still hands over, and a mistyped name is told the nearest', async () => {
  const { app, give, code } = await openDesk({ config: PEOPLE });
  await feed(app, [
    says('u1', '多少钱'),
    says('u1', '您好', START + MINUTE, { from: 'agent', agent: { id: 'gone7', name: '小陈' } }),
  ]);
  expect(await give(BOSS, 'customer handover 小陈 li --yes')).toMatchObject({ doc: { changed: 1 } });
  await expect(give(BOSS, 'customer u1 owner 王')).rejects.toMatchObject({ params: { choices: '王芳 (hua)、王强 (wang)' } });
  await expect(give(BOSS, 'customer u1 owner wnag')).rejects.toMatchObject({ params: { choices: '王强 (wang)' } });
  expect(await code(BOSS, 'customer u1 owner 赵六')).toBe('unknown_person');
  expect(await code(BOSS, 'customer handover li')).toBe('handover_usage');
  expect(await code(BOSS, 'customer handover li 李明')).toBe('handover_same');
});

test('two who are one are joined and parted again, each with what was theirs; a key never joins them again', async () => {
  const { app, give, code, carried } = await openDesk();
  await feed(app, [
    says('a', '多少钱', START, { customer: { id: 'a', name: '王芳', key: 'k' } }),
    says('b', '开发票', START + 1),
  ]);
  await feed(app, [says('b', '在吗', START + MINUTE, { customer: { id: 'b', name: '芳芳' } })]);
  await give(LI, 'tag b +紧急');
  const before = { a: (await carried('a')).join(), b: (await carried('b')).join() };
  const joined = await give(LI, '客户 合并 王芳 芳芳');
  expect(renderReply(joined, view)).toMatch(/已合成一位客户[\s\S]*\(a\)/);
  expect(await carried('a')).toEqual(expect.arrayContaining(['ask_price', 'invoice', 'urgent']));
  expect(await give(LI, 'find 芳芳')).toMatchObject({ doc: { customers: [{ id: 'a' }] } });
  await give(LI, 'undo');
  expect({ a: (await carried('a')).join(), b: (await carried('b')).join() }).toEqual(before);
  // Again, and what is done to them as one stays with the first.
  await give(LI, 'customer join a b');
  await give(LI, 'tag a +合作');
  await feed(app, [says('b', '怎么付款', START + 2 * MINUTE)]);
  expect(await give(LI, 'customer split 王芳')).toMatchObject({
    kind: 'customer',
    doc: { customer: { id: 'b' }, changes: ['split'] },
  });
  expect(await carried('a')).toEqual(expect.arrayContaining(['ask_price', 'partnership']));
  expect(await carried('a')).not.toContain('invoice');
  expect(await carried('b')).toEqual(expect.arrayContaining(['invoice', 'urgent', 'payment']));
  expect(await give(LI, 'find 芳芳')).toMatchObject({ doc: { customers: [{ id: 'b' }] } });
  await feed(app, [says('b', '你好', START + 3 * MINUTE, { customer: { id: 'b', key: 'k' } })]);
  expect(await app.store.customers.mergedWith('a')).toEqual(['a']);
  const audit = await give(HUA, 'audit a');
  const did = audit.kind === 'audit' ? audit.doc.entries.map(({ action }) => action) : [];
  expect(did.filter((one) => ['join', 'split'].includes(one))).toEqual(['split', 'join', 'split', 'join']);
  // A person's word counts more: by hand they can be one again.
  await give(LI, 'customer join a b');
  expect(await app.store.customers.mergedWith('a')).toEqual(['a', 'b']);
  expect(await code(LI, 'customer split a c')).toBe('split_which');
  expect(await code(LI, 'customer join a a')).toBe('join_same');
  expect(await code(KAN, 'customer split a')).toBe('viewer_changes_nothing');
});

test('VIP stays on the side that had it: no agent joins across it, and after a split it is there again', async () => {
  const { app, give, code, carried, denials } = await openDesk();
  await feed(app, [says('a', '你好'), says('b', '你好', START + 1)]);
  await give(HUA, 'tag b +VIP');
  expect(await code(LI, 'customer join a b')).toBe('join_restricted_tag');
  expect(await denials()).toEqual(['Li join_restricted_tag vip']);
  await give(HUA, 'customer join a b');
  expect(await carried('a')).toContain('vip');
  await give(LI, 'customer split a');
  expect([await carried('a'), await carried('b')].map((tags) => tags.includes('vip'))).toEqual([false, true]);
  // A later choice on the other side does not take VIP off the two as one: no join does.
  await give(HUA, 'tag a +普通客户');
  await give(HUA, 'customer join a b');
  expect(await carried('a')).toContain('vip');
  expect(await carried('a')).not.toContain('regular');
  await give(HUA, 'undo');
  expect([await carried('a'), await carried('b')].map((tags) => tags.includes('vip'))).toEqual([false, true]);
  expect(await carried('a')).toContain('regular');
});

test('of three who became one, the one named goes, with all who had become part of them', async () => {
  const { app, give, code } = await openDesk();
  await feed(
    app,
    ['a', 'b', 'c'].map((id, n) => says(id, '你好', START + n)),
  );
  await give(LI, 'customer join b c');
  await give(LI, 'customer join a b');
  expect(await code(LI, 'customer split a')).toBe('split_which');
  await give(LI, 'customer split a b');
  expect((await app.store.customers.mergedWith('b')).sort()).toEqual(['b', 'c']);
  expect(await app.store.customers.keysOf('b')).toEqual(['wecom//b', 'wecom//c']);
  await give(LI, 'customer split b');
  expect(await code(LI, 'customer split b')).toBe('not_joined');
  expect(await code(LI, 'customer join a b c')).toBe('join_usage');
});

test('one phone number in two spellings, or one address, proposes a join; the number itself is nowhere', async () => {
  const { app, give } = await openDesk();
  await give(HUA, 'customer new 王芳 电话:138-0000-1234');
  await feed(app, [
    happens('u7', 'profile', { 手机: '+86 13800001234' }),
    happens('u8', 'profile', { email: 'Mei@Example.com' }, START + 1),
    happens('u9', 'profile', { email: 'mei@example.com' }, START + 2),
    happens('u10', 'profile', { phone: '139****1234' }, START + 3),
    happens('u11', 'profile', { phone: '139****1234' }, START + 4),
  ]);
  const found = await give(LI, '客户 查重');
  const groups = found.kind === 'duplicates' ? found.doc.duplicates : [];
  expect(groups.map(({ by, customers }) => [by, customers.map(({ id }) => id)]).sort()).toEqual([
    ['email', ['u8', 'u9']],
    ['phone', ['u7', '王芳']],
  ]);
  expect(renderReply(found, view)).toMatch(/电话 \S*138\*\*\*\*1234：[\s\S]*customer join u7 王芳/);
  const customers = await app.store.customers.load(['u7', '王芳']);
  expect(JSON.stringify(customers)).not.toMatch(/13800001234|138-0000/);
  // Those of whom somebody said that they are two are not proposed again.
  await give(LI, 'customer join u8 u9');
  await give(LI, 'customer split u8');
  await give(LI, 'customer u7 电话:13711112222');
  expect(await give(LI, 'customer duplicates')).toMatchObject({ doc: { duplicates: [] } });
  await give(LI, 'undo u7');
  expect(await give(LI, 'customer duplicates')).toMatchObject({ doc: { duplicates: { length: 1 } } });
});

test('what is known of customers, by field and by owner, for those whom somebody sees', async () => {
  const { app, give, code } = await openDesk({ config: PEOPLE });
  await feed(app, [
    ...[says('u1', '你好', START, { customer: { id: 'u1', name: '甲' } }), answer('u1', 'a1', START + MINUTE)],
    ...[says('u2', '你好'), answer('u2', 'a2', START + MINUTE), says('u3', '你好')],
    happens('u1', 'profile', { 地区: '杭州', 行业: 'IT' }, START + 2 * MINUTE),
    happens('u2', 'profile', { 地区: '上海' }, START + 2 * MINUTE),
  ]);
  const all = await give(BOSS, '客户 完整度');
  expect(all).toMatchObject({ doc: { customers: 3, withoutOwner: 1 } });
  const doc = all.kind === 'completeness' ? all.doc : null;
  expect(doc?.fields.find(({ field }) => field === 'region')).toEqual({ field: 'region', have: 2, share: 0.667 });
  expect(doc?.fields.find(({ field }) => field === 'name')?.have).toBe(1);
  expect(doc?.owners.map(({ owner, customers }) => [owner, customers]).sort()).toEqual([
    [null, 1],
    ['李明', 1],
    ['王强', 1],
  ]);
  expect(renderReply(all, view)).toMatch(/3 位客户的资料完整度[\s\S]*地区 .*67 %[\s\S]*1 位没有负责人/);
  expect(await give(MING, 'customer report')).toMatchObject({ doc: { customers: 1, owners: [{ owner: '李明' }] } });
  expect(await code(BOSS, 'customer report all')).toBe('report_usage');
});

test('an owner whom only their channel knows is named in the report as there', async () => {
  const { app, give } = await openDesk();
  const reply = says('u1', '在的', START + MINUTE, { from: 'agent', agent: { id: 'a9', name: 'Anna' } });
  await feed(app, [says('u1', '你好', START, { customer: { id: 'u1', name: '甲' } }), reply]);
  const report = await give(BOSS, 'customer report');
  expect(report).toMatchObject({ doc: { owners: [{ owner: 'Anna', customers: 1 }] } });
  expect(renderReply(report, view)).toContain('Anna');
});
