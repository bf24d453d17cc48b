import { modelTag } from '../domain/product.ts';
import type { StateRule } from './rule.ts';

/** All tags of models are as one here: a rule about each of them may set any. */
const MODELS = modelTag('');

const keyOf = (tag: string): string => (tag.startsWith(MODELS) ? MODELS : tag);

const setBy = ({ each, tag }: StateRule): string => (each === undefined ? keyOf(tag) : MODELS);

const readBy = ({ condition }: StateRule): string[] =>
  condition.reads.flatMap((read) => (read.startsWith('tag:') ? [keyOf(read.slice(4))] : []));

/** Tag → the tags that rules set because of it. */
const stepsOf = (states: readonly StateRule[]): Map<string, Set<string>> => {
  const steps = new Map<string, Set<string>>();
  for (const rule of states) for (const read of readBy(rule)) steps.set(read, (steps.get(read) ?? new Set()).add(setBy(rule)));
  return steps;
};

/**
 * Rules that read one another's tags in a circle, each with all of its circle. They must not hold one another up when nothing outside
 * does (`ground.ts`).
 */
export const positiveCircles = (states: readonly StateRule[]): Map<StateRule, readonly StateRule[]> => {
  const steps = stepsOf(states);
  const known = new Map<string, Set<string>>();
  const reachedFrom = (tag: string): Set<string> => {
    const there = known.get(tag);
    if (there) return there;
    const reached = new Set(steps.get(tag));
    for (const one of reached) for (const next of steps.get(one) ?? []) reached.add(next);
    known.set(tag, reached);
    return reached;
  };
  const circled = states.filter((rule) => readBy(rule).some((read) => reachedFrom(setBy(rule)).has(read)));
  const together = (one: StateRule, other: StateRule): boolean =>
    reachedFrom(setBy(one)).has(setBy(other)) && reachedFrom(setBy(other)).has(setBy(one));
  return new Map(circled.map((rule) => [rule, circled.filter((other) => together(rule, other))]));
};
