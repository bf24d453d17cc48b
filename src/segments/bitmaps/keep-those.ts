/** Those who pass, moved to the front of the same array: a filter of its own is many times as slow. */
export const keepThose = (ordinals: Uint32Array, passes: (n: number) => boolean): Uint32Array => {
  let kept = 0;
  for (let i = 0; i < ordinals.length; i += 1) {
    const n = ordinals[i] as number;
    if (passes(n)) ordinals[kept++] = n;
  }
  return ordinals.subarray(0, kept);
};
