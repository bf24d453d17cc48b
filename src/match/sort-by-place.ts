/**
 * Puts a row in order, in place: what begins first, then what is longer; equals stay as they stand. By insertion, since what is found comes
 * in order of where it ends, so that hardly anything moves, and nothing far.
 */
export function sortByPlace<T extends { from: number; to: number }>(row: T[]): T[] {
  for (let i = 1; i < row.length; i++) {
    const one = row[i] as T;
    let k = i - 1;
    for (; k >= 0; k--) {
      const before = row[k] as T;
      if (before.from < one.from || (before.from === one.from && before.to >= one.to)) break;
      row[k + 1] = before;
    }
    row[k + 1] = one;
  }
  return row;
}
