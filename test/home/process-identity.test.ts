import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { processIdentity } from '../../src/home/process-identity.ts';

test.each([process.platform, 'darwin'] as const)('on %s a process keeps its identity and no other shares it', (platform) => {
  const mine = processIdentity(process.pid, platform);
  expect(mine).not.toBeNull();
  expect(processIdentity(process.pid, platform)).toBe(mine);
  expect(processIdentity(1, platform)).not.toBe(mine);
});

test('what has ended has none', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  expect(processIdentity(pid)).toBeNull();
  expect(processIdentity(pid, 'darwin')).toBeNull();
  expect(processIdentity(0)).toBeNull();
  expect(processIdentity(Number.NaN)).toBeNull();
});

test.runIf(process.platform === 'linux')('a zombie has none: it holds nothing any more', async () => {
  // The shell's child ends when the program that never asks for its exit code has taken the shell's place, and not before.
  const parent = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [text] = (await once(parent.stdout, 'data')) as [Buffer];
  const zombie = Number(text.toString());
  await expect.poll(() => processIdentity(zombie)).toBeNull();
  expect(processIdentity(zombie, 'darwin')).toBeNull();
  expect(process.kill(zombie, 0)).toBe(true);
  parent.kill('SIGKILL');
});
