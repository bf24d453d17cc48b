// Which tag of an exclusive group somebody carries, worked out by nothing but loops over what happened. Like slow-evaluator.ts it shares
// no code with the program, and knows nothing of who is asked when.

/** A rule over the state: its tag is wished while so many events of a name lie within so many days, or while they do not. */
export interface SlowRule {
  id: string;
  tag: string;
  event: string;
  days: number;
  least: number;
  negated: boolean;
}

export interface Happened {
  name: string;
  at: number;
}

/** The event that gives a tag for so many days, whatever the rules say. */
export interface ForDays {
  event: string;
  tag: string;
  days: number;
}

const DAY = 86_400_000;

/** The tag carried at `now`; `happened` in its order. `importance` decides between tags that are wished at one moment, then the id. */
export const slowlyInGroup = (
  happened: readonly Happened[],
  rules: readonly SlowRule[],
  forDays: ForDays,
  importance: (tag: string) => number,
  now: number,
): string | null => {
  const seen: Happened[] = [];
  const holdsSince = new Map<string, number>();
  let held: string | null = null;
  let until = 0;
  const best = (tags: string[]): string | undefined =>
    tags.toSorted((a, b) => importance(b) - importance(a) || (a < b ? -1 : 1))[0];

  const look = (at: number, given: boolean) => {
    const fresh: string[] = given ? [forDays.tag] : [];
    for (const { id, tag, event, days, least, negated } of rules) {
      const count = seen.filter((one) => one.name === event && one.at > at - days * DAY && one.at <= at).length;
      const holds = count >= least !== negated;
      if (holds && !holdsSince.has(id)) fresh.push(tag);
      if (!holds) holdsSince.delete(id);
      else if (!holdsSince.has(id)) holdsSince.set(id, at);
    }
    const lasting = rules.filter(({ id }) => holdsSince.has(id));
    if (held !== null && !lasting.some(({ tag }) => tag === held) && until <= at) held = null;
    const newest = Math.max(...lasting.map(({ id }) => holdsSince.get(id) ?? 0));
    const waiting = lasting.filter(({ id }) => holdsSince.get(id) === newest).map(({ tag }) => tag);
    const winner = best(fresh) ?? held ?? best(waiting) ?? null;
    if (winner !== held) until = 0;
    held = winner;
    if (given && held === forDays.tag) until = at + forDays.days * DAY;
  };

  const spans = [...new Set([forDays.days, ...rules.map(({ days }) => days)])];
  const moments = happened.flatMap(({ at }) => [at, ...spans.map((days) => at + days * DAY)]);
  for (const moment of [...new Set(moments)].filter((one) => one <= now).sort((a, b) => a - b)) {
    if (seen.length > 0) look(moment, false);
    for (const event of happened.filter(({ at }) => at === moment)) {
      seen.push(event);
      look(moment, event.name === forDays.event);
    }
  }
  return held;
};
