import { expect, it } from 'vitest';
import { findCustomer } from '../src/commands/find-customer.ts';
import { tag } from '../src/commands/tag.ts';
import type { TagNode } from '../src/domain/tag.ts';
import { sweepOf } from '../src/tagging/sweep-of.ts';
import { DAY, feed, happens, iso, START, says } from './support/lines.ts';
import { openStreet, type Street } from './support/open-street.ts';
import { A } from './support/sold.ts';
import { tellingTags } from './support/telling-tags.ts';

const LONG_AGO = 1;

/** Another process of this installation changes one node of the library. */
const change = async ({ app }: Street, id: string, part: Partial<TagNode>) => {
  const before = await app.store.home.library();
  if (!before) throw new Error('no library');
  const nodes = before.nodes.map((node) => (node.id === id ? { ...node, ...part } : node));
  const after = { ...before, version: before.version + 1, nodes };
  expect(await app.store.home.saveLibrary(after, before.version, sweepOf(before, after), LONG_AGO)).toBe(true);
};

const count = ({ app }: Street, tag: string) => app.store.customers.count({ tagIds: tag });
const held = ({ app }: Street, customer: string) => findCustomer({ app, atHand: null }, customer);
const telling = async (street: Street, customer: string) =>
  tellingTags((await held(street, customer)).state, street.app.inForce.tree());

it('takes an archived tag off everybody, says why, and gives it back when it is restored', async () => {
  const street = await openStreet();
  const { app } = street;
  await feed(
    app,
    [...Array(30).keys()].map((n) => says(`c${n}`, n % 3 === 0 ? '这个多少钱？' : '开个发票', START)),
  );
  expect([await count(street, 'ask_price'), await count(street, 'invoice')]).toEqual([10, 20]);
  await feed(app, [{ tick: iso(START + DAY) }]);

  await change(street, 'ask_price', { archived: true });
  expect(await app.followChanges()).toEqual({ library: true, rules: false });
  expect([await count(street, 'ask_price'), await count(street, 'invoice')]).toEqual([0, 20]);
  const [row] = await app.store.ledger.newest({ customer: 'c0' }, 5);
  expect(row).toMatchObject({ tag: 'ask_price', action: 'remove', reason: 'library', at: START + DAY });
  expect(await app.behind()).toBe(0);

  await change(street, 'ask_price', { archived: false });
  await app.followChanges();
  expect(await count(street, 'ask_price')).toBe(10);
  // It ends when nobody is left, and is then not looked for again.
  await app.followChanges();
  expect((await app.store.home.grounds()).sweeps).toEqual([]);
});

it('keeps what people set, but for the archived word of a command with several', async () => {
  const street = await openStreet();
  const { app } = street;
  await feed(app, [says('mei', '你好')]);
  const as = (role: 'agent' | 'manager') => ({ app, actor: { id: role, name: role, role }, lang: 'zh' as const, atHand: null });
  await tag.run(as('agent'), ['mei', '+急', '+大客户']);
  await change(street, 'urgent', { archived: true });
  await app.followChanges();
  expect(await telling(street, 'mei')).toEqual(['key_account']);
});

it('touches no customer for a new name, colour or definition', async () => {
  const street = await openStreet();
  await feed(street.app, [says('mei', '这个多少钱？')]);
  const { version } = await held(street, 'mei');
  await change(street, 'ask_price', { name: '问价', colour: '#123456', definition: '问了价钱', importance: 3 });
  expect(await street.app.followChanges()).toEqual({ library: true, rules: false });
  expect(await held(street, 'mei')).toMatchObject({ version, tagIds: expect.arrayContaining(['ask_price']) });
});

it('makes a group exclusive for those who carry two of it', async () => {
  const street = await openStreet();
  await feed(street.app, [says('mei', '这个多少钱？'), says('mei', '开个发票', START + DAY), says('bo', '开个发票')]);
  const { parent } = street.app.inForce.tree().node('invoice') ?? {};
  await change(street, parent ?? '', { exclusive: true });
  await street.app.followChanges();
  expect(await telling(street, 'mei')).toEqual(['invoice']);
  expect(await telling(street, 'bo')).toEqual(['invoice']);
});

it('never lets a process that has not heard of the change write by the old library', async () => {
  const street = await openStreet();
  const other = await street.another();
  await feed(street.app, [says('mei', '这个多少钱？'), says('bo', '这个多少钱？')]);
  await change(street, 'ask_price', { archived: true });
  await street.app.followChanges();
  // This one still holds the old library: the version on the customer tells it.
  await feed(other.app, [says('mei', '多少钱啊', START + DAY)]);
  expect(await telling(other, 'mei')).toEqual([]);
  expect(other.app.inForce.library().version).toBe(2);
});

it('knows a product that another process sells, and folds those again alone whose facts name it', async () => {
  const street = await openStreet();
  const { app } = street;
  await feed(app, [
    happens('mei', 'visit', { url: 'https://x.cn/a-product' }),
    happens('bo', 'order', { order: 'O1', amount: 1, product: 'Ａ产品' }),
    happens('kim', 'order', { order: 'O2', amount: 1, product: 'C产品' }),
    says('eve', 'A产品有货吗'),
  ]);
  const versions = async () =>
    (await Promise.all(['mei', 'bo', 'kim', 'eve'].map((who) => held(street, who)))).map(({ version }) => version);
  const before = await app.store.home.library();
  if (!before) throw new Error('no library');
  const sell = async (from: typeof before, products: (typeof A)[]) => {
    const after = { ...from, version: from.version + 1, products };
    expect(await app.store.home.saveLibrary(after, from.version, sweepOf(from, after), LONG_AGO)).toBe(true);
    return after;
  };
  const sold = await sell(before, [A]);
  await app.followChanges();
  expect(await versions()).toEqual([3, 3, 1, 1]);
  expect(await telling(street, 'mei')).toEqual(['interest_a', 'website']);
  // Words count from now on: what a message said was read when it came.
  await feed(app, [says('eve', 'A产品呢', START + DAY), says('eve', '那A款呢', START + 2 * DAY)]);
  expect(await telling(street, 'eve')).toEqual(['interest_a']);

  await sell(sold, [{ ...A, name: 'Alpha', aliases: ['A产品', 'A款'] }]);
  const held4 = await versions();
  await app.followChanges();
  expect(await versions()).toEqual(held4);
});
