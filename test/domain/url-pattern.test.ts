import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUrlIndex } from '../../src/domain/url-index.ts';
import { fitsPattern, PATTERN_LENGTH, pageOf, patternFault, readPattern } from '../../src/domain/url-pattern.ts';

const fits = (pattern: string, url: string): boolean => {
  expect(patternFault(pattern)).toBeNull();
  return fitsPattern(readPattern(pattern), pageOf(url));
};

describe('a pattern of pages', () => {
  it.each<[string, string, boolean]>([
    ['*/a-product*', 'https://shop.example.com/cn/A-Product-2?utm=1#top', true],
    ['*/a-product*', '//shop.example.com/a-product', true],
    ['*/a-product*', '/a-product', true],
    ['*/a-product*', 'https://shop.example.com/b-product', false],
    ['*/a-product*', 'https://shop.example.com/?next=/a-product', false],
    ['/a-product', 'https://shop.example.com/a-product/', true],
    ['/a-product', 'https://shop.example.com/a-product/reviews', false],
    ['shop.example.com/a', 'http://user:pass@SHOP.example.com:8080/a?x=1', true],
    ['https://shop.example.com/a/', 'http://shop.example.com/a', true],
    ['shop.example.com/a', 'https://www.shop.example.com/a', false],
    ['*.example.com/*', 'https://example.com/a', false],
    ['*/a/*', 'https://x.cn/a/', true],
    // Pages that a site keeps behind #, and those that it tells apart by ? alone.
    ['*/product/a', 'https://x.cn/#/product/a?from=wx', true],
    ['x.cn/product/a', 'https://x.cn/index.html#!/product/a', false],
    ['*/product/a*', 'https://x.cn/shop/#!/product/abc', true],
    ['*/item.htm?*id=42', 'https://item.example.com/item.htm?spm=a.b&id=42', true],
    ['*/item.htm?*id=42', 'https://item.example.com/item.htm?id=421', false],
    ['*/item.htm', 'https://item.example.com/item.htm?id=421', true],
    ['pages/product/index*', 'pages/product/index?id=3', true],
    // As browsers write it and as people do.
    ['*/产品/甲', 'https://x.cn/%E4%BA%A7%E5%93%81/%e7%94%b2', true],
    ['*/100%', 'https://x.cn/100%', true],
  ])('%s on %s: %s', (pattern, url, expected) => expect(fits(pattern, url)).toBe(expected));

  it.each([
    ['', /slash/],
    ['a-product', /slash or a star/],
    ['*', /Write more/],
    ['https://*/*', /Write more/],
    ['/a b', /blanks/],
    ['.*/a-product', /regular expression/],
    ['^/ab$', /regular expression/],
    [`/${'a'.repeat(PATTERN_LENGTH)}`, /Shorten/],
  ])('%j is refused', (pattern, message) => expect(patternFault(pattern)).toMatch(message));
});

const letters = (most: number) => fc.string({ unit: fc.constantFrom('a', 'b', '/', '-', '.', '?', '='), maxLength: most });
const anyPattern = fc
  .array(letters(5), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('*'))
  .filter((pattern) => patternFault(pattern) === null);
const anyUrl = letters(24).map((path) => `https://x.cn/${path}`);

/** What a pattern means, in the words of another matcher. */
const asRegExp = (pattern: string): RegExp => {
  const { parts } = readPattern(pattern);
  return new RegExp(`^${parts.map((part) => part.replace(/[.?]/g, '\\$&')).join('[^]*')}$`);
};

describe('whatever the pattern and the page', () => {
  it('means the same as the regular expression that one would write', () => {
    fc.assert(
      fc.property(anyPattern, anyUrl, (pattern, url) => {
        const { page, query } = pageOf(url);
        const texts = readPattern(pattern).withQuery ? [`${page}?${query}`] : [page, page.replace(/\/$/, '')];
        expect(fits(pattern, url)).toBe(texts.some((text) => asRegExp(pattern).test(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it('is found among others as one by one', () => {
    fc.assert(
      fc.property(fc.array(anyPattern, { maxLength: 12 }), anyUrl, (patterns, url) => {
        const products = patterns.map((pattern, n) => ({ id: `p${n}`, urls: [pattern] }));
        const oneByOne = products.filter(({ urls: [pattern = ''] }) => fits(pattern, url)).map(({ id }) => id);
        expect(createUrlIndex(products)(url).sort()).toEqual(oneByOne.sort());
      }),
      { numRuns: 1500 },
    );
  });

  it('never fails, and takes no long look at an address that was made to hold it up', () => {
    const stars = `/${'a*'.repeat(PATTERN_LENGTH / 2 - 2)}b`;
    const find = createUrlIndex([{ id: 'p', urls: [stars, '*/aa*aa*aa*aa*ab', '*%%*aa%E4*'] }]);
    const hostile = ['a'.repeat(1_000_000), '%'.repeat(100_000), `https://${'@'.repeat(50_000)}`, `//${'#/?'.repeat(30_000)}`];
    const began = performance.now();
    for (const url of hostile) for (let n = 0; n < 20; n += 1) find(url);
    expect((performance.now() - began) / (20 * hostile.length)).toBeLessThan(20);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 60 }), (url, pattern) => {
        if (patternFault(pattern) === null) createUrlIndex([{ id: 'p', urls: [pattern] }])(url);
        expect(pageOf(url).page.length).toBeLessThanOrEqual(3 * url.length);
      }),
      { numRuns: 2000 },
    );
  });
});
