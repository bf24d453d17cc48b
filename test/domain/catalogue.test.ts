import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createCatalogue } from '../../src/domain/catalogue.ts';
import { derivedId } from '../../src/domain/derived-id.ts';
import { NAMED_MORE, NAMED_PAGE, NAMED_UNKNOWN, type Named, namedKeys, withNaming } from '../../src/domain/named.ts';
import { A, aProduct, B } from '../support/sold.ts';

const catalogue = createCatalogue([A, B, aProduct({ id: 'old', name: 'Old', models: ['O1'], urls: ['*/old*'], archived: true })]);

describe('an id that follows from a name', () => {
  it.each([
    ['X1', 'x1'],
    ['Ｘ１', 'x1'],
    [' x1 ', 'x1'],
    ['2026', '2026'],
  ])('%s is %s', (name, id) => expect(derivedId(name)).toBe(id));

  it('keeps what can be read of others, and is the same for every spelling', () => {
    expect(derivedId('A产品')).toMatch(/^a_[a-z0-9]{6,}$/);
    expect(derivedId('Ａ 产品 Pro')).toBe(derivedId('a 产品 PRO'));
    expect(derivedId('旗舰版')).toMatch(/^[a-z0-9]{6,}$/);
    expect(new Set(['X-1', 'X 1', 'X_1', 'X.1', 'X1'].map(derivedId)).size).toBe(5);
  });

  it('can be one, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (name) => {
        expect(derivedId(name)).toMatch(/^[a-z0-9][a-z0-9_]{0,47}$/);
      }),
    );
  });
});

describe('what a word means', () => {
  it.each([
    ['Ａ产品', 'a', null],
    ['alpha', 'a', null],
    ['x1', 'a', 'x1'],
    ['A', 'a', null],
    ['old', 'old', null],
  ])('%s', (word, product, model) => {
    const meant = catalogue.meant(word);
    expect([meant?.product.id, meant?.model?.id ?? null]).toEqual([product, model]);
  });

  it('is nothing for what is not sold, for no word, and for one longer than names are', () => {
    for (const word of ['C产品', '', null, '长'.repeat(1000)]) expect(catalogue.meant(word)).toBeNull();
  });

  it('is a product called by its own alias that is a model of it too: the model', () => {
    const one = createCatalogue([aProduct({ name: 'P', aliases: ['X9'], models: ['X9'] })]);
    expect(one.boughtTag({ product: 'x9', model: null })).toBe('model_x9');
    expect(one.subjects({ product: 'x9' })).toEqual(['p']);
  });
});

test('an archived product is known, and its pages give nothing', () => {
  expect(catalogue.isUnknown({ product: 'Old', model: 'O1' })).toBe(false);
  expect(catalogue.subjects({ url: 'https://x.cn/old' })).toEqual([]);
});

test('facts hold anything: what is no word names nothing', () => {
  for (const data of [{ product: {} }, { product: ['A产品'] }, { product: true }, { model: null }, { url: 7 }, { product: '' }])
    expect(catalogue.subjects(data)).toEqual([]);
  expect(createCatalogue([aProduct({ name: '46' })]).subjects({ product: 46 })).toEqual(['46']);
});

describe('what a customer can be found by when the catalogue changes', () => {
  const keysOf = (...words: string[]) =>
    namedKeys(
      {
        named: words.reduce<Named[]>((all, word, at) => withNaming(all, { product: word, model: null }, at), [] as Named[]),
        happened: {},
      },
      catalogue,
    );

  it('is every word, and whether one of them is unknown', () => {
    expect(keysOf('A产品', 'Ａ产品')).toEqual(['=a产品']);
    expect(keysOf('A产品', 'C')).toEqual(['=a产品', '=c', NAMED_UNKNOWN]);
    expect(namedKeys({ named: [], happened: { visit: [1] } }, catalogue)).toEqual([NAMED_PAGE]);
  });

  it('says when there were more than are kept', () => {
    const many = keysOf(...Array.from({ length: 150 }, (_, n) => `C${n}`));
    expect(many).toContain(NAMED_MORE);
    expect(many).toContain('=c149');
    expect(many).not.toContain('=c49');
  });
});
