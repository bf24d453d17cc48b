import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { usedDatabase } from './database.ts';
import { ROOT } from './in-force.ts';

export interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Verbs as a shell calls them, but in this process: in a folder of their own (or in `cwd`), on a fresh database (or none), in English unless
 * `--lang` says otherwise. All goes when the test is over.
 */
export const createCaller = ({ database = true }: { database?: boolean } = {}) => {
  const dir = mkdtempSync(join(tmpdir(), 'tagwise-verbs-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const { uri } = usedDatabase();
  const env = {
    TAGWISE_HOME: join(dir, 'home'),
    PATH: process.env['PATH'],
    HOME: dir,
    ...(database ? { MONGODB_URI: uri } : {}),
  };
  const call = async (words: readonly string[], input = '', cwd = dir): Promise<Said> => {
    const said = { stdout: '', stderr: '' };
    const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
    stdout.on('data', (text) => (said.stdout += String(text)));
    stderr.on('data', (text) => (said.stderr += String(text)));
    stdin.end(input);
    const { signal } = new AbortController();
    const code = await run({ env, cwd, root: ROOT, stdin, stdout, stderr, signal }, words);
    return { code, ...said };
  };
  return {
    dir,
    env: env as NodeJS.ProcessEnv,
    write: (name: string, text: string): void => writeFileSync(join(dir, name), text),
    call,
    /** One call whose words hold no spaces. */
    type: (line: string, input = ''): Promise<Said> => call(line.split(' '), input),
  };
};
