import type { Process } from './verb.ts';

const WIDTH = 30;
/** Redrawn at most so often, ms. */
const EVERY = 100;

/** A bar on the terminal's error channel while something long runs; nothing where that is no terminal. `clear` takes it away. */
export const createProgressBar = (stderr: Process['stderr']) => {
  let drawn = 0;
  return {
    show: (done: number, total: number): void => {
      const now = performance.now();
      if (stderr.isTTY !== true || total === 0 || (now - drawn < EVERY && done < total)) return;
      drawn = now;
      const full = Math.round((WIDTH * done) / total);
      const percent = String(Math.floor((100 * done) / total)).padStart(3);
      stderr.write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${percent} %  ${done} / ${total}`);
    },
    clear: (): void => {
      if (drawn > 0) stderr.write('\r\x1B[K');
    },
  };
};
