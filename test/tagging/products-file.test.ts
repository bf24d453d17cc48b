import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedId } from '../../src/domain/derived-id.ts';
import type { Library } from '../../src/domain/tag.ts';
import { cleanName, nameFault, nameKey } from '../../src/domain/tag-name.ts';
import { createTagTree } from '../../src/domain/tag-tree.ts';
import { ProblemsError } from '../../src/errors.ts';
import { addProduct } from '../../src/tagging/change-catalogue.ts';
import { concernedNames } from '../../src/tagging/concerned-names.ts';
import { formatLibrary, parseLibrary } from '../../src/tagging/library-file.ts';
import { importLibrary } from '../../src/tagging/merge-library.ts';
import { sweepOf } from '../../src/tagging/sweep-of.ts';
import { defaultLibrary } from '../support/default-library.ts';
import { aLibrary, aNode } from '../support/small-library.ts';
import { A, aProduct, B } from '../support/sold.ts';

const selling = (...products: Library['products'] & object): Library => ({ ...defaultLibrary, products });

const problems = (text: string): [number | null, string, string][] => {
  try {
    parseLibrary(text, 'library.yaml');
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(({ line, field, message }) => [line, field, message]);
  }
};

const file = (products: string): string =>
  `groups:\n  - id: value\n    name: 价值\n    tags: [{ id: vip, name: VIP, restricted: { roles: [manager] } }]\nproducts:\n${products}`;

describe('products in a library file', () => {
  it('have an id that follows from the name where the file gives none', () => {
    const { products = [] } = parseLibrary(file('  - { name: " Ａ产品 ", models: [X1, { name: X 2, id: x2 }] }\n'), 'f');
    expect(products).toEqual([
      {
        ...{ id: derivedId('A产品'), name: 'A产品', aliases: [], urls: [], archived: false },
        models: [
          { id: 'x1', name: 'X1', aliases: [], archived: false },
          { id: 'x2', name: 'X 2', aliases: [], archived: false },
        ],
      },
    ]);
  });

  it.each<[string, string, number, string, RegExp]>([
    ['an unknown field', '  - { name: P, alias: [Q] }', 6, 'products[0].alias', /Did you mean aliases/],
    [
      'an unknown field of a model',
      '  - name: P\n    models:\n      - { name: M, nick: N }',
      8,
      'products[0].models[0].nick',
      /fields here are: id, name, aliases, archived/,
    ],
    ['a number as name', '  - name: 46', 6, 'products[0].name', /in quotes/],
    ['a name of nothing', '  - name: "\u200b"', 6, 'products[0].name', /can be seen/],
    ['an id in Chinese', '  - { name: P, id: 产品 }', 6, 'products[0].id', /small letters/],
    ['a pattern that is none', '  - name: P\n    urls:\n      - a b', 8, 'products[0].urls[0]', /without blanks/],
    [
      'an alias of another product',
      '  - name: P\n  - name: Q\n    aliases: [Ｐ]',
      8,
      'products[1].aliases[0]',
      /taken \(line 6\)/,
    ],
    ['a model of another product', '  - { name: P, models: [M] }\n  - { name: m }', 7, 'products[1].name', /taken \(line 6\)/],
    ['an id used twice', '  - { id: p, name: P }\n  - { id: p, name: Q }', 7, 'products[1].id', /taken \(line 6\)/],
    ['two models of one name', '  - { name: P, models: [M, {id: n, name: Ｍ}] }', 6, 'products[0].models[1]', /tell them apart/],
    [
      'one model of two products',
      '  - { name: P, models: [M] }\n  - { name: Q, models: [Ｍ] }',
      7,
      'products[1].models[0]',
      /^Give the model another name: one of this name is there, and orders could not tell them apart \(line 6\)\.$/,
    ],
    [
      'one model id for two names',
      '  - { name: P, models: [M] }\n  - { name: Q, models: [{id: m, name: N}] }',
      7,
      'products[1].models[0]',
      /Choose another id: it is taken \(line 6\)/,
    ],
    ['a model called like its product', '  - { name: P, models: [p] }', 6, 'products[0].models[0]', /product itself/],
    [
      'a name like that of a restricted tag',
      '  - name: P\n    aliases: [V.I.P]',
      7,
      'products[0].aliases',
      /restricted tag \(line 4\)/,
    ],
  ])('%s is told with its line', (_, text, line, field, message) => {
    expect(problems(file(text))).toEqual([[line, field, expect.stringMatching(message)]]);
  });

  it('count among the tags of the library', () => {
    expect(problems(`caps: { tags: 4 }\n${file('  - { name: P, models: [M, N] }\n')}`)).toEqual([
      [1, 'caps.tags', expect.stringMatching(/5 are in use, 4 are allowed/)],
    ]);
  });
});

describe('their tags', () => {
  const tree = createTagTree(selling(A, B));

  it('lie under 兴趣 and 已购, a model below its product, and are understood in every spelling', () => {
    for (const word of ['兴趣-A产品', '兴趣:a款', 'Interest-Alpha', '需求与意向:A产品', 'interest_a'])
      expect(tree.resolve(word)).toEqual({ kind: 'one', id: 'interest_a' });
    for (const word of ['已购-X1', 'X1', 'Bought:x1', '已购:A产品:X1', '价值分层-X1'])
      expect(tree.resolve(word)).toEqual({ kind: 'one', id: 'model_x1' });
    expect(tree.resolve('A产品')).toEqual({ kind: 'ambiguous', ids: ['interest_a', 'bought_a'] });
    expect([tree.label('model_x1'), tree.label('interest_a', 'en')]).toEqual(['已购:X1', 'Interest:A产品']);
    expect([tree.node('interest_a')?.ttlDays, tree.node('model_x1')?.ttlDays]).toEqual([180, undefined]);
  });

  it('have their groups also in a library that is older than they', () => {
    const nodes = defaultLibrary.nodes.filter(({ id }) => id !== 'bought' && id !== 'interest');
    const old = createTagTree({ ...defaultLibrary, nodes, products: [A] });
    expect(old.label('model_x1')).toBe('已购:X1');
    expect(old.ancestors('interest_a')).toEqual(['interest', 'demand']);
    expect(old.children(null)).toEqual(createTagTree(defaultLibrary).children(null));
    expect(old.node('interest_a')?.ttlDays).toBe(180);
  });
});

/** A library of little but the groups of products, so that many can be looked at. */
const small = aLibrary([
  aNode({ id: 'demand', kind: 'group', name: '需求' }),
  aNode({ id: 'interest', kind: 'group', name: '兴趣', parent: 'demand', ttlDays: 180 }),
  aNode({ id: 'value', kind: 'group', name: '价值' }),
  aNode({ id: 'vip', kind: 'tag', name: 'VIP', parent: 'value', roles: ['manager'] }),
  aNode({ id: 'bought', kind: 'group', name: '已购', parent: 'value' }),
]);
const sold = (...products: Library['products'] & object): Library => ({ ...small, products });

const anyWord = fc
  .oneof(
    fc.constantFrom('A', 'B', '产品', 'X1', 'x 2', '急', '100', '🍵', "it's", '- x', 'true', '7'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  .map(cleanName)
  .filter((name) => nameFault(name) === null);

const anyProducts = fc
  .array(
    fc.record({
      name: anyWord,
      aliases: fc.array(anyWord, { maxLength: 2 }),
      models: fc.array(anyWord, { maxLength: 3 }),
      urls: fc.subarray(['*/a-product*', 'x.cn/b?*id=1', "/it's"]),
      archived: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((forms) => {
    const seen = new Set<string>();
    const fresh = (word: string) => !seen.has(nameKey(word)) && seen.add(nameKey(word)) !== undefined;
    return forms.flatMap((form) => {
      if (!fresh(form.name)) return [];
      return [aProduct({ ...form, aliases: form.aliases.filter(fresh), models: form.models.filter(fresh) })];
    });
  })
  // Names that another tag of the library or a restricted one has are another matter.
  .filter((products) => {
    try {
      parseLibrary(formatLibrary(sold(...products)), 'f');
      return true;
    } catch {
      return false;
    }
  });

describe('whatever is sold', () => {
  it('comes back the same from its file, and the file to the byte', () => {
    fc.assert(
      fc.property(anyProducts, (products) => {
        const text = formatLibrary(sold(...products));
        const again = parseLibrary(text, 'f');
        expect(again).toEqual(sold(...products));
        expect(formatLibrary(again)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it('changes nothing when it is imported a second time', () => {
    fc.assert(
      fc.property(anyProducts, anyProducts, (one, other) => {
        let first: ReturnType<typeof importLibrary>;
        try {
          first = importLibrary({ current: sold(...one), incoming: sold(...other), role: 'manager', file: 'f' });
        } catch (error) {
          // Words of the one may mean something else in the other.
          if (error instanceof ProblemsError) return;
          throw error;
        }
        const again = importLibrary({ current: first.library, incoming: sold(...other), role: 'manager', file: 'f' });
        expect(again.library).toBe(first.library);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps ids, words and customers when a product is renamed', () => {
    fc.assert(
      fc.property(anyProducts, anyWord, (products, name) => {
        const [first, ...others] = products;
        if (!first) return;
        const before = sold(...products);
        let after: Library;
        try {
          const renamed = { ...first, name };
          after = importLibrary({ current: before, incoming: sold(renamed, ...others), role: 'admin', file: 'f' }).library;
        } catch (error) {
          if (error instanceof ProblemsError) return;
          throw error;
        }
        expect(after.products?.map(({ id }) => id)).toEqual(products.map(({ id }) => id));
        expect(after.products?.[0]?.name).toBe(name);
        const ids = (library: Library) => createTagTree(library).order;
        expect(ids(after)).toEqual(ids(before));
        // Only the new word itself can have been said by anybody whom it did not concern.
        const fresh = sweepOf(before, after)?.named?.filter((key) => key.startsWith('=')) ?? [];
        expect(fresh.filter((key) => key !== `=${nameKey(name)}`)).toEqual([]);
        expect(sweepOf(before, after)).not.toMatchObject({ everybody: true });
      }),
      { numRuns: 150 },
    );
  });

  it('grows by adding until nothing is new', () => {
    fc.assert(
      fc.property(anyProducts, (products) => {
        let library = small;
        const add = () => {
          for (const { name, aliases, models, urls } of products.filter(({ archived }) => !archived))
            library = addProduct(library, { name, aliases, urls, models: models.map((model) => model.name) }).library;
        };
        add();
        const { version } = library;
        add();
        expect(library.version).toBe(version);
        expect(parseLibrary(formatLibrary(library), 'f')).toEqual(library);
      }),
      { numRuns: 100 },
    );
  });
});

describe('whom a change of the catalogue concerns', () => {
  it.each<[string, typeof A, typeof A, string[]]>([
    ['nobody, for nothing', A, A, []],
    ['whoever named the new alias', A, { ...A, aliases: [...A.aliases, 'A2'] }, ['*', '=a2']],
    ['whoever named the model', { ...A, models: [] }, { ...A, models: A.models.slice(0, 1) }, ['*', '=x1']],
    ['visitors, for a page', A, { ...A, urls: ['/x'] }, ['/']],
    ['nobody, for a name that was an alias', A, { ...A, name: 'Alpha', aliases: ['A产品', 'A款'] }, []],
  ])('%s', (_, before, after, expected) => expect(concernedNames([before], [after])).toEqual(expected));

  it('carriers, when a product is archived; everybody, when it is sold again', () => {
    const gone = { ...A, archived: true };
    expect(sweepOf(selling(A), selling(gone))).toEqual({
      ...{ tags: ['bought_a', 'interest_a', 'model_x1', 'model_x2'], named: [], everybody: false },
    });
    expect(sweepOf(selling(gone), selling(A))).toMatchObject({ everybody: true });
  });
});
