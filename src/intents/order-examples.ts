import type { Example } from './example.ts';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Examples in an order of their own, whatever order they came in: the same set trains the same model. */
export const orderExamples = (examples: readonly Example[]): Example[] =>
  examples.map(({ text, label }) => ({ text, label })).sort((a, b) => compare(a.label, b.label) || compare(a.text, b.text));
