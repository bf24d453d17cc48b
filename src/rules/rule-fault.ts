export type Path = readonly PropertyKey[];

/** A word that a rule cannot use; the message says what to do. */
export class WordFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WordFault';
  }
}

/** Something wrong with a rule: where in it, and what to do. */
export class RuleFault extends Error {
  readonly path: Path;

  constructor(path: Path, message: string) {
    super(message);
    this.name = 'RuleFault';
    this.path = path;
  }
}

/** Lays what is wrong with a word to its place in the rule. */
export const placed = <T>(path: Path, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw error instanceof WordFault ? new RuleFault(path, error.message) : error;
  }
};
