import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Judged } from '../../src/intents/score.ts';
import { chooseThresholds, NEVER, PRECISION } from '../../src/intents/thresholds.ts';

const answer = (said: string, label: string, confidence: number): Judged => ({ said, label, confidence });
const many = (count: number, said: string, label: string, confidence: number) =>
  Array.from({ length: count }, () => answer(said, label, confidence));

test('the threshold is the lowest confidence from which on nineteen of twenty answers are right', () => {
  const judged = [...many(60, 'a', 'a', 0.9), ...many(40, 'a', 'a', 0.8), ...many(20, 'a', 'b', 0.7), ...many(5, 'a', 'a', 0.65)];
  expect(chooseThresholds(['a', 'b'], judged)).toEqual([0.8, NEVER]);
});

test('one that is seldom right only suggests, however sure it is', () => {
  expect(chooseThresholds(['a'], [...many(9, 'a', 'a', 0.99), ...many(9, 'a', 'b', 0.99)])).toEqual([NEVER]);
});

test('a few right answers are not believed where all others are wrong', () => {
  const judged = [...many(3, 'a', 'a', 0.9), ...many(40, 'b', 'c', 0.95)];
  expect(chooseThresholds(['a'], judged)).toEqual([NEVER]);
});

test('an answer that is hardly more likely than not is never enough', () => {
  expect(chooseThresholds(['a'], many(500, 'a', 'a', 0.55))).toEqual([NEVER]);
});

test('whatever the answers, those above a threshold that was reached by enough of them are right as often as they must be', () => {
  const judged = fc.array(
    fc.record({
      said: fc.constantFrom('a', 'b'),
      label: fc.constantFrom('a', 'a', 'a', 'b'),
      confidence: fc.double({ min: 0.4, max: 1, noNaN: true }),
    }),
    { maxLength: 200 },
  );
  fc.assert(
    fc.property(judged, (answers) => {
      chooseThresholds(['a', 'b'], answers).forEach((threshold, i) => {
        const sure = answers.filter(({ said, confidence }) => said === 'ab'[i] && confidence >= threshold);
        // Ten answers are borrowed from all: a share of them cannot make up for more than one half of wrong ones.
        const right = sure.filter(({ label, said }) => label === said).length;
        if (sure.length > 0) expect((right + 10) / (sure.length + 10)).toBeGreaterThanOrEqual(PRECISION);
      });
    }),
  );
});
