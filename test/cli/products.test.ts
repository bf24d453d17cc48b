// The catalogue as people use it: a manager registers what is sold, customers look, buy and send back, and questions are answered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProductsAnswer } from '../../src/domain/product-answers.ts';
import { createCaller } from '../support/call-verb.ts';
import { DAY, HOUR, happens, iso, START, says } from '../support/lines.ts';

const PEOPLE = `people:
  - { id: wang, name: 王芳, role: manager, lang: zh }
  - { id: li, name: Li, role: agent, manager: wang }
`;

const PAGE = 'https://shop.example.com/cn/a-product?utm_source=wx';
const buys = (who: string, order: string, at: number, data: object) => [
  happens(who, 'order', { order, amount: 100, currency: 'CNY', ...data }, at, { id: `o-${order}` }),
  happens(who, 'payment', { order, amount: 100, currency: 'CNY' }, at + HOUR, { id: `p-${order}` }),
];

const lines = (all: readonly object[]): string => all.map((line) => `${JSON.stringify(line)}\n`).join('');

const openShop = () => {
  const shop = createCaller();
  shop.write('tagwise.yaml', PEOPLE);
  const as = (who: string, ...words: string[]) => shop.call([...words, '--as', who]);
  return {
    ...shop,
    as,
    ask: async <T>(...words: string[]): Promise<T> =>
      JSON.parse((await shop.call([...words, '--json', '--as', 'wang'])).stdout) as T,
    feed: (all: readonly object[]) => shop.call(['replay', '-', '--json'], lines(all)),
  };
};

type Shop = ReturnType<typeof openShop>;

const whoIs = async ({ ask }: Shop, ...query: string[]): Promise<string[]> =>
  (await ask<{ customers: { id: string }[] }>('segment', ...query)).customers.map(({ id }) => id).sort();

test('主管登记产品，客户看了、买了、退了，标签跟着走', { timeout: 60_000 }, async () => {
  const shop = openShop();
  const { as, ask, feed } = shop;
  expect((await as('wang', 'product', '--lang', 'zh')).stdout).toMatch(/^产品目录还是空的。\n登记一个：product add/);
  const add = ['product', 'add', 'A产品', '--alias', 'A款', '--model', 'X1', '--model=X2', '--url', '*/a-product*'];
  expect((await as('wang', ...add, '--lang', 'zh')).stdout).toMatch(
    /^已登记“A产品”.*\n {2}A产品 {2}又叫 A款 {2}型号 X1、X2 {2}\*\/a-product\* {2}0 人感兴趣、0 人买过\n/,
  );

  const events = [
    happens('mei', 'visit', { url: PAGE }),
    ...buys('mei', 'O1', START + DAY, { product: 'A产品', model: 'x1' }),
    says('bo', 'A款怎么卖', START + DAY),
    says('bo', '那X2呢', START + 3 * DAY),
    says('tom', '不要A产品', START + 3 * DAY),
    says('tom', 'A款不用了', START + 3 * DAY),
  ];
  expect((await feed(events)).code).toBe(0);
  expect(await whoIs(shop, '兴趣-A产品')).toEqual(['bo', 'mei']);
  expect(await whoIs(shop, '兴趣:Ａ款')).toEqual(['bo', 'mei']);
  expect(await whoIs(shop, '已购-X1')).toEqual(['mei']);
  expect(await whoIs(shop, '已购')).toEqual(['mei']);
  expect(await whoIs(shop, '购买日期不到3天', '已购-A产品')).toEqual(['mei']);
  expect(await whoIs(shop, '-购买日期不到3天')).toEqual(['bo', 'tom']);

  expect(await ask('why', 'mei', '兴趣-A产品')).toMatchObject({
    carried: true,
    causes: [{ kind: 'rule', id: 'product_visit', expiresAt: iso(START + 180 * DAY), evidence: [{ at: iso(START) }] }],
  });
  expect(await ask('tags', 'bo')).toMatchObject({
    tags: expect.arrayContaining([
      expect.objectContaining({
        ...{ id: 'interest_a_2gi5xfzmb9c', group: '兴趣', name: 'A产品' },
        causes: [
          expect.objectContaining({
            kind: 'pack',
            evidence: [{ text: 'A款怎么卖', span: [0, 2] }, { text: '那X2呢' }].map((one) => expect.objectContaining(one)),
          }),
        ],
      }),
    ]),
  });
  expect((await as('wang', 'tags', 'bo', '--lang', 'zh')).stdout).toMatch(/兴趣\n {2}A产品 .*关键词 A产品/);
  expect(await ask('customer', 'mei')).toMatchObject({ lastPurchaseAt: iso(START + DAY + HOUR) });
  const payment = { event: 'payment', order: 'O1', amount: 100, currency: 'CNY' };
  const rests = [
    { kind: 'rule', id: 'bought_model', count: 1, evidence: [{ text: null, at: iso(START + DAY + HOUR), fact: payment }] },
  ];
  expect(await ask('why', 'mei', '已购-X1')).toMatchObject({ carried: true, causes: rests });
  const { tags } = await ask<{ tags: { name: string; causes: unknown }[] }>('tags', 'mei');
  expect(tags.find(({ name }) => name === 'X1')?.causes).toMatchObject(rests);
  expect((await as('wang', 'why', 'mei', '已购-X1', '--lang', 'zh')).stdout).toMatch(/付款 · 订单 O1 · CNY 100\.00 {2}消息/);
  expect((await as('wang', 'why', 'mei', '已购-X1')).stdout).toMatch(/payment · order O1 · CNY 100\.00 {2}message/);

  await feed([happens('mei', 'refund', { order: 'O1', amount: 100 }, START + 4 * DAY)]);
  expect(await whoIs(shop, '已购-X1')).toEqual([]);
  expect(await ask('customer', 'mei')).toMatchObject({ lastPurchaseAt: null });
  expect((await as('wang', 'why', 'mei', '已购-X1', '--lang', 'zh')).stdout).toMatch(
    /没有这个标签[\s\S]*条件不再成立，自动去掉（规则 买过的型号）/,
  );
});

test('what came before it was catalogued counts when it is', { timeout: 60_000 }, async () => {
  const shop = openShop();
  const { as, ask, feed } = shop;
  await feed([
    ...[0, 1, 2].map((days) => happens('mei', 'visit', { url: '/', product: 'B产品' }, START + days * DAY)),
    happens('bo', 'visit', { url: PAGE }),
    ...buys('kim', 'O1', START, { product: 'b产品', model: 'B1' }),
    says('eve', '你好'),
  ]);
  const before = await ask<ProductsAnswer>('product');
  expect(before.unknown).toEqual([
    { product: 'B产品', models: ['B1'], count: 4, lastSeenAt: iso(START + 2 * DAY), add: 'product add B产品 --model B1' },
  ]);
  expect((await as('wang', 'product')).stdout).toMatch(/B产品 model B1 +×4, last seen .* {2}product add B产品 --model B1\n/);
  const unknown = await shop.call(['segment', '兴趣-B产品']);
  expect(unknown.code).toBe(1);

  // Half of the words that the list gives, then the rest.
  const added = await ask<ProductsAnswer>('product', 'add', 'B产品');
  expect(added).toMatchObject({
    change: { action: 'added', product: 'B产品' },
    products: [{ name: 'B产品', interested: 1, bought: 1 }],
    unknown: [{ product: 'b产品', models: ['B1'], count: 1, add: 'product add B产品 --model B1' }],
  });
  expect(await whoIs(shop, '兴趣-B产品')).toEqual(['mei']);
  expect(await ask<ProductsAnswer>('product', 'add', 'B产品', '--model', 'B1')).toMatchObject({
    products: [{ models: [{ name: 'B1', customers: 1 }] }],
    unknown: [],
  });
  expect(await whoIs(shop, '已购-B1')).toEqual(['kim']);
  expect(await ask('tags', 'mei')).toMatchObject({
    tags: expect.arrayContaining([expect.objectContaining({ name: 'B产品', since: iso(START) })]),
  });
  await ask('product', 'add', 'A产品', '--url', '/cn/a-product');
  expect(await whoIs(shop, '兴趣-A产品')).toEqual(['bo']);
});

test('a product that is archived tags nobody any more; its history stays, and it can come back', {
  timeout: 60_000,
}, async () => {
  const shop = openShop();
  const { as, ask, feed } = shop;
  await as('wang', 'product', 'add', 'A产品', '--model', 'X1');
  await feed([happens('mei', 'visit', { product: 'A产品' }), ...buys('bo', 'O1', START, { model: 'X1' })]);
  expect((await as('wang', 'product', 'drop', 'a产品', '--lang', 'zh')).stdout).toMatch(/^“A产品”已停用/);
  expect(await ask('tags', 'mei')).not.toMatchObject({
    tags: expect.arrayContaining([expect.objectContaining({ name: 'A产品' })]),
  });
  expect(await ask('why', 'bo', '已购-X1')).toMatchObject({
    carried: false,
    history: [
      { action: 'remove', reason: 'library' },
      { action: 'add', actor: 'rule' },
    ],
  });
  // It is known all the same.
  expect((await ask<ProductsAnswer>('product')).unknown).toEqual([]);
  expect(await ask('product', 'add', 'A产品')).toMatchObject({ change: { action: 'restored' } });
  expect(await whoIs(shop, '兴趣-A产品')).toEqual(['mei']);
  expect(await whoIs(shop, '已购-X1')).toEqual(['bo']);
});

test('renamed in the library file, it keeps its customers, and both names work', { timeout: 60_000 }, async () => {
  const shop = openShop();
  const { as, feed, dir, write } = shop;
  await as('wang', 'product', 'add', 'A产品', '--model', 'X1');
  await feed([happens('mei', 'visit', { product: 'A产品' })]);
  const file = join(dir, 'library.yaml');
  await as('wang', 'library', 'export', file);
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/\nproducts:\n {2}- id: a_\w+\n {4}name: A产品\n {4}models:\n {6}- X1\n$/);
  write('library.yaml', text.replace('name: A产品', 'name: Alpha'));
  expect((await as('wang', 'library', 'import', file, '--lang', 'zh')).stdout).toMatch(/改名（旧名仍然有效） 1：A产品 → Alpha/);
  expect(await whoIs(shop, '兴趣-Alpha')).toEqual(['mei']);
  expect(await whoIs(shop, '兴趣-A产品')).toEqual(['mei']);
  const again = join(dir, 'again.yaml');
  await as('wang', 'library', 'export', again);
  await as('wang', 'library', 'import', again);
  const third = join(dir, 'third.yaml');
  await as('wang', 'library', 'export', third);
  expect(readFileSync(third, 'utf8')).toBe(readFileSync(again, 'utf8'));
});

test('mistakes are told with what to do, and change nothing', { timeout: 60_000 }, async () => {
  const shop = openShop();
  const { as, ask } = shop;
  await as('wang', 'product', 'add', 'A产品', '--alias', 'A款', '--model', 'X1');
  const refusals: [string[], number, RegExp][] = [
    [['product', 'add', 'B产品', '--alias', 'ａ款'], 1, /--alias: Choose another word: in the catalogue it is taken \(A产品\)/],
    [
      ['product', 'add', 'B产品', '--model', 'x1'],
      1,
      /wrong\.\n--model: Give the model another name: one of this name is there, and orders could not tell them apart \(A产品\)\.\nMend/,
    ],
    [['product', 'add', 'X1'], 1, /NAME: Choose another word.*\(A产品\)/],
    [['product', 'add', 'B产品', '--url', '.*/b'], 1, /--url: .*regular expression/],
    [['product', 'add', 'B产品', '--url', 'b-product'], 1, /--url: Write it like \*\/a-product\*/],
    [['product', 'add', 'ＶＩＰ'], 1, /NAME: .*looks like that of a restricted tag/],
    [['product', 'add', 'B产品', '--model', '4111111111111111'], 1, /--model.*ID or bank card number/],
    [['product', 'add'], 2, /product add "A product"/],
    [['product', 'add', 'B产品', '--modell', 'X'], 2, /Did you mean --model\?/],
    [['product', 'drop', 'A产平'], 1, /Did you mean A产品\?/],
    [['product', 'drop', 'A产品', '--model', 'X9'], 1, /"X9" is none of A产品's/],
    [['product', '--alias', 'B'], 2, /After product comes/],
  ];
  for (const [words, code, message] of refusals) {
    const said = await as('wang', ...words);
    expect([said.code, said.stdout], words.join(' ')).toEqual([code, '']);
    expect(said.stderr).toMatch(message);
  }
  expect(await ask<ProductsAnswer>('product')).toMatchObject({ version: 2, products: [{ name: 'A产品' }] });
});

test('an agent may look and not change; the attempt stands in the audit', { timeout: 60_000 }, async () => {
  const { as, ask } = openShop();
  for (const words of [
    ['add', 'A产品'],
    ['drop', 'A产品'],
  ])
    expect(await as('li', 'product', ...words, '--lang', 'zh')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: '只有主管和管理员可以修改标签库。\n请主管来改。\n',
    });
  expect((await as('li', 'product')).code).toBe(0);
  expect(await ask('audit')).toMatchObject({
    entries: [
      { actor: 'li', action: 'denied', reason: 'library_managers_only' },
      { actor: 'li', action: 'denied', reason: 'library_managers_only' },
    ],
  });
});

test('twice, shuffled, or catalogued later: the same state', { timeout: 120_000 }, async () => {
  const events = [
    ...[0, 2, 9].map((days) => happens('mei', 'visit', { url: PAGE }, START + days * DAY)),
    happens('mei', 'visit', { url: '/', product: 'C产品' }, START + DAY),
    ...buys('mei', 'S1', START + DAY, { product: 'A产品', model: 'X1' }),
    happens('mei', 'refund', { order: 'S1', amount: 100 }, START + 3 * DAY),
    ...buys('mei', 'S2', START + 4 * DAY, { product: 'A产品' }),
    happens('mei', 'order_cancelled', { order: 'S2' }, START + 6 * DAY),
    ...buys('mei', 'S3', START + 5 * DAY, { model: 'X2' }),
  ];
  const add = ['product', 'add', 'A产品', '--model', 'X1', '--model', 'X2', '--url', '*/a-product*'];
  const until = ['--until', iso(START + 30 * DAY)];
  const stateOf = async (when: 'before' | 'after', order: readonly object[], times = 1) => {
    const { as, call } = openShop();
    if (when === 'before') await as('wang', ...add);
    for (let n = 0; n < times; n += 1) await call(['replay', '-', ...until], lines(order));
    if (when === 'after') await as('wang', ...add);
    return (await call(['export', 'state'])).stdout;
  };
  const inOrder = await stateOf('before', events);
  expect(JSON.parse(inOrder).tags).toMatchObject({ model_x2: {}, interest_a_2gi5xfzmb9c: {} });
  expect(inOrder).not.toContain('"model_x1"');
  expect(await stateOf('before', events, 2)).toBe(inOrder);
  expect(await stateOf('before', events.toReversed())).toBe(inOrder);
  expect(
    await stateOf(
      'after',
      events.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    ),
  ).toBe(inOrder);
});

test('match reads with the products of the home, and without a database all the same', { timeout: 60_000 }, async () => {
  const { as, call, env } = openShop();
  await as('wang', 'product', 'add', 'A产品', '--model', 'X1');
  const read = async () => {
    const { stdout, stderr } = await call(['match', '--json'], '不要A产品\n想要x1\n');
    return {
      stderr,
      said: stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { topics: object[]; pending: string[]; block: string[] }),
    };
  };
  const { said } = await read();
  expect(said[0]).toMatchObject({
    pending: [],
    block: ['兴趣:A产品'],
    topics: [{ tag: '兴趣:A产品', span: [2, 5], negated: true }],
  });
  expect(said[1]).toMatchObject({ pending: ['兴趣:A产品'], block: [] });
  // No database is needed for it: a copy of the library lies in the home.
  env['MONGODB_URI'] = 'mongodb://127.0.0.1:9/tagwise';
  expect(await read()).toMatchObject({ stderr: '', said: [{ block: ['兴趣:A产品'] }, { pending: ['兴趣:A产品'] }] });
});
