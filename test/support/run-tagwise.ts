import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const newestIn = (dir: string): number =>
  Math.max(...readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(dir, name)).mtimeMs));

let built = false;

/** `npm test` has built before; a test file that is run by itself must not judge an old build. */
const build = (): void => {
  const main = join(root, 'dist', 'main.js');
  const stale = () => ['src', 'adapters'].some((dir) => newestIn(join(root, dir)) > statSync(main).mtimeMs);
  if (!built && (!existsSync(main) || stale())) execFileSync(process.execPath, ['build.mjs'], { cwd: root });
  built = true;
};

export interface Surroundings {
  /** The folder in which the verb is typed. */
  cwd: string;
  /** Default: `.tagwise` in that folder. */
  home?: string;
  /** More environment, or `undefined` to take a name out. */
  env?: NodeJS.ProcessEnv;
  /** The script to run instead of `bin/tagwise.js`. */
  program?: string;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** The tests' own settings of the database program stay, everything else that Tagwise reads is as on a fresh machine. */
const environment = ({ cwd, home = join(cwd, '.tagwise'), env = {} }: Surroundings): NodeJS.ProcessEnv => {
  const { MONGODB_URI, FORCE_COLOR, LC_ALL, LC_MESSAGES, ...kept } = process.env;
  return { ...kept, LANG: 'C.UTF-8', NO_COLOR: '1', TAGWISE_PORT: '0', TAGWISE_HOME: home, ...env };
};

/** A folder of its own with a space and Chinese characters in its path, as people have; `remove` takes it away. */
export const createFolder = (): { dir: string; remove: () => void } => {
  const dir = mkdtempSync(join(tmpdir(), 'tagwise 故事-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }) };
};

/** Starts `tagwise` with these words and lets it run. Whoever starts it stops it. */
export const startTagwise = (words: readonly string[], surroundings: Surroundings) => {
  if (surroundings.program === undefined) build();
  const program = surroundings.program ?? join(root, 'bin', 'tagwise.js');
  const child = spawn(process.execPath, [program, ...words], {
    cwd: surroundings.cwd,
    env: environment(surroundings),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  }
  // A verb that ends without reading leaves a broken pipe behind, which is none of ours.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Ended>((done) => child.once('close', (code, signal) => done({ code, signal, ...said })));
  const over = () => child.exitCode !== null || child.signalCode !== null;

  return {
    child,
    said,
    ended,
    type: (line: string): void => {
      child.stdin.write(`${line}\n`);
    },
    /** Resolves with what was printed after `from` once `pattern` is in it; fails with all that was said. */
    heard: async (
      pattern: RegExp,
      { from = 0, stream = 'stdout' as 'stdout' | 'stderr', limitMs = 20_000 } = {},
    ): Promise<string> => {
      const end = performance.now() + limitMs;
      for (;;) {
        const text = said[stream].slice(from);
        if (pattern.test(text)) return text;
        if (performance.now() > end || over()) throw new Error(`never heard ${pattern} in:\n${said.stdout}${said.stderr}`);
        await sleep(20);
      }
    },
    stop: async (signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> => {
      if (!over()) child.kill(signal);
      const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
      return ended.finally(() => clearTimeout(late));
    },
  };
};

export type Running = ReturnType<typeof startTagwise>;

/** Runs one verb to its end. `input` is what comes on stdin (default nothing). */
export const runTagwise = async (
  words: readonly string[],
  { input = '', limitMs = 60_000, ...surroundings }: Surroundings & { input?: string; limitMs?: number },
): Promise<Ended> => {
  const { child, ended } = startTagwise(words, surroundings);
  child.stdin.end(input);
  const late = setTimeout(() => child.kill('SIGKILL'), limitMs);
  return ended.finally(() => clearTimeout(late));
};
