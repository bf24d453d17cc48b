import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { onTestFinished } from 'vitest';
import { type Ended, startTagwise as start } from './run-tagwise.ts';

export interface Running {
  child: ChildProcess;
  /** What it has written so far. */
  stdout: () => string;
  stderr: () => string;
  /** Resolves when `holds` is true of what was written; throws when the process ends before. */
  wrote: (holds: (written: { stdout: string; stderr: string }) => boolean) => Promise<void>;
  ended: Promise<Ended>;
}

export interface TagwiseCall {
  home: string;
  args: string[];
  /** A configuration file. */
  config?: string;
  /** Added to the environment, which is otherwise that of the tests without `MONGODB_URI`. */
  env?: NodeJS.ProcessEnv;
  /** The script to run instead of `bin/tagwise.js`. */
  program?: string;
  /** Written to standard input, which is then closed; null leaves it open. */
  input?: string | null;
}

/** Starts the program as a user does, as a process of its own on its own home; killed when the test is over. */
export function startTagwise({ home, args, config, env = {}, input = '', ...rest }: TagwiseCall): Running {
  const named = config === undefined ? [] : ['--config', config];
  const { child, said, ended } = start([...args, ...named], { cwd: tmpdir(), home, env, ...rest });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (input !== null) child.stdin.end(input);
  const wrote: Running['wrote'] = (holds) =>
    new Promise((done, fail) => {
      const look = () => {
        if (!holds(said)) return;
        child.stdout.off('data', look);
        child.stderr.off('data', look);
        done();
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      look();
      void ended.then((end) => fail(new Error(`it ended before it wrote that: ${JSON.stringify(end)}`)));
    });
  return { child, stdout: () => said.stdout, stderr: () => said.stderr, wrote, ended };
}

/** Runs the program to its end. */
export const tagwise = (call: TagwiseCall): Promise<Ended> => startTagwise(call).ended;

/** Runs one verb and gives its JSON answer, or its error. */
export async function answerOf<T = Record<string, unknown>>(call: TagwiseCall): Promise<{ code: number | null; answer: T }> {
  const { code, stdout } = await tagwise({ ...call, args: [...call.args, '--json'] });
  return { code, answer: JSON.parse(stdout) as T };
}

/** The state of every customer, as `export state` prints it. */
export async function exportedState(call: Omit<TagwiseCall, 'args'>): Promise<string> {
  const { code, stdout, stderr } = await tagwise({ ...call, args: ['export', 'state'] });
  if (code !== 0) throw new Error(`export state: ${code} ${stderr}`);
  return stdout;
}
