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

/** What looks something up goes before what counts and adds up, and what a rule was found by, which mostly holds, after other looks. */
const cheapFirst = (items: readonly Condition[], foundBy: Condition['needs'] = null): readonly Condition[] => {
  const turn = ({ needs }: Condition) => (needs === null ? 2 : needs === foundBy ? 1 : 0);
  return items.toSorted((a, b) => turn(a) - turn(b));
};

/** All of them hold. */
export const allOf = (items: readonly Condition[]): Condition => {
  const needs = fewest(items);
  const inTurn = cheapFirst(items, needs).map(({ holds }) => holds);
  return {
    holds: (view) => {
      for (const holds of inTurn) if (!holds(view)) return false;
      return true;
    },
    turnsAt: turnsWith(items),
    reads: [...new Set(items.flatMap((item) => item.reads))],
    negates: [...new Set(items.flatMap((item) => item.negates))],
    needs,
    made: { by: 'all', of: items },
  };
};

/** At least one of them holds. */
export const anyOf = (items: readonly Condition[]): Condition => {
  const inTurn = cheapFirst(items).map(({ holds }) => holds);
  return {
    ...allOf(items),
    holds: (view) => {
      for (const holds of inTurn) if (holds(view)) return true;
      return false;
    },
    needs: items.every(({ needs }) => needs !== null) ? items.flatMap(({ needs }) => needs ?? []) : null,
    made: { by: 'any', of: items },
  };
};

/** It does not hold. What it reads it reads the other way round. */
export const notOf = (item: Condition): Condition => ({
  holds: (view) => !item.holds(view),
  turnsAt: item.turnsAt,
  reads: item.reads,
  negates: [...new Set([...item.negates, ...item.reads.filter((read) => read.startsWith('tag:'))])],
  needs: null,
  made: { by: 'not', of: [item] },
});
