import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Automaton } from '../../src/match/automaton.ts';
import { fold } from '../../src/match/fold.ts';
import { foldUnits } from '../../src/match/normalise.ts';
import { phraseKey } from '../../src/match/phrase-key.ts';
import { closeUp } from '../../src/match/white-space.ts';

function occurrences(phrases: string[], text: string): string[] {
  const found: string[] = [];
  for (const [id, phrase] of phrases.entries()) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) found.push(`${id}@${at}`);
  }
  return found.sort();
}

function matches(automaton: Automaton, text: string): string[] {
  const found: string[] = [];
  automaton.each(automaton.match(text), (id, from) => found.push(`${id}@${from}`));
  return found.sort();
}

/** A tiny alphabet makes overlaps, suffixes and one-character phrases the rule. */
const word = (max: number) => fc.string({ unit: fc.constantFrom('贵', '报', '价', 'a', 'b', ' '), minLength: 1, maxLength: max });

describe('the automaton', () => {
  test('finds exactly what String.includes finds, overlaps and one-character phrases included', () => {
    fc.assert(
      fc.property(fc.array(word(6), { maxLength: 40 }), fc.array(word(40), { maxLength: 5 }), (phrases, texts) => {
        const automaton = new Automaton(phrases, null);
        for (const text of texts) expect(matches(automaton, text)).toEqual(occurrences(phrases, text));
      }),
      { numRuns: 400 },
    );
  });

  test('finds the same over any units, also lone surrogates and the highest ones', () => {
    const unit = fc.oneof(
      fc.constantFrom('\u0000', '\ud800', '\udfff', '\uffff', 'x'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    );
    const any = fc.array(unit, { minLength: 1, maxLength: 12 }).map((units) => units.join('') || 'x');
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 12 }), any, (phrases, noise) => {
        const automaton = new Automaton(phrases, null);
        const text = noise + phrases.join(noise);
        expect(matches(automaton, text)).toEqual(occurrences(phrases, text));
      }),
    );
  });

  test('folding in the class table is the same as folding first', () => {
    const unit = fc.constantFrom('報', '报', 'Ａ', 'a', 'A', '，', ',', '價', '价', '!');
    const text = fc.string({ unit, minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.string({ unit, minLength: 1, maxLength: 4 }), { maxLength: 12 }), text, (phrases, given) => {
        const folded = phrases.map(foldUnits);
        expect(matches(new Automaton(folded, fold), given)).toEqual(occurrences(folded, foldUnits(given)));
      }),
    );
  });

  test('white space counts as if the text had been closed up first, and every place cuts out the phrase', () => {
    const unit = fc.constantFrom(
      '報',
      '价',
      'Ａ',
      'b',
      '1',
      ' ',
      ' ',
      '\u3000',
      '\u00a0',
      '\t',
      '\n',
      '，',
      'か',
      '한',
      '貴',
      '\ud842',
      '\ufeff',
    );
    const phrase = fc.string({ unit, minLength: 1, maxLength: 5 }).map(phraseKey);
    const text = fc.string({ unit, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 12 }), fc.array(text, { maxLength: 5 }), (given, texts) => {
        const keys = given.filter((key) => key !== '');
        const automaton = new Automaton(keys, fold);
        for (const text of texts) {
          const closed = closeUp(foldUnits(text));
          const found: number[] = [];
          automaton.each(automaton.match(text), (id, from, to) => {
            found.push(id);
            // A unit that does not fold by itself (U+FEFF) is white space here; a text that holds one is normalised first.
            expect(closeUp(foldUnits(text).slice(from, to).replace(/\s+/gu, ' '))).toBe(keys[id]);
          });
          const expected = occurrences(keys, closed).map((one) => Number(one.split('@')[0]));
          expect(found.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a long text and a text with very many matches grow the buffers', () => {
    const phrases = Array.from({ length: 24 }, (_, i) => 'a'.repeat(i + 1));
    const text = 'a'.repeat(20_000);
    const automaton = new Automaton(phrases, null);
    expect(matches(automaton, text)).toHaveLength(phrases.reduce((sum, phrase) => sum + text.length - phrase.length + 1, 0));
    expect(matches(automaton, 'b')).toEqual([]);
    expect(matches(automaton, 'aab')).toEqual(['0@0', '0@1', '1@0']);
  });

  test('says when a text holds a unit that does not fold by itself, and matches such units when they are in a phrase', () => {
    const automaton = new Automaton(['报价', '🎉🎉'], fold);
    expect([automaton.match('報價'), automaton.slow]).toEqual([1, false]);
    expect([automaton.match('報\u200b價'), automaton.slow]).toEqual([0, true]);
    expect([automaton.match('🎉🎉'), automaton.slow]).toEqual([1, true]);
  });

  test('an empty dictionary finds nothing', () => {
    expect(new Automaton([], fold).match('报价')).toBe(0);
  });
});
