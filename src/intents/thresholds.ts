import type { Judged } from './score.ts';

/** The share of right answers from which an intent may give its tags. */
export const PRECISION = 0.95;
/** No intent gives its tags below this confidence, however well it did: what comes is more varied than what was checked. */
const LEAST_APPLIED = 0.6;
/** The least confidence at which an intent is at all suggested: more likely right than not. */
export const LEAST_SUGGESTED = 0.5;
/** No confidence reaches it: suggested only. */
export const NEVER = 2;
/** An intent of which fewer answers were checked borrows so many from all of them. */
const BORROWED = 10;

/** The share that is right of the answers with at least this confidence, a few borrowed from a share known before. */
const precisionAt = (right: number, count: number, known: number): number => (right + known * BORROWED) / (count + BORROWED);

const precisionOf = (judged: readonly Judged[], least: number): number => {
  const sure = judged.filter(({ confidence }) => confidence >= least);
  return sure.length === 0 ? 0 : sure.filter(({ label, said }) => label === said).length / sure.length;
};

/** The lowest confidence from which on so many of these answers are right. */
const lowest = (answers: readonly Judged[], all: readonly Judged[]): number => {
  const sorted = [...answers].sort((a, b) => b.confidence - a.confidence);
  let [right, found] = [0, NEVER];
  sorted.forEach(({ label, said, confidence }, i) => {
    if (label === said) right++;
    if (confidence < LEAST_APPLIED || sorted[i + 1]?.confidence === confidence) return;
    if (precisionAt(right, i + 1, precisionOf(all, confidence)) >= PRECISION) found = confidence;
  });
  return found;
};

/**
 * For each label, the confidence from which on its answers are right as often as tags must be: the lowest at which that holds for messages
 * that the model has not seen. `NEVER` for a label that is not.
 */
export const chooseThresholds = (labels: readonly string[], judged: readonly Judged[]): number[] => {
  const byLabel = new Map<string, Judged[]>(labels.map((label) => [label, []]));
  for (const one of judged) byLabel.get(one.said)?.push(one);
  return labels.map((label) => lowest(byLabel.get(label) ?? [], judged));
};
