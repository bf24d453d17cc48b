/** Softer probabilities part the known from the strange better than calibrated ones: measured on classes that were held back. */
export const SCOPE_SOFTER = 2.5;

/** Where the largest value stands. */
export const largest = (values: Float64Array): number => {
  let best = 0;
  let most = values[0] as number;
  for (let c = 1; c < values.length; c++) {
    const value = values[c] as number;
    if (value > most) {
      best = c;
      most = value;
    }
  }
  return best;
};

/** The largest probability at the temperature at which scope is judged. */
export const scopeOf = (scores: Float64Array, temperature: number): number => {
  const most = scores[largest(scores)] as number;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) sum += Math.exp(((scores[c] as number) - most) / (temperature * SCOPE_SOFTER));
  return 1 / sum;
};
