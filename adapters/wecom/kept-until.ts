/** Before what was got runs out, get it anew: this share of its time. */
const FRESH = 0.9;

/** Something that WeCom gives for a time: asked for once, however many need it at once, and kept as long as it is fresh. */
export const createKeptUntil = (now: () => number, get: () => Promise<{ value: string; seconds: number }>) => {
  let held: { value: Promise<string>; until: number } | null = null;
  return {
    value: (): Promise<string> => {
      if (held !== null && now() < held.until) return held.value;
      const mine = { value: Promise.resolve(''), until: Number.POSITIVE_INFINITY };
      mine.value = get().then(
        ({ value, seconds }) => {
          mine.until = now() + seconds * 1000 * FRESH;
          return value;
        },
        (error: unknown) => {
          if (held === mine) held = null;
          throw error;
        },
      );
      held = mine;
      return mine.value;
    },
    /** What was got does not work any more, whatever its time says. */
    drop: (): void => {
      held = null;
    },
  };
};
