import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FileWatch, watchFiles } from '../../src/config/watch-files.ts';

describe('watching files', () => {
  let dir = '';
  let watch: FileWatch | undefined;
  const onChange = vi.fn<() => void | Promise<void>>();
  const onError = vi.fn<(error: unknown) => void>();

  const start = async (...paths: string[]) => {
    watch = await watchFiles({ paths, onChange, onError, every: 20, settle: 20 });
  };
  const changes = (count: number) =>
    vi.waitFor(() => expect(onChange).toHaveBeenCalledTimes(count), { timeout: 4500, interval: 5 });

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tagwise-watch-'));
    onChange.mockReset();
    onError.mockReset();
  });
  afterEach(async () => {
    await watch?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('tells of a file that comes, changes, is replaced and goes', async () => {
    const file = join(dir, 'tagwise.yaml');
    await start(file);
    await writeFile(file, 'a');
    await changes(1);
    await writeFile(file, 'b');
    await changes(2);
    await writeFile(`${file}.new`, 'c');
    await rename(`${file}.new`, file);
    await changes(3);
    await rm(file);
    await changes(4);
  });

  it('tells of everything under a directory, through a swapped link too', async () => {
    await mkdir(join(dir, 'packs', 'zh'), { recursive: true });
    await mkdir(join(dir, 'v2'));
    await writeFile(join(dir, 'v2', 'a.yaml'), '2');
    await start(join(dir, 'packs'), join(dir, 'current'));
    await writeFile(join(dir, 'packs', 'zh', 'a.yaml'), '1');
    await changes(1);
    await rm(join(dir, 'packs', 'zh', 'a.yaml'));
    await changes(2);
    await symlink(join(dir, 'v2'), join(dir, 'current'), 'junction');
    await changes(3);
  });

  it('sees a change that hides behind an old time stamp and an equal size', async () => {
    const file = join(dir, 'a');
    const then = new Date(1_700_000_000_000);
    await writeFile(file, 'one');
    await utimes(file, then, then);
    await start(file);
    await sleep(30);
    await writeFile(file, 'two');
    await utimes(file, then, then);
    await changes(1);
  });

  it('waits until the writing is over', async () => {
    const file = join(dir, 'a');
    watch = await watchFiles({ paths: [file], onChange, onError, every: 10, settle: 700 });
    for (let part = 1; part <= 5; part += 1) {
      await writeFile(file, 'x'.repeat(part));
      await sleep(20);
    }
    expect(onChange).not.toHaveBeenCalled();
    await changes(1);
    await sleep(100);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('goes on after a failing reload', async () => {
    const file = join(dir, 'a');
    const broken = new Error('broken file');
    onChange.mockRejectedValueOnce(broken);
    await start(file);
    await writeFile(file, '1');
    await vi.waitFor(() => expect(onError).toHaveBeenCalledWith(broken), { timeout: 5000 });
    await writeFile(file, '22');
    await changes(2);
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it('is quiet once stopped, and stops only when a running reload is done', async () => {
    const file = join(dir, 'a');
    let done = false;
    onChange.mockImplementationOnce(async () => {
      await sleep(60);
      done = true;
    });
    await start(file);
    await writeFile(file, '1');
    await changes(1);
    await watch?.stop();
    expect(done).toBe(true);
    await writeFile(file, '22');
    await sleep(80);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('is silent while nothing changes', async () => {
    await writeFile(join(dir, 'a'), '1');
    await start(dir, join(dir, 'none'));
    await sleep(120);
    expect(onChange).not.toHaveBeenCalled();
  });
});
