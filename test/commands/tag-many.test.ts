// Tags for all customers of a query: asked first, done to each by itself, told, and taken back as one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attemptPage } from '../../src/commands/batch/attempt-page.ts';
import { beginBatch } from '../../src/commands/batch/begin-batch.ts';
import { goOn } from '../../src/commands/batch/go-on.ts';
import { isMany, partMany } from '../../src/commands/batch/part-many.ts';
import { UsageError } from '../../src/errors.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { feed, happens, MINUTE, START, says } from '../support/lines.ts';
import { HUA, KAN, LI, openDesk } from '../support/open-desk.ts';

const view = { lang: 'zh' as const, colour: false, zone: 'Asia/Shanghai', now: START };

const people = (count: number, text = '多少钱') =>
  [...Array(count).keys()].map((n) => says(`c${n}`, text, START + n, { customer: { id: `c${n}`, name: `客户${n}` } }));

const wakeUp = async (desk: Awaited<ReturnType<typeof openDesk>>) => {
  await desk.confirm(HUA, 'library add 唤醒名单 --in 销售动作');
  const meaning = desk.app.inForce.tree().resolve('唤醒名单');
  return meaning.kind === 'one' ? meaning.id : '';
};

test('count and five names first; 确认 tags all; why names the batch; one undo takes it back from all', async () => {
  const desk = await openDesk();
  const { app, give, carried } = desk;
  const wake = await wakeUp(desk);
  await feed(app, [...people(230), says('other', '你好')]);
  await give(LI, 'tag c7 +唤醒名单');
  const asked = await give(LI, '打标 @(询价 -VIP) +唤醒名单');
  expect(asked).toMatchObject({ kind: 'asked', doc: { count: 230, customers: { length: 5 } } });
  expect(renderReply(asked, view)).toMatch(/\+销售动作:唤醒名单[\s\S]*涉及 230 位客户：客户.*还有 225 位[\s\S]*确认/);
  expect(await app.store.customers.count({ tagIds: wake })).toBe(1);
  const heard: [number, number][] = [];
  const told = asked.kind === 'asked' ? asked.token : '';
  const done = await give(LI, '打标 @(询价 -VIP) +唤醒名单', { told, progress: (one, of) => heard.push([one, of]) });
  expect(done).toMatchObject({ kind: 'batch', doc: { count: 230, changed: 229, unchanged: 1, refusedCount: 0 } });
  expect(heard).toEqual([
    [100, 230],
    [200, 230],
    [230, 230],
  ]);
  expect(await app.store.customers.count({ tagIds: wake })).toBe(230);
  expect(await carried('other')).not.toContain(wake);
  expect(renderReply(await give(KAN, 'why c3 唤醒名单'), view)).toMatch(/由.*Li.* 添加，批量 @\(询价 -VIP\)，共 230 位客户/);
  const audit = await give(HUA, 'audit');
  expect(audit.kind === 'audit' && audit.doc.entries.find(({ action }) => action === 'batch')).toMatchObject({
    actor: 'Li',
    reason: '@(询价 -VIP) +销售动作:唤醒名单: 229/230',
  });
  // Of one who was changed since in the same, the undo tells; of the rest it takes all back.
  await give(HUA, 'tag c5 -唤醒名单');
  expect(await give(LI, '撤销')).toMatchObject({
    kind: 'batch',
    doc: { count: 230, changed: 228, unchanged: 1, refused: [{ id: 'c5', name: '客户5', code: 'undo_overtaken' }] },
  });
  expect(await app.store.customers.count({ tagIds: wake })).toBe(1);
  expect(await carried('c7')).toContain(wake);
  // What is left to take back is what was done before.
  await give(LI, 'undo');
  expect(await app.store.customers.count({ tagIds: wake })).toBe(0);
});

test('a batch can be taken back from one customer by name, and from the rest afterwards', async () => {
  const desk = await openDesk();
  const { app, give } = desk;
  const wake = await wakeUp(desk);
  await feed(app, people(3));
  await give(LI, 'tag @(询价) +唤醒名单 --yes');
  expect(await give(LI, 'undo c1')).toMatchObject({ kind: 'changed', doc: { changes: [{ action: 'remove' }] } });
  expect(await give(LI, 'undo', { atHand: 'c1' })).toMatchObject({ doc: { changed: 2, unchanged: 1 } });
  expect(await app.store.customers.count({ tagIds: wake })).toBe(0);
});

test('exclusive groups are honoured customer by customer, and a restricted tag stays where it is', async () => {
  const { app, give, code, carried, denials } = await openDesk();
  await feed(app, people(4));
  await give(HUA, 'tag c0 +VIP');
  await give(LI, 'tag c1 +高潜力客户');
  const done = await give(LI, 'tag @(询价) +普通客户 --yes');
  expect(done).toMatchObject({
    doc: { count: 4, changed: 3, refusedCount: 1, refused: [{ id: 'c0', code: 'replaces_restricted' }] },
  });
  expect(renderReply(done, view)).toMatch(/1 位没有改：\n {2}客户0 \(c0\)：会去掉受限标签/);
  expect(await carried('c0')).toContain('vip');
  expect(await carried('c1')).not.toContain('high_potential');
  // VIP itself is refused as a whole, before anybody is asked about.
  expect(await code(LI, 'tag @(询价) +VIP')).toBe('tag_restricted');
  expect(await code(LI, 'tag @(询价) -VIP --yes')).toBe('tag_restricted');
  expect(await code(KAN, 'tag @(询价) +紧急')).toBe('viewer_changes_nothing');
  expect((await denials()).sort()).toEqual([
    'Kan viewer_changes_nothing',
    'Li replaces_restricted regular',
    'Li tag_restricted vip',
    'Li tag_restricted vip',
  ]);
  await give(LI, 'undo');
  expect(await carried('c1')).toContain('high_potential');
});

test('an agent moves no stage back by a batch; a manager may give VIP to many, and only who may takes it back', async () => {
  const { app, give, carried } = await openDesk();
  await feed(app, [...people(3), happens('c0', 'payment', { order: 'O1', amount: 100 }, START + MINUTE)]);
  expect(await give(LI, 'tag @(询价) 阶段:已沟通 --yes')).toMatchObject({
    doc: { changed: 2, refused: [{ id: 'c0', code: 'stage_backward' }] },
  });
  await give(HUA, 'tag @(询价) +VIP --yes');
  expect(await carried('c2')).toContain('vip');
  expect(await give({ ...HUA, role: 'agent' }, 'undo')).toMatchObject({ doc: { changed: 0, refusedCount: 3 } });
  expect(await carried('c2')).toContain('vip');
});

test('an interrupted batch goes on once its process is silent, each customer once, under the role that its person has now', async () => {
  const config = 'people: [{ id: li, name: Li, role: agent }, { id: hua, name: Hua, role: manager }]';
  const { app, give, carried, denials } = await openDesk({ config });
  await feed(app, people(120));
  const ids = [...Array(120).keys()].map((n) => `c${n}`);
  const context = (id: string) => ({ app, actor: { id, name: id, role: 'manager' as const }, lang: 'zh' as const, atHand: null });
  const urgent = await beginBatch(context('hua'), { kind: 'tag', query: '询价', add: ['urgent'], remove: [] }, ids, 'n');
  // Somebody was in the middle of it: one customer is changed, no page is noted as done.
  const [held] = await app.store.customers.load(['c3']);
  if (!held) throw new Error('c3');
  const member = { id: 'c3', held, identities: await app.store.customers.keysOf('c3') };
  await attemptPage(context('hua'), urgent, [member]);
  expect(await goOn(app, false)).toBe(0);
  expect(await goOn(app, true)).toBe(1);
  expect(await goOn(app, true)).toBe(0);
  expect(await app.store.customers.count({ tagIds: 'urgent' })).toBe(120);
  expect(await app.store.ledger.of(['c3'], ['urgent'], 10)).toHaveLength(1);
  expect(await give({ id: 'hua', name: 'Hua', role: 'manager' }, 'undo')).toMatchObject({ doc: { changed: 120 } });
  // When it was given, Li was a manager.
  await beginBatch(context('li'), { kind: 'tag', query: '询价', add: ['vip'], remove: [] }, ids.slice(0, 2), 'n');
  await goOn(app, true);
  expect(await carried('c0')).not.toContain('vip');
  expect(await denials()).toEqual(['li tag_restricted vip', 'li tag_restricted vip']);
  // And who is nobody here any more changes nothing.
  await beginBatch(context('gone'), { kind: 'handover', from: 'hua', to: 'gone' }, ids.slice(0, 2), 'n');
  const left = await beginBatch(
    context('gone'),
    { kind: 'tag', query: '询价', add: ['invoice'], remove: [] },
    ids.slice(0, 2),
    'n',
  );
  await goOn(app, true);
  expect(await carried('c0')).not.toContain('invoice');
  expect((await app.store.deeds.pages(left._id))[0]?.outcome?.refused).toHaveLength(2);
});

test('what cannot be understood is said, and nobody is touched', async () => {
  const { app, give, code } = await openDesk();
  await feed(app, people(2));
  const said: [string, string][] = [
    ['tag @(询价 +紧急', 'many_bracket'],
    ['tag @(询价)', 'many_usage'],
    ['tag @() +紧急', 'many_usage'],
    ['tag @(询介) +紧急', 'segment_unknown_term'],
    ['tag @(询价) +紧及', 'unknown_tag_near'],
    ['tag @(询价) 紧急', 'tag_without_sign'],
    ['tag @(询价) +紧急 -紧急', 'tag_both_ways'],
    ['tag @(VIP) +紧急', 'many_nobody'],
  ];
  for (const [line, expected] of said) expect([line, await code(LI, line)]).toEqual([line, expected]);
  expect(await app.store.customers.count({ tagIds: 'urgent' })).toBe(0);
  expect(await give(LI, 'tag @（询价）+紧急 --yes')).toMatchObject({ doc: { changed: 2 } });
});

test('the bracket of a query is found whatever stands in it, and behind it', () => {
  const anyQuery = fc.stringMatching(/^[a-z静默VIP >0-9-]{1,20}$/).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(anyQuery, fc.constantFrom('+a', '-b', '组:c'), fc.boolean(), (query, change, wide) => {
      const line = wide ? `@（(${query})）${change}` : `@((${query})) ${change}`;
      const words = line.split(' ').filter((word) => word !== '');
      expect(isMany(words[0])).toBe(true);
      const { query: inner, rest } = partMany(words);
      expect(inner.join('')).toBe(`(${query.replaceAll(' ', '')})`);
      expect(rest).toEqual([change]);
    }),
    { numRuns: 200 },
  );
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (words) => {
      try {
        partMany(words);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }),
  );
});
