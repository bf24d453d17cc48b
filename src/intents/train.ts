import { scopeOf } from './classifier.ts';
import { digestExamples } from './digest-examples.ts';
import type { Example } from './example.ts';
import { createFeatures } from './features.ts';
import { labelWords } from './label-words.ts';
import type { IntentModel } from './model.ts';
import { orderExamples } from './order-examples.ts';
import { partFolds } from './part-folds.ts';
import { mostFeatures, type Plan, planTraining } from './plan.ts';
import { addScores, type Quantised, quantise } from './quantise.ts';
import { fitTemperature } from './temperature.ts';
import { trainFactors } from './train-factors.ts';
import { trainMargins } from './train-margins.ts';
import { createVectors, gatherRows } from './vectors.ts';
import { gatherVocabulary, type Vocabulary } from './vocabulary.ts';

/** The name of a label is an example of it, while it has few others. */
const FEW = 30;
const NAME_COUNTS = 2;
/** Scores of margins are smaller than those of factors: three of them weigh about as much as one. */
const MARGINS_COUNT = 3;
/** The share of messages of known intents that may be taken for strangers. */
const LOST = 0.1;

const nameExamples = (examples: readonly Example[]): Example[] => {
  const counts = new Map<string, number>();
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].flatMap(([label, count]) => {
    const text = labelWords(label);
    return count <= FEW && /\p{L}/u.test(text) ? Array.from({ length: NAME_COUNTS }, () => ({ text, label })) : [];
  });
};

interface Fitted {
  vocabulary: Vocabulary;
  linear: Quantised;
  vectorOf: ReturnType<typeof createVectors>;
}

const fitModel = (
  examples: readonly Example[],
  labels: readonly string[],
  { epochs, width, members }: Pick<Plan, 'epochs' | 'width' | 'members'>,
): Fitted => {
  const all = [...examples, ...nameExamples(examples)];
  const texts = all.map(({ text }) => text);
  const read = createFeatures();
  const vocabulary = gatherVocabulary(texts, read, mostFeatures(labels.length));
  const vectorOf = createVectors(vocabulary, read);
  const places = new Map(labels.map((label, i) => [label, i]));
  const lesson = {
    rows: gatherRows(texts, vectorOf),
    targets: Int32Array.from(all, ({ label }) => places.get(label) ?? 0),
    features: vocabulary.hashes.length,
    classes: labels.length,
  };
  const shares = [{ linear: trainMargins(lesson), weight: MARGINS_COUNT }];
  for (let seed = 1; seed <= members; seed++)
    shares.push({ linear: trainFactors(lesson, { epochs, width, seed }), weight: 1 / members });
  return { vocabulary, linear: quantise(shares, lesson.features, lesson.classes), vectorOf };
};

/** Scores of examples by models that have not seen them. */
const scoreUnseen = (examples: readonly Example[], labels: readonly string[], plan: Plan) => {
  const { folds, rounds } = plan;
  const parts = partFolds(examples, folds, 1);
  const places = new Map(labels.map((label, i) => [label, i]));
  const scores: Float64Array[] = [];
  const targets: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const held = examples.filter((_, i) => parts[i] === round);
    if (held.length === 0) continue;
    const { linear, vectorOf } = fitModel(
      examples.filter((_, i) => parts[i] !== round),
      labels,
      { ...plan, members: 1 },
    );
    for (const { text, label } of held) {
      const own = new Float64Array(labels.length);
      addScores(linear, vectorOf(text), own);
      scores.push(own);
      targets.push(places.get(label) ?? 0);
    }
  }
  return { scores, targets };
};

/**
 * Trains a model on examples of two labels or more. The same examples give the same model, byte for byte, in whatever order they come.
 * Linear models on words and pieces of words, averaged; calibrated on examples held out. Seconds for thousands of examples.
 */
export const trainIntents = (given: readonly Example[]): IntentModel => {
  const examples = orderExamples(given);
  const labels = [...new Set(examples.map(({ label }) => label))];
  const plan = planTraining(examples.length);
  const { scores, targets } = scoreUnseen(examples, labels, plan);
  const temperature = fitTemperature(scores, targets);
  const scopes = scores.map((own) => scopeOf(own, temperature)).sort((a, b) => a - b);
  const { vocabulary, linear } = fitModel(examples, labels, plan);
  const leastScope = scopes[Math.floor(scopes.length * LOST)] ?? 0;
  return { labels, vocabulary, linear, temperature, leastScope, digest: digestExamples(examples) };
};
