// Messages as they come are less like the examples than these are like each other: where they are enough, confidence goes by them.
import { expect, test } from 'vitest';
import { createClassifier } from '../../src/intents/classifier.ts';
import type { Example } from '../../src/intents/example.ts';
import { calibrationError } from '../../src/intents/score.ts';
import { trainIntents } from '../../src/intents/train.ts';
import { asks } from './asks.ts';

/** Messages of which every third has another intent than its words say: nobody can be sure of more than two thirds of them. */
const doubtful: Example[] = Array.from({ length: 330 }, (_, i) => {
  const { text, label } = asks[i % asks.length] as Example;
  const other = asks.find((one) => one.label !== label) as Example;
  return { text, label: Math.floor(i / asks.length) % 3 === 0 ? other.label : label };
});

const errorOn = (held: readonly Example[]): number => {
  const { classify } = createClassifier(trainIntents(asks, { held }));
  return calibrationError(
    doubtful.map(({ text, label }) => {
      const { label: said, confidence } = classify(text);
      return { label, said, confidence };
    }),
  );
};

test('confidence is as often right as it says on messages like those that were held', () => {
  expect(errorOn(doubtful)).toBeLessThan(0.1);
  expect(errorOn(doubtful)).toBeLessThan(errorOn([]));
});

test('a few of them do not decide how sure it is', () => {
  const temperature = (held: readonly Example[]) => trainIntents(asks, { held }).temperature;
  expect(temperature(doubtful.slice(0, 40))).toBe(temperature([]));
});
