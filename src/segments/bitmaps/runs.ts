/** For each ordinal a run of terms, each with a number, in flat arrays: some twelve bytes a term, whatever the customer is. */
export interface Runs {
  put: (n: number, terms: readonly number[], numbers: readonly number[]) => void;
  /** The terms of an ordinal; a view that the next `put` may outdate. */
  terms: (n: number) => Uint32Array;
  /** The number of one term, NaN where the ordinal does not have it. */
  number: (n: number, term: number) => number;
}

const FIRST = 4096;

const longer = <T extends Uint32Array | Float64Array>(array: T, length: number, make: (length: number) => T): T => {
  if (length <= array.length) return array;
  const grown = make(Math.max(length, array.length * 2));
  grown.set(array);
  return grown;
};

const words = (length: number) => new Uint32Array(length);
const doubles = (length: number) => new Float64Array(length);

/** No runs yet. A run that outgrows its place moves to the end; when half of all lies idle they move together. */
export const createRuns = (): Runs => {
  let terms = words(FIRST);
  let numbers = doubles(FIRST);
  let starts = words(FIRST);
  let counts = words(FIRST);
  let rooms = words(FIRST);
  let known = 0;
  let end = 0;
  let idle = 0;

  const take = (room: number): number => {
    terms = longer(terms, end + room, words);
    numbers = longer(numbers, end + room, doubles);
    end += room;
    return end - room;
  };

  const closeUp = () => {
    const [oldTerms, oldNumbers] = [terms, numbers];
    terms = words(Math.max(FIRST, 2 * (end - idle)));
    numbers = doubles(terms.length);
    end = 0;
    idle = 0;
    for (let n = 0; n < known; n += 1) {
      const [start = 0, count = 0] = [starts[n], counts[n]];
      const to = take(count);
      terms.set(oldTerms.subarray(start, start + count), to);
      numbers.set(oldNumbers.subarray(start, start + count), to);
      starts[n] = to;
      rooms[n] = count;
    }
  };

  const view = (n: number): Uint32Array => {
    const start = starts[n] ?? 0;
    return terms.subarray(start, start + (counts[n] ?? 0));
  };

  return {
    put: (n, newTerms, newNumbers) => {
      starts = longer(starts, n + 1, words);
      counts = longer(counts, n + 1, words);
      rooms = longer(rooms, n + 1, words);
      known = Math.max(known, n + 1);
      const room = rooms[n] ?? 0;
      if (newTerms.length > room) {
        idle += room;
        starts[n] = take(newTerms.length);
        rooms[n] = newTerms.length;
      }
      counts[n] = newTerms.length;
      const start = starts[n] ?? 0;
      terms.set(newTerms, start);
      numbers.set(newNumbers, start);
      if (idle > FIRST && idle > end / 2) closeUp();
    },
    terms: view,
    number: (n, term) => {
      const start = starts[n] ?? 0;
      const end = start + (counts[n] ?? 0);
      // A view to search in would cost more than the search.
      for (let at = start; at < end; at += 1) if (terms[at] === term) return numbers[at] as number;
      return Number.NaN;
    },
  };
};
