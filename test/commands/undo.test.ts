import { expect, test } from 'vitest';
import type { Context } from '../../src/commands/command.ts';
import { commandNamed } from '../../src/commands/index.ts';
import type { Actor, Role } from '../../src/domain/person.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { TagwiseError } from '../../src/errors.ts';
import { feed, MINUTE, START, says } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';

const person = (id: string, role: Role): Actor => ({ id, name: id, role });
const HUA = person('Hua', 'manager');
const LI = person('Li', 'agent');
const KAN = person('Kan', 'viewer');

const openDesk = async () => {
  const { app } = await openStreet();
  const give = (actor: Actor, name: string, ...args: string[]): Promise<Reply> => {
    const context: Context = { app, actor, lang: 'zh', atHand: null };
    const command = commandNamed(name);
    if (!command) throw new Error(name);
    return command.run(context, args);
  };
  return {
    app,
    give,
    code: (...given: Parameters<typeof give>): Promise<string> =>
      give(...given).then(
        () => 'done',
        (error) => {
          if (error instanceof TagwiseError) return error.code;
          throw error;
        },
      ),
    carried: async (id: string): Promise<string[]> => {
      const [held] = await app.store.customers.load([id]);
      return held?.tagIds ?? [];
    },
    denials: async (): Promise<string[]> => {
      const rows = await app.store.ledger.newest({}, 100);
      return rows.filter(({ action }) => action === 'denied').map(({ actor, tag, denial }) => `${actor} ${denial} ${tag}`);
    },
  };
};

const changedBy = (reply: Reply) => {
  if (reply.kind !== 'changed') throw new Error(reply.kind);
  return { changes: reply.doc.changes.map(({ action, tag }) => `${action} ${tag}`), fields: reply.doc.fieldChanges };
};

test('a rejection can be taken back although a machine has suggested the tag again since', async () => {
  const { app, give, carried } = await openDesk();
  await feed(app, [says('u1', '这个多少钱？')]);
  expect(await carried('u1')).toContain('ask_price');
  await give(LI, 'tag', 'u1', '-询价');
  await feed(app, [says('u1', '多少钱呀', START + MINUTE)]);
  const [held] = await app.store.customers.load(['u1']);
  expect(Object.keys(held?.state.suggested ?? {})).toEqual(['ask_price']);
  expect(changedBy(await give(LI, 'undo', 'u1')).changes).toEqual(['add 需求与意向:询价']);
  expect(await carried('u1')).toContain('ask_price');
});

test('an undone change of fields and owner says what stands there now', async () => {
  const { app, give } = await openDesk();
  await feed(app, [says('u1', '你好')]);
  await give(HUA, 'customer', 'u1', 'city:杭州');
  await give(LI, 'customer', 'u1', 'city=上海', 'sex:女', 'owner', 'Li');
  expect(changedBy(await give(LI, 'undo', 'u1'))).toEqual({
    changes: [],
    fields: [
      { field: 'owner', from: 'Li', to: null },
      { field: 'region', from: '上海', to: '杭州' },
      { field: 'sex', from: 'female', to: null },
    ],
  });
  await give(LI, 'tag', 'u1', '+紧急');
  expect(changedBy(await give(LI, 'undo', 'u1')).fields).toBeUndefined();
});

test('a refused undo is audited at what it aimed at, and nowhere else', async () => {
  const { app, give, code, denials } = await openDesk();
  await feed(app, [says('u1', '你好'), says('u2', '你好'), says('u3', '你好')]);
  await give(HUA, 'tag', 'u1', '+VIP');
  await give(HUA, 'customer', 'u1', 'note:茶');
  expect(await code(LI, 'undo', 'u1')).toBe('nothing_to_undo');
  expect(await denials()).toEqual(['Li nothing_to_undo vip']);

  // The newest change is not VIP's: the undo aimed at that one.
  await give(HUA, 'tag', 'u1', '+紧急');
  expect(await code(LI, 'undo', 'u1')).toBe('nothing_to_undo');
  expect(await denials()).toHaveLength(1);

  // Somebody else changed the very tag, with VIP beside it or not.
  await give(HUA, 'tag', 'u2', '+VIP');
  await give(LI, 'tag', 'u2', '+紧急');
  await give(HUA, 'tag', 'u2', '-紧急');
  expect(await code(LI, 'undo', 'u2')).toBe('undo_overtaken');
  expect(await denials()).toHaveLength(1);
  await give(LI, 'tag', 'u3', '+高潜力客户');
  await give(HUA, 'tag', 'u3', '+VIP');
  expect(await code(LI, 'undo', 'u3')).toBe('undo_overtaken');
  expect(await denials()).toEqual(['Li undo_overtaken vip', 'Li nothing_to_undo vip']);
});

test('who may no longer set VIP cannot take its removal back, and a viewer takes back nothing', async () => {
  const { app, give, code, carried, denials } = await openDesk();
  await feed(app, [says('u1', '你好')]);
  await give(HUA, 'tag', 'u1', '+VIP');
  expect(await code(person('Hua', 'agent'), 'undo', 'u1')).toBe('tag_restricted');
  await give(HUA, 'customer', 'u1', 'city:杭州');
  expect(await code(person('Hua', 'viewer'), 'undo', 'u1')).toBe('viewer_changes_nothing');
  expect(await carried('u1')).toContain('vip');
  expect(await denials()).toEqual(['Hua viewer_changes_nothing ', 'Hua tag_restricted vip']);
});

test("a viewer's refused change of a field, an owner or a new customer stands in the audit", async () => {
  const { app, code, denials } = await openDesk();
  await feed(app, [says('u1', '你好')]);
  for (const words of [
    ['u1', 'city=杭州'],
    ['u1', 'owner', 'Kan'],
    ['u1', '城市:杭州', 'owner', 'Kan'],
    ['new', '王芳'],
  ])
    expect(await code(KAN, 'customer', ...words)).toBe('viewer_changes_nothing');
  expect(await denials()).toEqual(Array(4).fill('Kan viewer_changes_nothing '));
  const rows = await app.store.ledger.newest({ customer: 'u1' }, 10);
  expect(rows.filter(({ action }) => action === 'denied')).toHaveLength(3);
  // Looking is no change.
  expect(await code(KAN, 'customer', 'u1')).toBe('done');
  expect(await denials()).toHaveLength(4);
});

test('after a merge, why and audit tell what happened under the old id, and undo still asks for the right', async () => {
  const { app, give, code, carried, denials } = await openDesk();
  await feed(app, [says('a', '你好', START), says('b', '你好', START + MINUTE), says('c', '你好', START + 2 * MINUTE)]);
  for (const id of ['a', 'b', 'c']) await give(HUA, 'tag', id, '+VIP');
  const join = (id: string, key: string, at: number) => says(id, '在吗', at, { customer: { id, key } });
  // First b and c become one, then that one and a: a chain of tombstones.
  await feed(app, [join('b', 'k1', START + 3 * MINUTE), join('c', 'k1', START + 4 * MINUTE)]);
  await feed(app, [join('b', 'k2', START + 5 * MINUTE), join('a', 'k2', START + 6 * MINUTE)]);
  const gone = (await app.store.customers.load(['a', 'b', 'c'])).filter(({ mergedInto }) => mergedInto !== undefined);
  expect(gone).toHaveLength(2);
  const kept = ['a', 'b', 'c'].find((id) => !gone.some(({ _id }) => _id === id)) ?? '';

  const reply = await give(HUA, 'why', kept, 'VIP');
  const history = reply.kind === 'why' ? reply.doc.history.filter(({ action }) => action === 'add') : [];
  expect(history.map(({ actor }) => actor)).toEqual(['Hua', 'Hua', 'Hua']);
  const audit = await give(HUA, 'audit', kept);
  const added =
    audit.kind === 'audit' ? audit.doc.entries.filter(({ tag, action }) => action === 'add' && tag?.includes('VIP')) : [];
  expect(added.map(({ customer }) => customer).sort()).toEqual(['a', 'b', 'c']);

  expect(await code(person('Hua', 'agent'), 'undo', kept)).toBe('tag_restricted');
  expect(await carried(kept)).toContain('vip');
  expect(await denials()).toEqual(['Hua tag_restricted vip']);
});
