import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth } from '../../../src/text/terminal/display-width.ts';
import { quoted } from '../../../src/text/terminal/quoted.ts';

const plain = { lang: 'zh', colour: false, room: 20 } as const;

test.each([
  ['这个多少钱？', [2, 5], '「这个【多少钱】？」'],
  ['多少钱', [0, 3], '「【多少钱】」'],
  ['没有说是哪几个字', null, '「没有说是哪几个字」'],
  ['我先说一大段别的话，然后问多少钱', [13, 16], '「…的话，然后问【多少钱】」'],
  ['多少钱？问完我再说一大段别的话给你听', [0, 3], '「【多少钱】？问完我再说…」'],
  ['前面很多很多的话，多少钱，后面很多很多的话', [9, 12], '「…的话，【多少钱】，后面…」'],
  ['第一行\n第二行多少钱', [7, 10], '「第一行 第二行【多少钱】」'],
] as const)('%j is quoted around its span', (text, span, shown) => {
  expect(quoted({ ...plain, text, span: span && [span[0], span[1]] })).toBe(shown);
});

test('whatever the words and the span, the quote fits its room beside its marks, on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.nat(80), fc.nat(80), (text, a, b) => {
      const shown = quoted({ ...plain, text, span: [Math.min(a, b), Math.max(a, b)] });
      expect(displayWidth(shown)).toBeLessThanOrEqual(plain.room + displayWidth('「【】」'));
      expect(shown).not.toMatch(/[\p{Cc}]/u);
    }),
  );
});
