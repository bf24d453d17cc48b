import type { Example } from './example.ts';
import { seeded, shuffle } from './seeded.ts';

/**
 * Parts examples into folds, every label spread over all of them: the fold of each example. A text that occurs twice falls into one
 * fold, else it would be held out and learnt at once. -1 for the only text of its label, which is never held out.
 */
export const partFolds = (examples: readonly Example[], folds: number, seed: number): Int32Array => {
  const byLabel = new Map<string, Map<string, number[]>>();
  examples.forEach(({ text, label }, i) => {
    const texts = byLabel.get(label) ?? new Map<string, number[]>();
    byLabel.set(label, texts);
    texts.set(text, [...(texts.get(text) ?? []), i]);
  });
  const parts = new Int32Array(examples.length).fill(-1);
  const random = seeded(seed);
  let next = 0;
  for (const texts of byLabel.values()) {
    if (texts.size < 2) continue;
    const places = [...texts.values()];
    const order = Int32Array.from({ length: places.length }, (_, i) => i);
    shuffle(order, random);
    for (const one of order) {
      for (const i of places[one] ?? []) parts[i] = next;
      next = (next + 1) % folds;
    }
  }
  return parts;
};
