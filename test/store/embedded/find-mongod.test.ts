import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheDir } from '../../../src/store/embedded/cache-dir.ts';
import { FITS, findMongod } from '../../../src/store/embedded/find-mongod.ts';
import { fakeMongod, fakeProgram } from '../../support/fake-program.ts';
import { temporaryHome } from '../../support/temporary-home.ts';

test('the setting comes before PATH, PATH before the cache, and in the cache the newest that fits', async () => {
  const dir = temporaryHome();
  const cache = join(dir, 'cache');
  const older = fakeMongod(join(cache, `mongod-6.0.5-${FITS}`, 'mongod'), '6.0.5');
  const newer = fakeMongod(join(cache, `mongod-6.0.25-${FITS}`, 'mongod'), '6.0.25');
  fakeMongod(join(cache, 'mongod-9.0.0-plan9-vax', 'mongod'), '9.0.0');
  const named = fakeMongod(join(dir, 'named', 'mongod'), '5.0.1');
  const onPath = fakeMongod(join(dir, 'bin', 'mongod'), '7.0.1');
  const env = { TAGWISE_CACHE: cache, PATH: '' };

  expect(await findMongod({ ...env, TAGWISE_MONGOD: named, PATH: join(dir, 'bin') })).toEqual({ path: named, version: '5.0.1' });
  expect(await findMongod({ ...env, PATH: `relative:${join(dir, 'empty')}:${join(dir, 'bin')}` })).toMatchObject({
    path: onPath,
  });
  expect(await findMongod(env)).toEqual({ path: newer, version: '6.0.25' });
  fakeProgram(newer, 'exit 127');
  expect(await findMongod(env)).toMatchObject({ path: older });
  const own = fakeMongod(join(cache, 'mongod'), '8.0.0');
  expect(await findMongod(env)).toMatchObject({ path: own });
});

test('one that does not run, or is too old to serve, is passed over', async () => {
  const dir = temporaryHome();
  fakeProgram(join(dir, 'broken', 'mongod'), 'echo cannot >&2; exit 1');
  fakeMongod(join(dir, 'old', 'mongod'), '4.4.29');
  mkdirSync(join(dir, 'folder', 'mongod'), { recursive: true });
  const env = { TAGWISE_CACHE: dir, PATH: ['broken', 'old', 'folder'].map((name) => join(dir, name)).join(':') };
  expect(await findMongod(env)).toBeNull();
});

test('one that was asked for by name and does not run is not replaced in silence', async () => {
  const dir = temporaryHome();
  const path = fakeProgram(join(dir, 'mongod'), 'echo no such library >&2; exit 1');
  fakeMongod(join(dir, 'bin', 'mongod'), '7.0.1');
  const env = { TAGWISE_CACHE: dir, PATH: join(dir, 'bin') };
  await expect(findMongod({ ...env, TAGWISE_MONGOD: path })).rejects.toMatchObject({
    code: 'mongod_unusable',
    exit: 3,
    params: { path, reason: 'no such library' },
  });
  await expect(findMongod({ ...env, TAGWISE_MONGOD: join(dir, 'absent') })).rejects.toMatchObject({ code: 'mongod_unusable' });
});

test('the cache is where each system keeps such things', () => {
  expect(cacheDir({ TAGWISE_CACHE: '/a', XDG_CACHE_HOME: '/b' }, 'linux')).toBe('/a');
  expect(cacheDir({ XDG_CACHE_HOME: '/b', HOME: '/u' }, 'linux')).toBe('/b/tagwise');
  expect(cacheDir({ HOME: '/u' }, 'linux')).toBe('/u/.cache/tagwise');
  expect(cacheDir({ HOME: '/u' }, 'darwin')).toBe('/u/Library/Caches/tagwise');
  expect(cacheDir({ HOME: '/u', LOCALAPPDATA: '/l' }, 'win32')).toBe('/l/tagwise');
  expect(cacheDir({ HOME: '/u' }, 'win32')).toBe('/u/AppData/Local/tagwise');
  expect(cacheDir({}, 'linux')).toMatch(/tagwise$/);
});
