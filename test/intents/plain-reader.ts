import type { IntentReading } from '../../src/domain/reading.ts';
import { createFeatures } from '../../src/intents/features.ts';
import type { IntentModel } from '../../src/intents/model.ts';
import { addScores } from '../../src/intents/quantise.ts';
import { largest, scopeOf } from '../../src/intents/scope.ts';
import { soften } from '../../src/intents/temperature.ts';
import { createVectors } from '../../src/intents/vectors.ts';
import { TURNING_DOWN } from '../../src/match/understand.ts';

const BREAK = /[。！？!?；;，,、…\n]+|\.(?=\s|$)|(?:而且|并且|还有|另外|顺便|同时|以及|再就是|然后)|\b(?:and|also|plus|but)\b/giu;

const lengthOf = (text: string): number =>
  Array.from({ length: text.length }, (_, i) => (/[⺀-鿿]/.test(text[i] ?? '') ? 2 : 1)).reduce(
    (sum: number, one) => sum + one,
    0,
  );

/** The parts of a message, by an expression. */
export const plainParts = (text: string): { from: number; to: number }[] => {
  const breaks = [...text.matchAll(BREAK)].map(({ index, 0: mark }) => ({ index, end: index + mark.length }));
  const all = [...breaks, { index: text.length, end: text.length }].map(({ index }, i) => ({
    from: breaks[i - 1]?.end ?? 0,
    to: index,
  }));
  const parts = all.filter(({ from, to }) => lengthOf(text.slice(from, to).trim()) >= 4).slice(0, 8);
  return parts.length < 2 ? [] : parts;
};

/** A reader that classifies a message and all of its parts from their texts, and reckons everything that can be asked. */
export const createPlainReader = (model: IntentModel) => {
  const { labels, linear, temperature, leastScope } = model;
  const vectorOf = createVectors(model.vocabulary, createFeatures());
  const classify = (text: string) => {
    const vector = vectorOf(text);
    const probabilities = new Float64Array(labels.length);
    addScores(linear, vector, probabilities);
    const inScope = vector.size > 0 && scopeOf(probabilities, temperature) >= leastScope;
    soften(probabilities, temperature);
    const place = largest(probabilities);
    return { probabilities, place, confidence: probabilities[place] as number, inScope };
  };
  type Heard = { place: number; confidence: number; span?: [number, number] };
  const heardIn = (text: string, whole: ReturnType<typeof classify>): Heard[] =>
    plainParts(text).flatMap(({ from, to }): Heard[] => {
      const { place, confidence, inScope } = classify(text.slice(from, to));
      if (!inScope || (labels[place] ?? '') in TURNING_DOWN) return [];
      if (place === whole.place) return confidence > whole.confidence ? [{ place, confidence }] : [];
      const own = whole.probabilities[place] as number;
      const heard = own >= 0.02 && whole.probabilities.filter((other) => other > own).length < 3;
      return heard && confidence >= 0.97 ? [{ place, confidence, span: [from, to] }] : [];
    });
  return (text: string): IntentReading[] => {
    const whole = classify(text);
    if (!whole.inScope || !/[\p{L}\p{N}]/u.test(text)) return [];
    const told = [...whole.probabilities].flatMap((confidence, place) =>
      confidence >= 0.2 || place === whole.place ? [{ place, confidence }] : [],
    );
    const best = new Map<number, Heard>();
    for (const one of [...heardIn(text, whole), ...told])
      if (one.confidence > (best.get(one.place)?.confidence ?? 0)) best.set(one.place, one);
    return [...best.values()]
      .sort((a, b) => b.confidence - a.confidence)
      .map(({ place, confidence, span }) => ({
        intent: labels[place] ?? '',
        version: model.digest.slice(0, 15),
        confidence: Math.round(confidence * 1e4) / 1e4,
        tags: [...(model.tags[place] ?? [])],
        enough: confidence >= (model.thresholds[place] ?? 2) ? 'apply' : confidence >= 0.5 ? 'suggest' : null,
        ...(span ? { span } : {}),
      }));
  };
};
