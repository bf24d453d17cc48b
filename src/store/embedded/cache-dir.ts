import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The per-user directory in which fetched programs live: `TAGWISE_CACHE`, else the system's usual place. */
export function cacheDir(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (env['TAGWISE_CACHE']) return resolve(env['TAGWISE_CACHE']);
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'tagwise');
  const user = env['HOME'] || homedir();
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(user, 'AppData', 'Local'), 'tagwise');
  return platform === 'darwin' ? join(user, 'Library', 'Caches', 'tagwise') : join(user, '.cache', 'tagwise');
}
