// The classifier on a small set of the shop's messages: the same whatever the order, honest about what it knows, never in the way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClassifier } from '../../src/intents/classifier.ts';
import { decodeModel, encodeModel } from '../../src/intents/model-file.ts';
import { trainIntents } from '../../src/intents/train.ts';
import { asks } from './asks.ts';

const model = trainIntents(asks);
const { classify, labels } = createClassifier(model);

test.each([
  ['多少钱一套', 'price'],
  ['how much does it cost', 'price'],
  ['退款怎么还没到', 'refund'],
  ['快递几天能到', 'shipping'],
])('%s is about %s', (text, label) => {
  expect(classify(text)).toMatchObject({ label, inScope: true });
});

test.each([
  ['a smile alone', '😀'],
  ['nothing at all', ''],
  ['another script', 'สวัสดีครับ'],
  ['words that it never met', 'zzz qqq www'],
])('%s is out of scope', (_, text) => {
  expect(classify(text).inScope).toBe(false);
});

describe('training', () => {
  test('gives the same bytes for the same examples in any order', () => {
    const bytes = encodeModel(model);
    fc.assert(
      fc.property(fc.shuffledSubarray(asks, { minLength: asks.length }), (shuffled) => {
        expect(Buffer.from(encodeModel(trainIntents(shuffled))).equals(bytes)).toBe(true);
      }),
      { numRuns: 3 },
    );
  });

  test('gives another digest for other examples', () => {
    const other = asks.map((one, i) => (i === 0 ? { ...one, label: 'refund' } : one));
    expect(trainIntents(other).digest).not.toBe(model.digest);
  });

  test('learns from the name of a label where examples are few', () => {
    const few = asks
      .filter((_, i) => i % 5 === 0)
      .map(({ text, label }) => ({ text, label: label === 'price' ? 'cost_estimate' : label }));
    expect(createClassifier(trainIntents(few)).classify('an estimate').label).toBe('cost_estimate');
  });

  test('makes do with one example a label', () => {
    const one = trainIntents([
      { text: '你好', label: '1' },
      { text: '再见', label: '2' },
    ]);
    expect(createClassifier(one).classify('你好').label).toBe('1');
  });

  test('makes do with texts that hold nothing to learn from', () => {
    const { classify: guess } = createClassifier(trainIntents([...'ab'].map((label) => ({ text: ' ', label }))));
    expect(guess('好').inScope).toBe(false);
  });
});

describe('an answer', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string(),
    fc.constantFrom(...asks.map(({ text }) => text)),
  );

  test('has probabilities that add up to 1, of which the likeliest is the confidence, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { probabilities, confidence, label, scope } = classify(text);
        expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        expect(Math.max(...probabilities)).toBe(confidence);
        expect(labels[probabilities.indexOf(confidence)]).toBe(label);
        expect(scope).toBeGreaterThanOrEqual(0);
        expect(scope).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  test('does not hang on half a character, and does not hang on what was asked before', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, before) => {
        const first = classify(text);
        classify(before);
        expect(classify(text)).toEqual(first);
      }),
    );
    expect(() => classify('\ud83d')).not.toThrow();
  });

  test('does not depend on width, case and script', () => {
    expect(classify('ＨＯＷ ＭＵＣＨ').probabilities).toEqual(classify('how much').probabilities);
    expect(classify('幾時到貨').probabilities).toEqual(classify('几时到货').probabilities);
  });

  test('comes within milliseconds for 16 KB of text', () => {
    const long = 'where is 我的快递 😀 '.repeat(900);
    classify(long);
    const began = performance.now();
    for (let i = 0; i < 20; i++) classify(long);
    expect((performance.now() - began) / 20).toBeLessThan(25);
  });
});

describe('a saved model', () => {
  const bytes = encodeModel(model);

  test('answers as the trained one, to the last digit', () => {
    const loaded = decodeModel(bytes);
    expect(loaded?.digest).toBe(model.digest);
    const again = loaded && createClassifier(loaded);
    for (const { text } of asks) expect(again?.classify(text)).toEqual(classify(text));
  });

  test('is refused when a byte of it differs, or some are missing', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = Uint8Array.from(bytes);
        broken[at] = (broken[at] ?? 0) ^ change;
        expect(decodeModel(broken)).toBeNull();
        expect(decodeModel(bytes.subarray(0, at))).toBeNull();
      }),
    );
  });
});
