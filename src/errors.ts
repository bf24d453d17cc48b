/** One thing wrong with a file: where, and what to do. Never holds the bad value itself. */
export interface Problem {
  file: string;
  line: number | null;
  field: string;
  message: string;
}

export type Params = Record<string, string | number>;

/**
 * An error that somebody can act on. `code` is stable and names the sentence in `text/errors.ts`;
 * `exit` is the code with which the command line ends.
 */
export abstract class TagwiseError extends Error {
  abstract readonly exit: 1 | 2 | 3;
  readonly code: string;
  readonly params: Params;

  constructor(code: string, params: Params = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = new.target.name;
    this.code = code;
    this.params = params;
  }
}

/** The thing asked cannot be done; the person who asked can mend it. */
export class UserError extends TagwiseError {
  readonly exit = 1;
}

/** The command was given wrongly. */
export class UsageError extends TagwiseError {
  readonly exit = 2;
}

/** Something around the program is missing: no database to be had, a port taken. The operator must act. */
export class SurroundingsError extends TagwiseError {
  readonly exit = 3;
}

/** A file or several cannot be used; the last good set stays. */
export class ProblemsError extends TagwiseError {
  readonly exit = 1;
  readonly problems: Problem[];

  constructor(code: string, problems: Problem[]) {
    super(code, { count: problems.length });
    this.problems = problems;
  }
}
