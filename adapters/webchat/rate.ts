const MINUTE = 60_000;

/** Whom it remembers at most; whoever was longest not heard of is forgotten first. */
const MOST = 10_000;

/** Says whether this one may go on: at most `most` times a minute. `now` in ms. */
export const createRate = (most: number, now: () => number): ((whom: string) => boolean) => {
  const counts = new Map<string, { since: number; count: number }>();
  return (whom) => {
    const held = counts.get(whom);
    const at = now();
    const count = held !== undefined && at - held.since < MINUTE ? held.count + 1 : 1;
    counts.delete(whom);
    counts.set(whom, { since: count === 1 || held === undefined ? at : held.since, count });
    for (const oldest of counts.keys()) {
      if (counts.size <= MOST) break;
      counts.delete(oldest);
    }
    return count <= most;
  };
};
