// Which tags rules that read one another's tags give, worked out by nothing but loops: what follows from facts, step by step, and nothing
// else. Like slow-evaluator.ts it shares no code with the program.

export type SlowCondition =
  | { happened: { event: string; days: number; at_least: 1 } }
  | { tag: string }
  | { all: SlowCondition[] }
  | { any: SlowCondition[] };

export interface SlowTagRule {
  tag: string;
  while: SlowCondition;
}

const DAY = 86_400_000;

const holds = (
  condition: SlowCondition,
  happened: readonly { name: string; at: number }[],
  tags: Set<string>,
  now: number,
): boolean => {
  if ('all' in condition) return condition.all.every((one) => holds(one, happened, tags, now));
  if ('any' in condition) return condition.any.some((one) => holds(one, happened, tags, now));
  if ('tag' in condition) return tags.has(condition.tag);
  const { event, days } = condition.happened;
  return happened.some(({ name, at }) => name === event && at > now - days * DAY && at <= now);
};

/** The tags carried at `now`: those given from outside, and all that follows from them and from what happened. */
export const slowlyFollowing = (
  outside: readonly string[],
  rules: readonly SlowTagRule[],
  happened: readonly { name: string; at: number }[],
  now: number,
): string[] => {
  const tags = new Set(outside);
  for (let size = -1; size < tags.size; ) {
    size = tags.size;
    for (const rule of rules) if (holds(rule.while, happened, tags, now)) tags.add(rule.tag);
  }
  return [...tags].sort();
};
