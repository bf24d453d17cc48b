/** What a model said of one message whose label is known. */
export interface Judged {
  label: string;
  said: string;
  /** The probability that it gave to what it said, 0 to 1. */
  confidence: number;
}

/** The share that is right. */
export const accuracy = (judged: readonly Judged[]): number =>
  judged.filter(({ label, said }) => label === said).length / judged.length;

/** F1 of each label that occurs, averaged: every label counts the same, however rare. */
export const macroF1 = (judged: readonly Judged[]): number => {
  const counts = new Map<string, { right: number; said: number; there: number }>();
  const of = (label: string) => {
    const found = counts.get(label) ?? { right: 0, said: 0, there: 0 };
    counts.set(label, found);
    return found;
  };
  for (const { label, said } of judged) {
    of(label).there++;
    of(said).said++;
    if (label === said) of(label).right++;
  }
  const there = [...counts.values()].filter((one) => one.there > 0);
  return there.reduce((sum, one) => sum + (2 * one.right) / (one.there + one.said), 0) / there.length;
};

const BINS = 15;

/** Expected calibration error, over 15 bins of equal width: how far confidence and the share that is right lie apart. */
export const calibrationError = (judged: readonly Judged[]): number => {
  const bins = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { label, said, confidence } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (!bin) continue;
    bin.count++;
    bin.confidence += confidence;
    if (label === said) bin.right++;
  }
  return bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / judged.length;
};

/** How likely it is that one of `inside` stands above one of `outside` (area under the ROC curve); ties count half. */
export const areaUnderRoc = (inside: readonly number[], outside: readonly number[]): number => {
  const all = [...inside.map((value) => ({ value, inside: true })), ...outside.map((value) => ({ value, inside: false }))];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) if (all[i]?.inside) ranks += rank;
    from = to;
  }
  return (ranks - (inside.length * (inside.length + 1)) / 2) / (inside.length * outside.length);
};
