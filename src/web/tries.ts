/** So many wrong tokens or sign-in addresses a minute and machine; then whoever is wrong once more is told to wait. */
const MOST = 20;
const WINDOW = 60_000;
/** Machines that are remembered at most. */
const MOST_MACHINES = 10_000;

/** Counts what was wrong, by machine, so that nobody tries for long. */
export const createTries = (now: () => number) => {
  const wrong = new Map<string, { since: number; count: number }>();
  const standing = (machine: string) => {
    const held = wrong.get(machine);
    return held !== undefined && now() - held.since < WINDOW ? held : undefined;
  };
  return {
    /** Whether this machine has to wait. */
    tooMany: (machine: string): boolean => (standing(machine)?.count ?? 0) >= MOST,

    note: (machine: string): void => {
      const held = standing(machine);
      if (held) held.count += 1;
      else {
        if (wrong.size >= MOST_MACHINES) wrong.clear();
        wrong.set(machine, { since: now(), count: 1 });
      }
    },
  };
};

export type Tries = ReturnType<typeof createTries>;
