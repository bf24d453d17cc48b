// What the catalogue does to one customer: 兴趣 by pages and words, 已购 by payments, both gone when their ground is.
import { describe, expect, it, test } from 'vitest';
import { factsOf } from '../src/domain/facts.ts';
import { createLife } from './support/life.ts';
import { DAY, HOUR, START } from './support/lines.ts';
import { A, aProduct, B, selling } from './support/sold.ts';

const inForce = await selling([A, B]);
const life = () => createLife(inForce);
const PAGE = { url: 'https://shop.example.com/cn/A-Product.html?utm_source=x#top' };

type Life = ReturnType<typeof life>;
const interested = (mei: Life, after: number) => mei.at(after).tags['interest_a'];
const bought = (mei: Life, after: number) =>
  Object.keys(mei.at(after).tags).filter((tag) => inForce.tree().isWithin(tag, 'bought'));

describe('兴趣-A产品', () => {
  it('comes with a visit to its page at once, for 180 days, and names the visit', () => {
    const mei = life();
    const visit = mei.happens('visit', PAGE);
    expect(interested(mei, 0)).toMatchObject({
      causes: [{ kind: 'rule', id: 'product_visit', evidence: [{ event: visit }], until: START + 180 * DAY }],
    });
    expect(mei.at(0).tags).toHaveProperty('website');
    expect(interested(mei, 180 * DAY - 1)).toBeDefined();
    expect(interested(mei, 180 * DAY)).toBeUndefined();
  });

  it('is counted from the last visit', () => {
    const mei = life();
    mei.happens('visit', PAGE);
    mei.happens('visit', PAGE, 100 * DAY);
    expect(interested(mei, 280 * DAY - 1)?.causes[0]).toMatchObject({ since: START, count: 2 });
    expect(interested(mei, 280 * DAY)).toBeUndefined();
  });

  it.each([
    ['its name', { product: 'Ａ产品' }],
    ['an alias', { product: ' alpha ' }],
    ['a model', { product: 'x1' }],
    ['its id', { product: 'a' }],
    ['a model as such', { model: 'X2' }],
    ['a page, whatever product it names', { product: 'C产品', ...PAGE }],
  ])('comes with a visit that names it by %s', (_, data) => {
    const mei = life();
    mei.happens('visit', { url: 'https://other.example/', ...data });
    expect(interested(mei, 0)).toBeDefined();
  });

  it('needs two messages within seven days; exactly seven days later is too late', () => {
    const mei = life();
    mei.says('A款怎么样');
    expect(mei.carries(0)).not.toContain('interest_a');
    mei.says('A款和别家比呢', 7 * DAY);
    expect(mei.carries(7 * DAY)).not.toContain('interest_a');
    mei.says('alpha 有货吗', 14 * DAY - 1);
    expect(mei.carries(14 * DAY - 1)).toContain('interest_a');
    expect(interested(mei, 194 * DAY - 2)).toBeDefined();
    expect(interested(mei, 194 * DAY - 1)).toBeUndefined();
  });

  it('counts a message once, whichever of its words it says; a model is one of them, and X1 is not in X10', () => {
    const mei = life();
    mei.says('A产品就是A款X1吧');
    mei.says('X10 怎么样', HOUR);
    expect(mei.carries(HOUR)).not.toContain('interest_a');
    mei.says('那个x2呢', 2 * HOUR);
    expect(mei.carries(2 * HOUR)).toContain('interest_a');
  });

  it('is no demand where it is turned down, and leaves with a refusal, also one that a visit gave', () => {
    const mei = life();
    mei.says('不要A产品');
    mei.says('A产品真的不需要', HOUR);
    mei.says('不要A产品了', 2 * HOUR);
    expect(mei.carries(2 * HOUR)).not.toContain('interest_a');
    mei.happens('visit', PAGE, 3 * HOUR);
    expect(mei.carries(3 * HOUR)).toContain('interest_a');
    mei.says('不要A产品', 4 * HOUR);
    expect(mei.carries(4 * HOUR)).not.toContain('interest_a');
    mei.happens('visit', PAGE, 5 * HOUR);
    mei.says('算了，都不要了，别联系我了', 6 * HOUR);
    expect(mei.carries(6 * HOUR)).not.toContain('interest_a');
    expect(mei.at(6 * HOUR).tags).toHaveProperty('website');
  });

  it('does not take the other product with it', () => {
    const mei = life();
    mei.happens('visit', PAGE);
    mei.happens('visit', { url: 'http://shop.example.com/b/' }, HOUR);
    mei.says('不要A产品', 2 * HOUR);
    expect(mei.at(2 * HOUR).tags).toHaveProperty('interest_b');
    expect(mei.at(2 * HOUR).tags).not.toHaveProperty('interest_a');
  });

  it('turned down by a person: visits within thirty days only suggest it, later ones give it', () => {
    const mei = life();
    mei.happens('visit', PAGE);
    mei.changes({ remove: ['interest_a'] }, HOUR);
    mei.happens('visit', PAGE, 10 * DAY);
    expect(mei.carries(10 * DAY)).not.toContain('interest_a');
    expect(mei.suggests(10 * DAY)).toContain('interest_a');
    mei.happens('visit', PAGE, 31 * DAY);
    expect(mei.carries(31 * DAY)).toContain('interest_a');
  });
});

describe('已购', () => {
  const order = (mei: Life, id: string, data: object, after = 0) =>
    mei.happens('order', { order: id, amount: 100, currency: 'CNY', ...data }, after);
  const pay = (mei: Life, data: object, after: number) =>
    mei.happens('payment', { amount: 100, currency: 'CNY', ...data }, after);

  it('comes with the payment, not the order, and is dated by it', () => {
    const mei = life();
    order(mei, 'O1', { product: 'A产品', model: 'x1' });
    expect(bought(mei, 0)).toEqual([]);
    pay(mei, { order: 'O1' }, DAY);
    expect(bought(mei, DAY)).toEqual(['model_x1']);
    expect(factsOf(mei.at(DAY), START + DAY).lastPurchaseAt).toBe(START + DAY);
    expect(bought(mei, 2000 * DAY)).toEqual(['model_x1']);
  });

  it('stays over a refund of a part, and goes with the rest of it; so does the date', () => {
    const mei = life();
    order(mei, 'O1', { model: 'X1' });
    pay(mei, { order: 'O1' }, DAY);
    mei.happens('refund', { order: 'O1', amount: 99.99 }, 2 * DAY);
    expect(bought(mei, 2 * DAY)).toEqual(['model_x1']);
    mei.happens('refund', { order: 'O1', amount: 0.01 }, 3 * DAY);
    expect(bought(mei, 3 * DAY)).toEqual([]);
    expect(factsOf(mei.at(3 * DAY), START + 3 * DAY).lastPurchaseAt).toBeNull();
  });

  it('goes when the order is cancelled, and stays where another order has the model too', () => {
    const mei = life();
    for (const id of ['O1', 'O2']) order(mei, id, { model: 'X1' });
    for (const [days, id] of ['O1', 'O2'].entries()) pay(mei, { order: id }, days * DAY);
    mei.happens('order_cancelled', { order: 'O2' }, 2 * DAY);
    expect(bought(mei, 2 * DAY)).toEqual(['model_x1']);
    expect(factsOf(mei.at(2 * DAY), START + 2 * DAY).lastPurchaseAt).toBe(START);
    mei.happens('order_cancelled', { order: 'O1' }, 3 * DAY);
    expect(bought(mei, 3 * DAY)).toEqual([]);
  });

  it('follows what the payment says itself, with an order or without', () => {
    const mei = life();
    pay(mei, { model: 'X2' }, 0);
    order(mei, 'O1', { product: 'B产品' }, HOUR);
    pay(mei, { order: 'O1', model: 'X1' }, 2 * HOUR);
    expect(bought(mei, 2 * HOUR)).toEqual(['model_x2', 'model_x1']);
  });

  it('is of the product where no model is known, and found by it where one is', () => {
    const mei = life();
    order(mei, 'O1', { product: 'A产品' });
    pay(mei, { order: 'O1' }, HOUR);
    order(mei, 'O2', { product: 'B产品', model: 'B9' }, HOUR);
    pay(mei, { order: 'O2' }, 2 * HOUR);
    expect(bought(mei, 2 * HOUR)).toEqual(['bought_a', 'bought_b']);
    expect(inForce.tree().descendants('bought_a')).toEqual(['bought_a', 'model_x1', 'model_x2']);
  });

  it('of a model whose order comes after its payment', () => {
    const mei = life();
    pay(mei, { order: 'O1' }, 0);
    order(mei, 'O1', { model: 'X1' }, HOUR);
    expect(bought(mei, HOUR)).toEqual(['model_x1']);
  });

  it('turned down by a person stays away until it has been false once', () => {
    const mei = life();
    order(mei, 'O1', { model: 'X1' });
    pay(mei, { order: 'O1' }, HOUR);
    mei.changes({ remove: ['model_x1'] }, 2 * HOUR);
    order(mei, 'O2', { model: 'X1' }, DAY);
    pay(mei, { order: 'O2' }, 40 * DAY);
    expect(bought(mei, 40 * DAY)).toEqual([]);
    for (const id of ['O1', 'O2']) mei.happens('refund', { order: id, amount: 100 }, 41 * DAY);
    order(mei, 'O3', { model: 'X1' }, 42 * DAY);
    pay(mei, { order: 'O3' }, 42 * DAY);
    expect(bought(mei, 42 * DAY)).toEqual(['model_x1']);
  });

  it('leaves what a person set', () => {
    const mei = life();
    mei.changes({ add: ['model_x1'] });
    order(mei, 'O1', { model: 'X1' }, HOUR);
    pay(mei, { order: 'O1' }, HOUR);
    mei.happens('refund', { order: 'O1', amount: 100 }, 2 * HOUR);
    expect(bought(mei, 2 * HOUR)).toEqual(['model_x1']);
  });
});

test('what is not in the catalogue is remembered, and is no tag', () => {
  const mei = life();
  for (const days of [0, 1, 2]) mei.happens('visit', { url: '/', product: 'C产品' }, days * DAY);
  mei.happens('order', { order: 'O1', amount: 5, product: 'C产品', model: 'C1' }, 3 * DAY);
  mei.happens('payment', { order: 'O1', amount: 5 }, 3 * DAY);
  const { named, tags } = mei.at(3 * DAY);
  expect(named).toEqual([
    { product: 'C产品', model: null, count: 3, at: START + 2 * DAY },
    { product: 'C产品', model: 'C1', count: 1, at: START + 3 * DAY },
  ]);
  expect(Object.keys(tags).filter((tag) => /^(?:interest|bought|model)_/.test(tag))).toEqual([]);
});

test('a broad word counts alone only: one character, or bare digits', async () => {
  const tea = await selling([aProduct({ id: 'tea', name: '茶', models: ['100'] })]);
  const mei = createLife(tea);
  for (const text of ['喝茶吗', '一共100元']) mei.says(text);
  expect(Object.keys(mei.at(0).marks)).not.toContain('interest_tea');
  for (const text of ['茶', '100']) mei.says(text, HOUR);
  expect(mei.carries(HOUR)).toContain('interest_tea');
});

describe('sites', () => {
  const from = async (url: string | undefined, yaml = 'sites: [example.com, 中国.cn]') => {
    const mei = createLife(await selling([A], yaml));
    mei.happens('visit', url === undefined ? {} : { url });
    return Object.keys(mei.at(0).tags).filter((tag) => tag === 'website' || tag === 'interest_a');
  };

  it.each<[string | undefined, string[]]>([
    ['https://example.com/', ['website']],
    ['//www.Example.com:8443/a-product', ['website', 'interest_a']],
    ['http://user@shop.example.com./', ['website']],
    ['https://xn--fiqs8s.cn/x', ['website']],
    ['https://notexample.com/', []],
    ['https://example.com.evil.cn/', []],
    ['https://evil.cn/?https://example.com/', []],
    ['https://evil.cn/a-product', ['interest_a']],
    ['/a-product', ['interest_a']],
    ['example.com', []],
    [undefined, []],
  ])('%s gives %j', async (url, expected) => {
    expect((await from(url)).sort()).toEqual(expected.sort());
  });

  it('are all where none is named', async () => {
    expect(await from('https://evil.cn/', '')).toEqual(['website']);
    expect(await from(undefined, '')).toEqual(['website']);
  });
});
