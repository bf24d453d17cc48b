import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createFolder, type Ended, type Running, runTagwise, startTagwise } from './run-tagwise.ts';

/** Parts a line as a shell does: quotes of either kind hold words together. */
const shellWords = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => single ?? double ?? bare ?? '');

/** A folder in which the people of a story type `tagwise …`, with the files they have there. */
export const createShop = (files: Record<string, string> = {}) => {
  const folder = createFolder();
  const open: Running[] = [];

  const write = (name: string, text: string): void => {
    const path = join(folder.dir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);

  return {
    dir: folder.dir,
    write,
    /** Types one line and waits for its end. */
    run: (line: string, input = ''): Promise<Ended> => runTagwise(shellWords(line), { cwd: folder.dir, input }),
    /** As `run`, with `--json`; the one document that is printed. */
    json: async <T = Record<string, unknown>>(line: string, input = ''): Promise<T> => {
      const { stdout } = await runTagwise([...shellWords(line), '--json'], { cwd: folder.dir, input });
      return JSON.parse(stdout) as T;
    },
    /** Starts the bot or the console and waits until it has said what to type next. */
    open: async (line: string): Promise<Running> => {
      const running = startTagwise(shellWords(line), { cwd: folder.dir });
      open.push(running);
      await running.heard(/\n\n.*\n(?: {2}.*\n){3}/, { limitMs: 60_000 });
      return running;
    },
    close: async (): Promise<void> => {
      await Promise.all(open.map((running) => running.stop()));
      folder.remove();
    },
  };
};

export type Shop = ReturnType<typeof createShop>;

/** What a person who talks in a console sees after each line: everything printed until it asks for the next one. */
export const createTalk =
  (running: Running) =>
  async (line: string, until: RegExp): Promise<string> => {
    const from = running.said.stdout.length;
    running.type(line);
    return running.heard(until, { from });
  };

/** Two verbs at a time: each spends half its time waiting. Pairs keep their order. */
export const inPairs = async <T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (let i = 0; i < all.length; i += 2) results.push(...(await Promise.all(all.slice(i, i + 2).map(work))));
  return results;
};
