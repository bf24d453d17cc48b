// One of several processes that fight for a home's lock, round after round, and die without releasing it as often as not.
// Dying is played: a process of this game is alive while its file in `alive/` is there, so that rounds take milliseconds.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireLock } from '../../src/home/lock.ts';

const [dir = '', number = '0', rounds = '1'] = process.argv.slice(2);
mkdirSync(join(dir, 'alive'), { recursive: true });

const aliveFile = (pid: number) => join(dir, 'alive', String(pid));
const identify = (pid: number) => {
  try {
    return readFileSync(aliveFile(pid), 'utf8');
  } catch {
    return null;
  }
};

let together = 0;
let deaths = 0;
for (let round = 0; round < Number(rounds); round++) {
  // Pids come back after a few rounds, with another start.
  const pid = (Number(number) + 1) * 100 + (round % 3);
  writeFileSync(aliveFile(pid), `${number}-${round}`);
  const lock = await acquireLock({ home: { dir, id: 'x' }, verb: 'v', mode: 'short', waitMs: 60_000, pollMs: 0, pid, identify });
  if (lock.kind !== 'owner') throw new Error('nobody to be a guest of');
  try {
    closeSync(openSync(join(dir, 'inside'), 'wx'));
    if (round % 4 === 0) await new Promise((done) => setTimeout(done, 1));
    rmSync(join(dir, 'inside'));
  } catch {
    together++;
  }
  if (round % 2 === 0) lock.release();
  else deaths++;
  rmSync(aliveFile(pid));
}
process.stdout.write(`${JSON.stringify({ together, deaths })}\n`);
