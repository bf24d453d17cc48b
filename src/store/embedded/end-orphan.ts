import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from '../../home/process-identity.ts';

const TERM_MS = 15_000;

/**
 * Ends a mongod that still serves `dbpath` although its owner is dead, and waits until it is gone. To be called by the holder
 * of the home's lock only. The pid in `mongod.lock` is believed only if that process's command names mongod and this directory.
 */
export async function endOrphan(dbpath: string, platform: NodeJS.Platform = process.platform): Promise<void> {
  const pid = lockedBy(dbpath);
  const identity = pid === null ? null : processIdentity(pid);
  if (pid === null || identity === null || !serves(pid, dbpath, platform)) return;
  const isThere = () => processIdentity(pid) === identity;
  kill(pid, 'SIGTERM');
  for (const end = performance.now() + TERM_MS; isThere() && performance.now() < end; ) await sleep(20);
  if (isThere()) kill(pid, 'SIGKILL');
  while (isThere()) await sleep(20);
}

function lockedBy(dbpath: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(dbpath, 'mongod.lock'), 'utf8'), 10);
    return pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function serves(pid: number, dbpath: string, platform: NodeJS.Platform): boolean {
  if (platform === 'linux') {
    const [program = '', ...words] = commandLine(pid);
    return basename(program) === 'mongod' && words[words.indexOf('--dbpath') + 1] === dbpath;
  }
  if (platform === 'win32') return false;
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return /(^|\/)mongod /.test(stdout ?? '') && stdout.includes(`--dbpath ${dbpath} `);
}

function commandLine(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in this moment, which is what was wanted.
  }
}
