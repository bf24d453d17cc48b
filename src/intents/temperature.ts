/** The probabilities of scores at a temperature, in place. */
export const soften = (scores: Float64Array, temperature: number): void => {
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) if ((scores[c] as number) > most) most = scores[c] as number;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const grown = Math.exp(((scores[c] as number) - most) / temperature);
    scores[c] = grown;
    sum += grown;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
};

/** How surprised a model is by the truth, on average. */
const surprise = (scores: readonly Float64Array[], targets: readonly number[], temperature: number): number => {
  let total = 0;
  scores.forEach((own, i) => {
    const probabilities = Float64Array.from(own);
    soften(probabilities, temperature);
    total -= Math.log(Math.max(1e-12, probabilities[targets[i] as number] as number));
  });
  return total / scores.length;
};

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The temperature at which scores of examples that a model has not seen surprise it least (Guo et al. 2017): its probabilities then
 * are as often right as they say. Between 1/20 and 20.
 */
export const fitTemperature = (scores: readonly Float64Array[], targets: readonly number[]): number => {
  if (scores.length === 0) return 1;
  const at = (log: number) => surprise(scores, targets, Math.exp(log));
  let [low, high] = [-3, 3];
  for (let round = 0; round < 20; round++) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (at(left) < at(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
};
