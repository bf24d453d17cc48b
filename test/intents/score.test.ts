// The measures, against cases small enough to count by hand.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accuracy, areaUnderRoc, calibrationError, macroF1 } from '../../src/intents/score.ts';
import { seeded } from '../../src/intents/seeded.ts';
import { fitTemperature, soften } from '../../src/intents/temperature.ts';

const judged = [
  { label: 'a', said: 'a', confidence: 0.9 },
  { label: 'a', said: 'a', confidence: 0.9 },
  { label: 'a', said: 'b', confidence: 0.5 },
  { label: 'b', said: 'b', confidence: 0.5 },
];

test('accuracy is the share that is right', () => {
  expect(accuracy(judged)).toBe(0.75);
});

test('macro-F1 counts every label that occurs the same', () => {
  expect(macroF1(judged)).toBeCloseTo((4 / 5 + 2 / 3) / 2, 12);
  // A label that is only said, and never there, has no F1 of its own.
  expect(macroF1([{ label: 'a', said: 'c', confidence: 1 }])).toBe(0);
});

test('the calibration error is how far confidence and truth lie apart, bin by bin', () => {
  expect(calibrationError(judged)).toBeCloseTo((2 * 0.1 + 2 * 0) / 4, 12);
});

test('the area under the curve is the share of pairs in the right order, ties half', () => {
  const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(values, values, (inside, outside) => {
      const pairs = inside.flatMap((a) => outside.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
      expect(areaUnderRoc(inside, outside)).toBeCloseTo(pairs.reduce((sum, one) => sum + one, 0) / pairs.length, 10);
    }),
  );
});

test('a fitted temperature turns overdone scores back into honest probabilities', () => {
  const random = seeded(5);
  const truth = Array.from({ length: 3000 }, () => 0.5 + random() / 2);
  // Scores four times as sure as they should be; the first class is right as often as its probability says.
  const scores = truth.map((share) => Float64Array.of(4 * Math.log(share / (1 - share)), 0));
  const targets = truth.map((share) => (random() < share ? 0 : 1));
  const temperature = fitTemperature(scores, targets);
  expect(temperature).toBeGreaterThan(3.5);
  expect(temperature).toBeLessThan(4.5);
  const said = scores.map((own, i) => {
    soften(own, temperature);
    return { label: String(targets[i]), said: '0', confidence: own[0] ?? 0 };
  });
  expect(calibrationError(said)).toBeLessThan(0.03);
});
