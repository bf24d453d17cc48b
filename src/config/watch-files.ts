import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FileWatch {
  /** Ends the watch; resolves when a running `onChange` is done. */
  stop: () => Promise<void>;
}

interface WatchFilesOptions {
  /** Files and directories (with everything under them); they need not exist yet. */
  paths: readonly string[];
  onChange: () => void | Promise<void>;
  /** Told what `onChange` threw; the watch goes on. */
  onError: (error: unknown) => void;
  /** How often to look, ms. */
  every?: number;
  /** How long the files must lie still after a change before `onChange`, ms: nobody wants a half-written file. */
  settle?: number;
}

/**
 * Calls `onChange` once after each change of the files. Looks at them again and again instead of waiting for the system's
 * events, which differ on every platform and miss network drives and containers' volumes. Never keeps the process alive.
 */
export async function watchFiles({
  paths,
  onChange,
  onError,
  every = 1000,
  settle = 200,
}: WatchFilesOptions): Promise<FileWatch> {
  let known = await fingerprint(paths);
  let seen = known;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const look = async () => {
    const now = await fingerprint(paths);
    const still = now === seen;
    seen = now;
    if (still && now !== known && !stopped) {
      known = now;
      await onChange();
    }
  };
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(
      () => {
        running = look().catch(onError).then(schedule);
      },
      seen === known ? every : settle,
    );
    timer.unref();
  };
  schedule();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}

/** Changes whenever a file is written, added, removed or replaced; the time of change (ctime) cannot be set back as mtime can. */
async function fingerprint(paths: readonly string[]): Promise<string> {
  const marks = await Promise.all(paths.map(markOf));
  return marks.join('\n');
}

async function markOf(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return [path, found.ino, found.size, found.mtimeMs, found.ctimeMs].join('|');
    const names = await readdir(path);
    return `${path}/\n${await fingerprint(names.toSorted().map((name) => join(path, name)))}`;
  } catch {
    // Not there, or gone between the two calls; it is a change when it comes back.
    return `${path}|absent`;
  }
}
