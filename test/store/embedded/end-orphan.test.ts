import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { endOrphan } from '../../../src/store/embedded/end-orphan.ts';
import { temporaryHome } from '../../support/temporary-home.ts';

/** A process of the given name and words that lasts until somebody ends it. */
async function lasting(name: string, words: string[]) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6); console.log(1)', '--', ...words], {
    argv0: name,
    stdio: 'pipe',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

function lockedBy(content: string): string {
  const dbpath = temporaryHome();
  mkdirSync(dbpath, { recursive: true });
  writeFileSync(join(dbpath, 'mongod.lock'), content);
  return dbpath;
}

test.each(['linux', 'darwin'] as const)('on %s a mongod on this directory is ended and waited for', async (platform) => {
  const dbpath = lockedBy('');
  const orphan = await lasting('mongod', ['--dbpath', dbpath, '--quiet']);
  writeFileSync(join(dbpath, 'mongod.lock'), `${orphan.pid}\n`);
  const ended = once(orphan, 'exit');
  await endOrphan(dbpath, platform);
  expect(await ended).toEqual([null, 'SIGTERM']);
});

test.each([
  ['another program', 'postgres', null],
  ['a mongod on another directory', 'mongod', '/elsewhere'],
])('%s under the pid in mongod.lock is let be', async (_what, name, elsewhere) => {
  const dbpath = lockedBy('');
  const other = await lasting(name, ['--dbpath', elsewhere ?? dbpath]);
  writeFileSync(join(dbpath, 'mongod.lock'), `${other.pid}\n`);
  for (const platform of ['linux', 'darwin', 'win32'] as const) await endOrphan(dbpath, platform);
  expect(other.exitCode ?? other.signalCode).toBeNull();
  expect(other.kill(0)).toBe(true);
});

test.each(['', 'nonsense', '4194305\n'])('a lock file with %j in it means nobody', async (content) => {
  await expect(endOrphan(lockedBy(content))).resolves.toBeUndefined();
});

test('a directory that never was used has no orphan', async () => {
  await expect(endOrphan(temporaryHome())).resolves.toBeUndefined();
});
