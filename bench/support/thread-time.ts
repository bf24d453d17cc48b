import { readFileSync } from 'node:fs';

/** Nanoseconds that this thread has run: on a shared machine the wall clock measures the neighbours. Where Linux does not say, all threads. */
export function threadTime(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]);
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) * 1000;
  }
}
