import { spawn } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import type { FetchOptions } from './fetch-wheel.ts';

/** Of the supported series the one that also opens what the wheel's 6.0 wrote. */
const VERSION = '7.0.28';
const HOST = 'fastdl.mongodb.org';
/** No byte for this long before the first, and after it: the host is not reachable. Milliseconds. */
const FIRST_BYTE_MS = 10_000;
const STALL_MS = 60_000;

// The downloader prints, reads the environment for its settings, keeps state and does not check certificates unless told to: a
// process of its own, ended with ours or when the bytes stop, keeps all that away.
const SCRIPT = `
process.on('disconnect', () => process.exit(1));
const [, core, version, downloadDir] = process.argv;
require(core).MongoBinary.getPath({ version, downloadDir, checkMD5: true }).then(
  (path) => process.send({ path }, () => process.exit(0)),
  () => process.exit(1),
);`;

/** Fetches the official build for this system into `dir`; null where its host is not reachable or has none for this system. */
export async function fetchOfficial({ dir, env, progress, signal }: FetchOptions): Promise<string | null> {
  signal?.throwIfAborted();
  if (!(await mayReach(env))) return null;
  progress(null);
  const core = createRequire(import.meta.url).resolve('mongodb-memory-server-core');
  const child = spawn(process.execPath, ['-e', SCRIPT, core, VERSION, dir], {
    env: { MONGOMS_MAX_RETRIES: '1', ...env, npm_config_strict_ssl: 'true' },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    windowsHide: true,
  });
  const end = () => child.kill('SIGKILL');
  let timer = setTimeout(end, FIRST_BYTE_MS);
  signal?.addEventListener('abort', end);
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    clearTimeout(timer);
    timer = setTimeout(end, STALL_MS);
    const percent = /([\d.]+)%/.exec(text)?.[1];
    if (percent !== undefined) progress(Math.round(Number(percent)));
  });
  const path = await new Promise<string | null>((done) => {
    child.once('message', (message: { path: string }) => done(message.path));
    child.once('error', () => done(null));
    child.once('exit', () => done(null));
  });
  clearTimeout(timer);
  signal?.removeEventListener('abort', end);
  signal?.throwIfAborted();
  return path === null ? null : inside(dir, path);
}

/** The downloader may know of a program elsewhere on this machine; that one stays where it is. */
async function inside(dir: string, path: string): Promise<string> {
  if (!relative(dir, path).startsWith('..')) return path;
  const copy = join(dir, basename(path));
  await copyFile(path, copy);
  return copy;
}

/** Where the name cannot even be looked up there is no use in retries; behind a proxy only the proxy looks it up. */
async function mayReach(env: NodeJS.ProcessEnv): Promise<boolean> {
  if (Object.keys(env).some((name) => /^(https?_proxy|MONGOMS_DOWNLOAD_(MIRROR|URL))$/i.test(name))) return true;
  const timer = new Promise<false>((done) => setTimeout(done, FIRST_BYTE_MS, false).unref());
  return Promise.race([
    lookup(HOST).then(
      () => true,
      () => false,
    ),
    timer,
  ]);
}
