import { type Bins, createBins } from './bins.ts';
import { type Column, createColumn } from './columns.ts';

/** Numbers by ordinal, and the ordinals in their order. */
export interface OrderedColumn extends Column {
  bins: Bins;
}

/** An empty one; `tie` decides between equal numbers, where their order matters. */
export const createOrderedColumn = (tie: ((n: number) => string) | null = null, most?: number): OrderedColumn => {
  const column = createColumn();
  const bins = createBins((n) => column.values()[n] as number, tie, most);
  return {
    values: column.values,
    set: (n, value) => {
      const before = column.values()[n] ?? Number.NaN;
      if (Object.is(before, value)) return;
      if (!Number.isNaN(before)) bins.remove(n, before);
      column.set(n, value);
      if (!Number.isNaN(value)) bins.add(n, value);
    },
    bins,
  };
};
