/** Numbers by ordinal in one flat array that grows; NaN where none was set. */
export interface Column {
  set: (n: number, value: number) => void;
  /** Valid until the next `set`. */
  values: () => Float64Array;
}

const FIRST = 1024;

/** An empty column. */
export const createColumn = (): Column => {
  let values = new Float64Array(FIRST).fill(Number.NaN);
  return {
    set: (n, value) => {
      if (n >= values.length) {
        const longer = new Float64Array(Math.max(n + 1, values.length * 2)).fill(Number.NaN);
        longer.set(values);
        values = longer;
      }
      values[n] = value;
    },
    values: () => values,
  };
};
