import type { IntentReading } from '../domain/reading.ts';
import { type IntentReader, TURNING_DOWN } from '../match/understand.ts';
import { hasLetter } from './has-letter.ts';
import { createJudge, type Judge } from './judge.ts';
import type { IntentModel } from './model.ts';
import { type Part, partsOf } from './parts.ts';
import { LEAST_SUGGESTED, NEVER } from './thresholds.ts';

/** What is less likely is not worth telling. */
const LEAST_TOLD = 0.2;
/** Beside what is more likely than this nothing else is. */
const ALONE = 1.001 - LEAST_TOLD;
/** A part of a message says a thing of its own only where that is hardly to be doubted, for it stands without its context. */
const SURE_OF_PART = 0.97;
/** And where the whole message hears it too: among its likeliest so many, at least so likely. */
const HEARD = 3;
const LEAST_HEARD = 0.02;

/** A probability of the whole message for every label, and where the largest stands. */
interface Whole {
  probabilities: Float64Array;
  best: number;
}

/** Whether the whole message hears a label too. */
const isHeard = ({ probabilities }: Whole, place: number): boolean => {
  const own = probabilities[place] as number;
  if (own < LEAST_HEARD) return false;
  let rank = 0;
  for (let c = 0; c < probabilities.length; c++) if ((probabilities[c] as number) > own) rank++;
  return rank < HEARD;
};

interface Heard {
  place: number;
  confidence: number;
  /** The part of the message that says it; absent: all of it. */
  part?: Part;
}

/** Numbers are rounded: what is nearer than this may change places when scores become probabilities. */
const NEAR = 1e-9;

/** How far ahead of the next label one must be at least, to be as likely as this: then no other label counts at all. */
const leadOf = (confidence: number): number => Math.log(confidence / (1 - confidence)) - NEAR - 1e-15 / (1 - confidence);
const SURE_LEAD = leadOf(SURE_OF_PART);

/** Whether what was scored last may say a thing beside the whole, or say it more clearly. Most parts do not, which their scores show. */
const maySay = (judge: Judge, whole: Whole): boolean => {
  const [best, lead] = [judge.best(), judge.lead()];
  if (lead < NEAR) return true;
  if (best === whole.best) return !(lead < leadOf(whole.probabilities[best] as number));
  return lead >= SURE_LEAD && isHeard(whole, best);
};

/** Hears what a part of a message says beside the whole, or says more clearly. */
const createPartReader = (judge: Judge, labels: readonly string[]) => {
  const turnsDown = labels.map((label) => label in TURNING_DOWN);
  const probabilities = new Float64Array(labels.length);
  return (text: string, part: Part, whole: Whole): Heard | null => {
    if (!judge.score(text, part.from, part.to) || !maySay(judge, whole)) return null;
    const place = judge.soften(probabilities);
    const confidence = probabilities[place] as number;
    const clearer = place === whole.best && confidence > (whole.probabilities[place] as number);
    const beside = place !== whole.best && confidence >= SURE_OF_PART && isHeard(whole, place);
    if ((!clearer && !beside) || turnsDown[place] || !judge.inScope(confidence)) return null;
    return beside ? { place, confidence, part } : { place, confidence };
  };
};

/** The likeliest of several answers of one intent. */
const likeliest = (answers: readonly Heard[]): readonly Heard[] => {
  if (answers.length < 2) return answers;
  const best = new Map<number, Heard>();
  for (const one of answers) if (one.confidence > (best.get(one.place)?.confidence ?? 0)) best.set(one.place, one);
  return [...best.values()].sort((a, b) => b.confidence - a.confidence);
};

/**
 * A reader of intents by a trained model: what the whole message says, and what a part of it says beside that. What looks like no intent has
 * none, nor has a text without a letter.
 */
export const createIntentReader = (model: IntentModel): IntentReader => {
  // Not the model itself, whose weights the judge keeps in a form of its own.
  const { labels, thresholds, tags } = model;
  const version = model.digest.slice(0, 15);
  const judge = createJudge(model);
  const readPart = createPartReader(judge, labels);
  // An answer is used up before the next one is asked for.
  const whole: Whole = { probabilities: new Float64Array(labels.length), best: 0 };

  const judgeWhole = (text: string): boolean => {
    if (!judge.score(text, 0, text.length)) return false;
    whole.best = judge.soften(whole.probabilities);
    return judge.inScope(whole.probabilities[whole.best] as number) && hasLetter(text);
  };
  const hear = (text: string): Heard[] => {
    const heard: Heard[] = [];
    for (const part of partsOf(text)) {
      const one = readPart(text, part, whole);
      if (one) heard.push(one);
    }
    const { probabilities, best } = whole;
    if ((probabilities[best] as number) > ALONE) heard.push({ place: best, confidence: probabilities[best] as number });
    else
      probabilities.forEach((confidence, place) => {
        if (confidence >= LEAST_TOLD || place === best) heard.push({ place, confidence });
      });
    return heard;
  };
  const reading = ({ place, confidence, part }: Heard): IntentReading => {
    const least = thresholds[place] ?? NEVER;
    const read: IntentReading = {
      intent: labels[place] ?? '',
      version,
      confidence: Math.round(confidence * 1e4) / 1e4,
      tags: (tags[place] ?? []).slice(),
      enough: confidence >= least ? 'apply' : confidence >= LEAST_SUGGESTED ? 'suggest' : null,
    };
    return part ? { ...read, span: [part.from, part.to] } : read;
  };
  return { version, read: (text) => (judgeWhole(text) ? likeliest(hear(text)).map(reading) : []) };
};
