/**
 * What is wrong with one row: a kind that counts together, the heading of the cell if it is one cell's, and what to do, in English
 * (`text/problems/import-problems.ts` has the Chinese). Never holds the cell's value.
 */
export interface Fault {
  kind: string;
  heading: string | null;
  message: string;
}

/** Why one cell cannot be read. */
export class Unclean {
  readonly kind: string;
  readonly message: string;

  constructor(kind: string, message: string) {
    this.kind = kind;
    this.message = message;
  }
}
