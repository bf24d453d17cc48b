import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Starts a script of `test/support` as a process of its own; it is killed when the test is over. */
export function startScript(name: string, args: string[], env: NodeJS.ProcessEnv = process.env) {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(process.execPath, ['--import', tsx, script, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const answer = async <T>(): Promise<T> => JSON.parse((await lines.next()).value ?? 'null') as T;
  return { child, answer, ended };
}

export interface Opened {
  uri: string;
  owner: boolean;
  documents: number;
}

/** A process that holds `home` in the given mode (`open-home.ts`). */
export function startHolder(options: {
  home: string;
  mode: 'long' | 'short' | 'replay';
  verb?: string;
  env?: NodeJS.ProcessEnv;
}) {
  const { home, mode, verb = 'test', env } = options;
  return startScript('open-home.ts', [home, mode, verb], env);
}

/** Lets a holder finish and waits for its end. */
export async function letGo({ child, ended }: { child: ChildProcess; ended: Promise<number | null> }): Promise<number | null> {
  child.stdin?.end();
  return ended;
}

/** The pids whose command line holds `text`. */
export function processesNaming(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Waits until `holds` is true; the milliseconds that it took, or Infinity after `limitMs`. */
export async function until(holds: () => boolean | Promise<boolean>, limitMs: number): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < limitMs) {
    if (await holds()) return performance.now() - began;
    await sleep(20);
  }
  return Number.POSITIVE_INFINITY;
}
