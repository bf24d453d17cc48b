// Scores are added up several features at a time, and answers share room: neither may change an answer by a bit.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IntentModel } from '../../src/intents/model.ts';
import { addScores } from '../../src/intents/quantise.ts';
import { createIntentReader } from '../../src/intents/read-intents.ts';
import { trainIntents } from '../../src/intents/train.ts';
import { asks } from './asks.ts';

const FEATURES = 40;

const finite = (max: number) => fc.float({ min: Math.fround(-max), max: Math.fround(max), noNaN: true });

test('scores are those of one feature added after another, to the last bit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.tuple(fc.nat(FEATURES - 1), finite(1)), { maxLength: 21 }),
      fc.array(finite(0.1), { minLength: FEATURES, maxLength: FEATURES }),
      fc.array(fc.integer({ min: -127, max: 127 }), { minLength: FEATURES * 9, maxLength: FEATURES * 9 }),
      (classes, features, scales, codes) => {
        const bias = Float32Array.from({ length: classes }, (_, c) => c / 7 - 0.3);
        const linear = { classes, codes: Int8Array.from(codes), scales: Float32Array.from(scales), bias };
        const vector = {
          size: features.length,
          ids: Int32Array.from(features, ([id]) => id),
          values: Float32Array.from(features, ([, value]) => value),
        };
        const scores = new Float64Array(classes);
        addScores(linear, vector, scores);
        const plain = Float64Array.from(bias, (start, c) =>
          features.reduce((sum, [id], k) => {
            const factor = (vector.values[k] as number) * (linear.scales[id] as number);
            return sum + factor * (linear.codes[id * classes + c] as number);
          }, start),
        );
        expect([...scores]).toEqual([...plain]);
      },
    ),
    { numRuns: 500 },
  );
});

test('what was read before leaves no trace in what is read next', () => {
  const model: IntentModel = trainIntents(asks);
  const reader = createIntentReader(model);
  const text = fc.oneof(fc.constantFrom(...asks.map((one) => one.text)), fc.string({ maxLength: 12 }));
  const message = fc.array(text, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('，'));
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 8 }), (messages) => {
      for (const one of messages) expect(reader.read(one)).toEqual(createIntentReader(model).read(one));
    }),
    { numRuns: 60 },
  );
});
