import { createClassifier } from './classifier.ts';
import { digestExamples } from './digest-examples.ts';
import type { Example } from './example.ts';
import { createFeatures } from './features.ts';
import { labelWords } from './label-words.ts';
import { createLinear } from './linear.ts';
import type { IntentModel } from './model.ts';
import { orderExamples } from './order-examples.ts';
import { partFolds } from './part-folds.ts';
import { mostFeatures, type Plan, planTraining } from './plan.ts';
import { addScores, type Quantised, quantise } from './quantise.ts';
import { largest, scopeOf } from './scope.ts';
import type { Judged } from './score.ts';
import { fitTemperature, soften } from './temperature.ts';
import { chooseThresholds } from './thresholds.ts';
import { trainFactors } from './train-factors.ts';
import { createVectors, gatherRows } from './vectors.ts';
import { gatherVocabulary, type Vocabulary } from './vocabulary.ts';

/** The name of a label is an example of it, while it has few others. */
const FEW = 30;
const NAME_COUNTS = 2;
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

function* fitModel(
  examples: readonly Example[],
  labels: readonly string[],
  { members, ...effort }: Plan,
): Generator<void, Fitted> {
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
  const linear = createLinear(lesson);
  for (let seed = 1; seed <= members; seed++) yield* trainFactors(lesson, { ...effort, seed }, { linear, weight: 1 / members });
  return { vocabulary, linear: quantise(linear, lesson.features, lesson.classes), vectorOf };
}

/** Scores of examples by models that have not seen them. */
function* scoreUnseen(
  examples: readonly Example[],
  labels: readonly string[],
  plan: Plan,
): Generator<void, { scores: Float64Array[]; targets: number[] }> {
  const { folds, rounds } = plan;
  const parts = partFolds(examples, folds, 1);
  const places = new Map(labels.map((label, i) => [label, i]));
  const scores: Float64Array[] = [];
  const targets: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const held = examples.filter((_, i) => parts[i] === round);
    if (held.length === 0) continue;
    const { linear, vectorOf } = yield* fitModel(
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
}

/** From so many messages as they come, confidence goes by them: they are less like the examples than these are like each other. */
const ENOUGH_HELD = 300;

/** The temperature by messages as they come, where they are enough; else by examples held out. */
const calibrate = (
  { linear, vectorOf }: Fitted,
  labels: readonly string[],
  held: readonly Example[],
  apart: { scores: readonly Float64Array[]; targets: readonly number[] },
): number => {
  const places = new Map(labels.map((label, i) => [label, i]));
  const known = held.filter(({ label }) => places.has(label));
  if (known.length < ENOUGH_HELD) return fitTemperature(apart.scores, apart.targets);
  const scores = known.map(({ text }) => {
    const own = new Float64Array(labels.length);
    addScores(linear, vectorOf(text), own);
    return own;
  });
  return fitTemperature(
    scores,
    known.map(({ label }) => places.get(label) ?? 0),
  );
};

/** What training knows beside the examples. */
export interface Knowing {
  /** Messages as they come, by which thresholds are chosen, and confidence too where they are enough; without any by examples held out. */
  held?: readonly Example[];
  /** Messages that do not have the intent of their label: each counts against it where the model still says that. */
  wrong?: readonly Example[];
  /** Ids of the tags that a label gives. */
  tagsOf?: (label: string) => readonly string[];
}

/** The label of a message of which only one thing is known: that it is not what was said of it. */
const OTHER = '';

/** What a model says of messages that it was not trained on. */
const judge = (model: Parameters<typeof createClassifier>[0], held: readonly Example[], wrong: readonly Example[]): Judged[] => {
  const { classify } = createClassifier(model);
  const judged = ({ text, label }: Example): Judged => {
    const { label: said, confidence } = classify(text);
    return { label, said, confidence };
  };
  const against = wrong.map(judged).filter(({ label, said }) => label === said);
  return [...held.map(judged), ...against.map((one) => ({ ...one, label: OTHER }))];
};

/** The same of the examples that were held out while it was calibrated. */
const judgeScores = (
  labels: readonly string[],
  scores: readonly Float64Array[],
  targets: readonly number[],
  temperature: number,
) =>
  scores.map((own, i): Judged => {
    const probabilities = Float64Array.from(own);
    soften(probabilities, temperature);
    const best = largest(probabilities);
    return { label: labels[targets[i] ?? 0] ?? '', said: labels[best] ?? '', confidence: probabilities[best] ?? 0 };
  });

/**
 * Trains a model on examples of two labels or more. The same examples give the same model, byte for byte, in whatever order they come.
 * Linear models on words and pieces of words, averaged; calibrated on examples held out. Seconds for thousands of examples.
 * Yields every second or so, that others may have their turn, or end it.
 */
export function* trainInSteps(
  given: readonly Example[],
  { held = [], wrong = [], tagsOf = () => [] }: Knowing = {},
): Generator<void, IntentModel> {
  const examples = orderExamples(given);
  const labels = [...new Set(examples.map(({ label }) => label))];
  const plan = planTraining(examples.length);
  const { scores, targets } = yield* scoreUnseen(examples, labels, plan);
  const fitted = yield* fitModel(examples, labels, plan);
  const { vocabulary, linear } = fitted;
  const temperature = calibrate(fitted, labels, held, { scores, targets });
  const scopes = scores.map((own) => scopeOf(own, temperature)).sort((a, b) => a - b);
  const leastScope = scopes[Math.floor(scopes.length * LOST)] ?? 0;
  const model = {
    labels,
    vocabulary,
    linear,
    temperature,
    leastScope,
    digest: digestExamples(examples, orderExamples(held), orderExamples(wrong)),
  };
  const unseen = judge(model, held, wrong);
  const judged = held.length > 0 ? unseen : [...judgeScores(labels, scores, targets, temperature), ...unseen];
  return { ...model, tags: labels.map((label) => [...tagsOf(label)]), thresholds: chooseThresholds(labels, judged) };
}

/** Trains a model at one go. */
export const trainIntents = (examples: readonly Example[], knowing: Knowing = {}): IntentModel => {
  const steps = trainInSteps(examples, knowing);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
