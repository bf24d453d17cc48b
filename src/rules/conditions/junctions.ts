import { type Condition, earliest, never } from '../condition.ts';

const turnsWith = (items: readonly Condition[]): Condition['turnsAt'] => {
  const timed = items.filter(({ turnsAt }) => turnsAt !== never);
  return timed.length === 0 ? never : (view) => earliest(timed.map((item) => item.turnsAt(view)));
};

/** What the rarest of them needs is enough to look for. */
const fewest = (items: readonly Condition[]): Condition['needs'] =>
  items.reduce<Condition['needs']>(
    (least, { needs }) => (needs !== null && (least === null || needs.length < least.length) ? needs : least),
    null,
  );

/** All of them hold. */
export const allOf = (items: readonly Condition[]): Condition => ({
  holds: (view) => items.every((item) => item.holds(view)),
  turnsAt: turnsWith(items),
  reads: [...new Set(items.flatMap((item) => item.reads))],
  negates: [...new Set(items.flatMap((item) => item.negates))],
  needs: fewest(items),
});

/** At least one of them holds. */
export const anyOf = (items: readonly Condition[]): Condition => ({
  ...allOf(items),
  holds: (view) => items.some((item) => item.holds(view)),
  needs: items.every(({ needs }) => needs !== null) ? items.flatMap(({ needs }) => needs ?? []) : null,
});

/** It does not hold. What it reads it reads the other way round. */
export const notOf = (item: Condition): Condition => ({
  holds: (view) => !item.holds(view),
  turnsAt: item.turnsAt,
  reads: item.reads,
  negates: [...new Set([...item.negates, ...item.reads.filter((read) => read.startsWith('tag:'))])],
  needs: null,
});
