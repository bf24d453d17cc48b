/** Bits of the sieve for every hash: of sixteen strange hashes it lets one pass. */
const SIEVE = 16;
/** Places of the table for every hash, at the least: most hashes stand where they are looked for first. */
const ROOM = 4;

/** Finds hashes, given with or without a sign, among those of a vocabulary. */
export interface LookUp {
  /** Of the hashes from `from` up to `to`, writes the numbers of the known ones into `numbers` from `start` on; gives where they end. */
  find: (given: Int32Array, from: number, to: number, numbers: Int32Array, start: number) => number;
}

const powerAbove = (least: number): number => {
  let power = 5;
  while (2 ** power < least) power++;
  return power;
};

/**
 * A look-up in two steps without a branch that hangs on the text, as far as it goes: a sieve of bits keeps back most of what the vocabulary
 * does not know; the rest is looked for in a table with open addressing.
 */
export const createLookUp = (hashes: Uint32Array): LookUp => {
  const keys = new Int32Array(hashes);
  const shift = 32 - powerAbove(hashes.length * SIEVE);
  const sieve = new Int32Array(2 ** (32 - shift) / 32);
  const table = new Int32Array(2 ** powerAbove(hashes.length * ROOM)).fill(-1);
  const mask = table.length - 1;
  hashes.forEach((hash, number) => {
    const bit = hash >>> shift;
    sieve[bit >>> 5] = (sieve[bit >>> 5] as number) | (1 << (bit & 31));
    let slot = hash & mask;
    while (table[slot] !== -1) slot = (slot + 1) & mask;
    table[slot] = number;
  });

  const numberOf = (hash: number): number => {
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = table[slot] as number;
      if (number === -1 || keys[number] === hash) return number;
    }
  };
  return {
    find: (given, from, to, numbers, start) => {
      let passed = start;
      for (let k = from; k < to; k++) {
        const hash = given[k] as number;
        const bit = hash >>> shift;
        numbers[passed] = hash;
        passed += ((sieve[bit >>> 5] as number) >>> (bit & 31)) & 1;
      }
      let found = start;
      for (let k = start; k < passed; k++) {
        const number = numberOf(numbers[k] as number);
        if (number >= 0) numbers[found++] = number;
      }
      return found;
    },
  };
};
