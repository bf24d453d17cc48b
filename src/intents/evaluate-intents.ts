import type { Classifier } from './classifier.ts';
import type { Example } from './example.ts';
import { accuracy, areaUnderRoc, calibrationError, macroF1 } from './score.ts';

/** How well a classifier does on messages that it has not seen; all but the counts are shares, 0 to 1. */
export interface Scored {
  accuracy: number;
  macroF1: number;
  /** Expected calibration error: how far confidence and truth lie apart. */
  ece: number;
  /** The share of the test messages that the classifier takes for one of its labels. */
  inScope: number;
  /** Only where messages out of scope were given: how well the two are told apart, and the share of strangers that is noticed. */
  auroc?: number;
  oosRecall?: number;
}

/** Scores a classifier on labelled messages, and on messages that belong to none of its labels. A label it does not know counts as wrong. */
export const evaluateIntents = (
  { classify }: Classifier,
  { test, outside }: { test: readonly Example[]; outside: readonly Pick<Example, 'text'>[] },
): Scored => {
  const inside = test.map(({ text, label }) => ({ label, ...classified(text) }));
  const scored: Scored = {
    accuracy: accuracy(inside),
    macroF1: macroF1(inside),
    ece: calibrationError(inside),
    inScope: inside.filter((one) => one.inScope).length / inside.length,
  };
  if (outside.length === 0) return scored;
  const strange = outside.map(({ text }) => classify(text));
  scored.auroc = areaUnderRoc(
    inside.map(({ scope }) => scope),
    strange.map(({ scope }) => scope),
  );
  scored.oosRecall = strange.filter((one) => !one.inScope).length / strange.length;
  return scored;

  function classified(text: string) {
    const { label: said, confidence, scope, inScope } = classify(text);
    return { said, confidence, scope, inScope };
  }
};
