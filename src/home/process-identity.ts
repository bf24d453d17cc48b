import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { errnoOf } from './errno.ts';

/**
 * Says which process runs under a pid: a text that no later process of the same pid shares, or null when none runs.
 * A zombie counts as gone: it holds nothing any more.
 */
export function processIdentity(pid: number, platform: NodeJS.Platform = process.platform): string | null {
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  if (platform === 'linux') return fromProc(pid);
  return platform === 'win32' ? fromPowerShell(pid) : fromPs(pid);
}

/** Fields after the command's closing bracket, proc_pid_stat(5): the first is the state, the twentieth the start in ticks since boot. */
function fromProc(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}:${fields[19]}`;
  } catch (error) {
    // Any other failure (too many open files) says nothing about the process, and "gone" would cost its lock.
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ESRCH') return null;
    throw error;
  }
}

function fromPs(pid: number): string | null {
  const ps = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: '/bin:/usr/bin', LC_ALL: 'C' },
  });
  if (ps.error !== undefined && errnoOf(ps.error) !== 'ENOENT') throw ps.error;
  const [, state, started] = /^\s*(\S+)\s+(.+?)\s*$/.exec(ps.stdout ?? '') ?? [];
  return started === undefined || state?.startsWith('Z') ? null : started;
}

function fromPowerShell(pid: number): string | null {
  const script = `(Get-Process -Id ${pid} -ErrorAction SilentlyContinue).StartTime.ToFileTimeUtc()`;
  const shell = spawnSync('powershell', ['-NoProfile', '-NonInteractive', '-Command', script], {
    encoding: 'utf8',
    windowsHide: true,
  });
  if (shell.error !== undefined && errnoOf(shell.error) !== 'ENOENT') throw shell.error;
  const started = (shell.stdout ?? '').trim();
  return started === '' ? null : started;
}
