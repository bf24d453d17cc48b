/** Random numbers in [0, 1) that are the same for the same seed, and what is drawn from them. */
export function seededRandom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const between = (first: number, last: number) => first + below(last - first + 1);
  const pick = <T>(list: readonly T[]) => list[below(list.length)] as T;
  const digits = (length: number) => Array.from({ length }, () => below(10)).join('');
  return { next, below, between, pick, digits };
}

export type SeededRandom = ReturnType<typeof seededRandom>;
