import type { Readable, Writable } from 'node:stream';
import type { Lang } from '../commands/command.ts';

/** What the process gives a verb: nothing below the command line reads the environment by itself. */
export interface Process {
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** The project's own folder, where packs and sample lie. */
  root: string;
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean };
  /** Aborted by Ctrl-C and SIGTERM. */
  signal: AbortSignal;
}

/** The options that every verb understands. */
export interface Global {
  json: boolean;
  as: string | undefined;
  role: string | undefined;
  lang: Lang;
  config: string | undefined;
}

export interface Call {
  process: Process;
  global: Global;
  args: readonly string[];
}

/** A verb of the command line; gives the exit code. */
export interface Verb {
  name: string;
  usage: Record<Lang, string>;
  summary: Record<Lang, string>;
  run: (call: Call) => Promise<0 | 1>;
}
