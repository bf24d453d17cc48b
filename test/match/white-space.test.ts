import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { phraseKey } from '../../src/match/phrase-key.ts';
import { closeUp, closeUpWithin } from '../../src/match/white-space.ts';

const airy = fc.string({ unit: fc.constantFrom('报', '価', 'a', '1', '한', ',', ' ', '\t', '\n'), maxLength: 24 });

describe('white space', () => {
  test.each([
    ['between Chinese characters says nothing', '报 \t 价', '报价'],
    ['between a Chinese character and a letter says nothing', 'A 产品 2 号', 'A产品2号'],
    ['between kana says nothing', 'カメラ の 値段', 'カメラの値段'],
    ['between English words is one blank', 'how \t\n much', 'how much'],
    ['between Korean words is one blank', '가격이  얼마', '가격이 얼마'],
    ['with a line break beside a Chinese character is a line break', '好的 \n 报价\r\nok', '好的\n报价\nok'],
  ])('%s', (_, given, expected) => {
    expect(closeUp(given)).toBe(expected);
  });

  test.each([
    ['报 价\n单', '报价单'],
    [' how\nmuch ', 'how much'],
    ['Ａ\u3000产品', 'a产品'],
  ])('a phrase of a pack is closed up, over line breaks too: %j', (given, expected) => {
    expect(phraseKey(given)).toBe(expected);
  });

  test('closed up twice is closed up once', () => {
    fc.assert(
      fc.property(airy, (text) => {
        expect(closeUp(closeUp(text))).toBe(closeUp(text));
      }),
    );
  });

  test('closed up within stretches, all else stays and every place is known', () => {
    fc.assert(
      fc.property(airy, fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 4 }), (text, pairs) => {
        const stretches = pairs
          .map(([a, b]) => ({ from: Math.min(a, b, text.length), to: Math.min(Math.max(a, b), text.length) }))
          .filter(
            ({ from, to }) =>
              text.slice(from, to).trim().length === to - from || text.slice(from, to).trim() === text.slice(from, to),
          )
          .sort((a, b) => a.from - b.from);
        const closed = closeUpWithin(text, stretches);
        expect(closed.text.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (let i = 0; i < text.length; i++) if (!/\s/.test(text[i]!)) expect(closed.text[closed.at[i]!]).toBe(text[i]);
        for (const { from, to } of stretches) {
          const cut = closed.text.slice(closed.at[from], closed.at[to]);
          if (!/\n/.test(text)) expect(cut).toBe(closeUp(cut));
        }
        if (stretches.length === 0) expect(closed.text).toBe(text);
      }),
    );
  });
});
