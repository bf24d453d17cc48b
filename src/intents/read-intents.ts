import type { IntentReading } from '../domain/reading.ts';
import { type IntentReader, TURNING_DOWN } from '../match/understand.ts';
import { type Classified, createClassifier } from './classifier.ts';
import type { IntentModel } from './model.ts';
import { type Part, partsOf } from './parts.ts';
import { LEAST_SUGGESTED, NEVER } from './thresholds.ts';

/** What is less likely is not worth telling. */
const LEAST_TOLD = 0.2;
/** A part of a message says a thing of its own only where that is hardly to be doubted, for it stands without its context. */
const SURE_OF_PART = 0.97;
/** And where the whole message hears it too: among its likeliest so many, at least so likely. */
const HEARD = 3;
const LEAST_HEARD = 0.02;

const rankOf = ({ probabilities }: Classified, place: number): number => {
  const own = probabilities[place] as number;
  return probabilities.reduce((rank, other) => rank + (other > own ? 1 : 0), 0);
};

interface Heard {
  place: number;
  confidence: number;
  /** The part of the message that says it; absent: all of it. */
  part?: Part;
}

/** What parts of a message say beside the whole, or say more clearly. */
const hearParts = (text: string, whole: Classified, classify: (text: string) => Classified, labels: readonly string[]): Heard[] =>
  partsOf(text).flatMap((part): Heard[] => {
    const { label, confidence, inScope } = classify(text.slice(part.from, part.to));
    const place = labels.indexOf(label);
    if (!inScope || label in TURNING_DOWN) return [];
    if (label === whole.label) return confidence > whole.confidence ? [{ place, confidence }] : [];
    const heard = rankOf(whole, place) < HEARD && (whole.probabilities[place] as number) >= LEAST_HEARD;
    return heard && confidence >= SURE_OF_PART ? [{ place, confidence, part }] : [];
  });

/** The likeliest of several answers of one intent. */
const likeliest = (answers: readonly Heard[]): Heard[] => {
  const best = new Map<number, Heard>();
  for (const one of answers) if (one.confidence > (best.get(one.place)?.confidence ?? 0)) best.set(one.place, one);
  return [...best.values()].sort((a, b) => b.confidence - a.confidence);
};

/**
 * A reader of intents by a trained model: what the whole message says, and what a part of it says beside that. What looks like no intent has
 * none, nor has a text without a letter.
 */
export const createIntentReader = (model: IntentModel): IntentReader => {
  const { classify, labels } = createClassifier(model);
  // An answer is used up before the next one is asked for: that of the whole message, and that of one of its parts.
  const [ofWhole, ofPart] = [new Float64Array(labels.length), new Float64Array(labels.length)];
  const classifyPart = (text: string) => classify(text, ofPart);
  const version = model.digest.slice(0, 15);
  const reading = ({ place, confidence, part }: Heard): IntentReading => {
    const least = model.thresholds[place] ?? NEVER;
    const read: IntentReading = {
      intent: labels[place] ?? '',
      version,
      confidence: Math.round(confidence * 1e4) / 1e4,
      tags: [...(model.tags[place] ?? [])],
      enough: confidence >= least ? 'apply' : confidence >= LEAST_SUGGESTED ? 'suggest' : null,
    };
    return part ? { ...read, span: [part.from, part.to] } : read;
  };
  return {
    version,
    read: (text) => {
      const whole = classify(text, ofWhole);
      if (!whole.inScope || !/[\p{L}\p{N}]/u.test(text)) return [];
      const heard = hearParts(text, whole, classifyPart, labels);
      whole.probabilities.forEach((confidence, place) => {
        if (confidence >= LEAST_TOLD || labels[place] === whole.label) heard.push({ place, confidence });
      });
      return likeliest(heard).map(reading);
    },
  };
};
