import { type Condition, earliest } from '../condition.ts';

/** All of them hold. */
export const allOf = (items: readonly Condition[]): Condition => ({
  holds: (view) => items.every((item) => item.holds(view)),
  turnsAt: (view) => earliest(items.map((item) => item.turnsAt(view))),
  reads: [...new Set(items.flatMap((item) => item.reads))],
  negates: [...new Set(items.flatMap((item) => item.negates))],
});

/** At least one of them holds. */
export const anyOf = (items: readonly Condition[]): Condition => ({
  ...allOf(items),
  holds: (view) => items.some((item) => item.holds(view)),
});

/** It does not hold. What it reads it reads the other way round. */
export const notOf = (item: Condition): Condition => ({
  holds: (view) => !item.holds(view),
  turnsAt: item.turnsAt,
  reads: item.reads,
  negates: [...new Set([...item.negates, ...item.reads.filter((read) => read.startsWith('tag:'))])],
});
