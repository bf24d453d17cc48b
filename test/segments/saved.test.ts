// Queries that people gave a name.
import { describe, expect, it, test } from 'vitest';
import type { Context } from '../../src/commands/command.ts';
import { segment } from '../../src/commands/segment.ts';
import { tag } from '../../src/commands/tag.ts';
import type { Role } from '../../src/domain/person.ts';
import { readSegment } from '../../src/segments/read-segment.ts';
import { savedByName } from '../../src/segments/saved.ts';
import { tags } from '../support/any-query.ts';
import { feed, happens, START, says } from '../support/lines.ts';
import { openStreet, type Street } from '../support/open-street.ts';

describe('a saved segment', () => {
  const failure = (query: string, ...segments: [string, string][]): unknown => {
    const saved = savedByName(segments.map(([name, of]) => ({ name, query: of })));
    try {
      return readSegment({ query, tags, saved });
    } catch (error) {
      return error;
    }
  };

  it('that nobody saved is told with the one that is nearly called so', () => {
    expect(failure('VIP @大护', ['大户', 'VIP'])).toMatchObject({
      code: 'segment_unknown_saved',
      params: { name: '大护', near: '大户', at: 4 },
    });
  });

  it('that comes back to itself is refused with its path', () => {
    const circle: [string, string][] = [
      ['a', 'VIP @b'],
      ['b', '静默 或 @c'],
      ['c', '-@A'],
    ];
    expect(failure('@a', ...circle)).toMatchObject({
      code: 'segment_saved_circle',
      params: { path: '@a → @b → @c → @a', at: 0 },
    });
  });

  it('that the library has outgrown is named with its query, wherever it is used', () => {
    expect(failure('VIP @外', ['外', '@里 静默'], ['里', '旧标签名'])).toMatchObject({
      code: 'segment_saved_broken',
      params: { name: '外', at: 4 },
    });
  });

  it('that doubles at every step is refused before it costs anything', () => {
    const doubling = Array.from({ length: 30 }, (_, n): [string, string] => [
      `s${n}`,
      n === 0 ? 'VIP' : `@s${n - 1} 或 @s${n - 1}`,
    ]);
    expect(failure('@s29', ...doubling)).toMatchObject({ code: 'segment_saved_many' });
  });

  it('that nests deeper than the database takes is refused', () => {
    const deep = (inner: string) => `${'VIP 静默 或 大客户 ('.repeat(14)}${inner}${')'.repeat(14)}`;
    expect(failure('@c', ['c', deep('@b')], ['b', deep('@a')], ['a', deep('VIP')])).toMatchObject({ code: 'segment_too_deep' });
  });
});

const ask = async ({ app }: Street, args: string[], who: { id: string; role: Role } = { id: 'local', role: 'admin' }) => {
  const context: Context = { app, actor: { name: who.id, ...who }, lang: 'zh', atHand: null };
  const reply = await segment.run(context, args);
  return reply.kind === 'segment' ? reply.doc : reply.kind === 'segments' ? reply.doc : {};
};

test('a salesperson saves a query, uses it, and nobody but a manager changes it', async () => {
  const street = await openStreet();
  const li = { id: 'li', role: 'agent' as const };
  await feed(street.app, [
    happens('a', 'order', { order: 'o1', amount: 20_000, currency: 'CNY' }, START, { customer: { id: 'a', name: 'a' } }),
    says('b', '你好', START, { customer: { id: 'b', name: 'b' } }),
  ]);
  expect(await ask(street, ['消费超过一万', '--save', '大单'], li)).toMatchObject({ count: 1, saved: '大单' });
  expect(await ask(street, ['@大单'])).toMatchObject({ understood: '消费 超过 10,000 元', customers: [{ name: 'a' }] });
  expect(await ask(street, ['非@大单'])).toMatchObject({ customers: [{ name: 'b' }] });
  expect(await ask(street, ['@大单 -VIP', '--save', '大单未升'], li)).toMatchObject({ count: 1 });
  expect(await ask(street, ['--saved'])).toMatchObject({ segments: [{ name: '大单', by: 'li' }, { name: '大单未升' }] });

  const wang = { id: 'wang', role: 'agent' as const };
  await expect(ask(street, ['VIP', '--save', '大单'], wang)).rejects.toMatchObject({ code: 'segment_of_others' });
  await expect(ask(street, ['--drop', '大单'], wang)).rejects.toMatchObject({ code: 'segment_of_others' });
  await expect(ask(street, ['VIP', '--save', 'x'], { id: 'guest', role: 'viewer' })).rejects.toMatchObject({
    code: 'viewer_changes_nothing',
  });
  await expect(ask(street, ['--drop', '大单'])).rejects.toMatchObject({ code: 'segment_in_use', params: { user: '大单未升' } });
  await expect(ask(street, ['@大单未升', '--save', '大单'])).rejects.toMatchObject({ code: 'segment_saved_circle' });
  await expect(ask(street, ['VIP', '--save', 'a(b'])).rejects.toMatchObject({ code: 'segment_bad_name' });
  expect(await ask(street, ['--drop', '@大单未升'])).toMatchObject({ dropped: '大单未升', segments: [{ name: '大单' }] });
  await expect(ask(street, ['@大单未升'])).rejects.toMatchObject({ code: 'segment_unknown_saved' });
  const rows = await street.app.store.ledger.newest({}, 20);
  expect(rows.filter(({ action, denial }) => action === 'segment' || denial === 'segment_of_others')).toHaveLength(5);
});

test('owners: a misspelt one is asked about, a former colleague is found, and so are those who have none', async () => {
  const street = await openStreet();
  const reply = says('a', '在的', START + 1, { customer: { id: 'a' }, from: 'agent', agent: { id: 'a1', name: '王小明' } });
  await feed(street.app, [says('a', '在吗', START, { customer: { id: 'a', name: 'a' } }), reply]);
  await feed(street.app, [says('b', '你好', START + 2, { customer: { id: 'b', name: 'b' } })]);
  expect(await ask(street, ['负责人:王小明'])).toMatchObject({ customers: [{ name: 'a' }] });
  expect(await ask(street, ['负责人:无'])).toMatchObject({ count: 1, customers: [{ name: 'b' }] });
  expect(await ask(street, ['-owner:none'])).toMatchObject({ count: 1, customers: [{ name: 'a' }] });
  await expect(ask(street, ['非负责人:王晓明'])).rejects.toMatchObject({
    code: 'segment_unknown_owner',
    params: { word: '王晓明', near: '王小明' },
  });
});

test('?标签 finds those for whom it is only suggested', async () => {
  const street = await openStreet();
  const wrote = (id: string, text: string, at: number) => says(id, text, at, { customer: { id, name: id } });
  await feed(street.app, [wrote('a', '给我报个价吧', START), wrote('b', '给我报个价吧', START)]);
  const context: Context = { app: street.app, actor: { id: 'local', name: 'local', role: 'admin' }, lang: 'zh', atHand: null };
  await tag.run(context, ['b', '-要报价']);
  await feed(street.app, [wrote('b', '再报个价看看', START + 3_600_000)]);
  expect(await ask(street, ['要报价'])).toMatchObject({ customers: [{ name: 'a' }] });
  expect(await ask(street, ['?要报价'])).toMatchObject({ understood: '?要报价', customers: [{ name: 'b' }] });
  expect(await ask(street, ['要报价 或 ？要报价'])).toMatchObject({ count: 2 });
});
