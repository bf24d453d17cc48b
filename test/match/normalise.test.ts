import fc from 'fast-check';
import { Converter } from 'opencc-js/t2cn';
import { describe, expect, test } from 'vitest';
import { foldUnits, givenSpan, normalise } from '../../src/match/normalise.ts';

const plain = (text: string) => normalise(text).text;
const any = fc.string({ unit: 'binary', maxLength: 40 });
const tricky = fc.string({
  unit: fc.constantFrom(
    '報',
    '价',
    'Ａ',
    '\u200b',
    '\ufe0f',
    '\u00ad',
    '\u0301',
    'e',
    '…',
    'ﾞ',
    'ｶ',
    '½',
    '😀',
    '\ud83c',
    '\udc00',
    '𝐀',
    ' ',
    '한',
    '\u1161',
    '\u1112',
  ),
  maxLength: 24,
});

describe('normalising', () => {
  test.each([
    ['ＱＱ客服：報價單', 'qq客服:报价单'],
    ['報\u200b價\u2060單\ufeff', '报价单'],
    ['soft\u00adware', 'software'],
    ['❤️ 👍🏻', '❤ 👍🏻'],
    ['Don’t', "don't"],
    ['“報價”。', '"报价".'],
    ['等等…', '等等...'],
    ['ﬁne', 'fine'],
    ['e\u0301', 'é'],
    ['ｶﾞ', 'ガ'],
    ['𝐀𝐁', 'ab'],
    ['①２ⅷ', '12viii'],
    ['為什麼沒有', '为什么没有'],
  ])('%s reads %s', (given, expected) => {
    expect(plain(given)).toBe(expected);
  });

  test('twice is once', () => {
    fc.assert(
      fc.property(fc.oneof(any, tricky), (text) => {
        expect(plain(plain(text))).toBe(plain(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('what a span cuts out of the given text normalises to what it was found as', () => {
    fc.assert(
      fc.property(tricky, fc.nat(), fc.nat(), (text, a, b) => {
        const normalised = normalise(text);
        const length = normalised.text.length;
        fc.pre(length > 0);
        const from = a % length;
        const to = from + 1 + (b % (length - from));
        const cut = text.slice(...givenSpan(normalised, from, to));
        expect(plain(cut)).toContain(normalised.text.slice(from, to));
      }),
      { numRuns: 2000 },
    );
  });

  test('agrees with NFKC, lower case and OpenCC on characters that fold one to one', () => {
    const convert = Converter({ from: 't', to: 'cn' });
    const common = '報價單發貨退款換貨電話產品質量優惠運費訂單會員積分請問謝謝嗎麼還沒應該這個時間東西壞修證書ＡＢＣ１２３！？';
    for (const character of common) expect(plain(character)).toBe(convert(character.normalize('NFKC').toLowerCase()));
  });

  test('a text of 100 000 marks on one letter takes no time to speak of', () => {
    const text = `e${'\u0301'.repeat(100_000)}`;
    const start = performance.now();
    normalise(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('folding a long text unit by unit does not overflow the stack', () => {
    expect(foldUnits('Ａ'.repeat(200_000))).toBe('a'.repeat(200_000));
  });
});
