import type { Problem } from '../errors.ts';

/** Problems without repetition: two tags of one product may have the same to say of it. */
export const eachOnce = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [JSON.stringify([one.line, one.field, one.message]), one])).values(),
];
