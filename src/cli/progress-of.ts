import { progressText } from '../text/progress.ts';
import type { Call } from './verb.ts';

/** Work over so soon needs no word of how far it is, ms. */
const QUIET = 500;

/** Tells on stderr how far something long has come, not more often than somebody can read it. */
export const progressOf = ({ process, global }: Pick<Call, 'process' | 'global'>) => {
  let next = Date.now() + QUIET;
  return (done: number, of: number): void => {
    if (Date.now() < next) return;
    next = Date.now() + 1000;
    process.stderr.write(`${progressText[global.lang](done, of)}\n`);
  };
};
