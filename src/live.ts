import type { App } from './app.ts';
import { loadConfig } from './config/config.ts';
import { type FileWatch, watchFiles } from './config/watch-files.ts';
import { tagIdIn } from './domain/tag-id.ts';
import { loadPacks } from './match/load-packs.ts';

/** How often due work is looked for, ms; one indexed query when nothing is due. */
const TICK = 2_000;
/** Pending rows older than this are in no lane of a living process, ms. */
const STRAY = 10_000;

export interface LiveParts {
  app: App;
  configFile: string;
  configRequired: boolean;
  packDirs: (config: Awaited<ReturnType<typeof loadConfig>>) => string[];
  /** Told when a changed file was taken, or why it was not. */
  news: (what: 'config' | 'packs' | 'library', error: unknown) => void;
}

/**
 * What runs beside the messages while the bot is up: the clock, the search for stray events, and the reading again of files that
 * people edit. A broken file never replaces the last good one.
 */
export const createLive = ({ app, configFile, configRequired, packDirs, news }: LiveParts) => {
  const { inForce, store } = app;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let packWatch: FileWatch | undefined;
  let configWatch: FileWatch | undefined;

  const tagId = (name: string) => tagIdIn(inForce.tree())(name);
  const takePacks = async () => {
    const { topics } = await loadPacks({ dirs: packDirs(inForce.config()), tagId });
    inForce.replace({ topics });
    news('packs', null);
  };
  const watchPacks = async () => {
    await packWatch?.stop();
    packWatch = await watchFiles({
      paths: packDirs(inForce.config()),
      onChange: takePacks,
      onError: (error) => news('packs', error),
    });
  };
  const takeConfig = async () => {
    const before = packDirs(inForce.config());
    const config = await loadConfig({ file: configFile, required: configRequired });
    const dirs = packDirs(config);
    const moved = dirs.join('\n') !== before.join('\n');
    // Both or neither: a configuration that names broken packs is not taken.
    inForce.replace(moved ? { config, topics: (await loadPacks({ dirs, tagId })).topics } : { config });
    if (moved) await watchPacks();
    news('config', null);
  };
  const tick = async () => {
    if (await app.followLibrary()) news('library', null);
    await app.sweep(app.wallNow() - STRAY);
    const now = app.clock.asOf();
    await app.runDue(now);
    await store.home.advanceClock({ mode: 'wall', at: now });
  };
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      // An outage ends the tick, not the clock: the next one catches up.
      running = tick()
        .catch((error) => news('library', error))
        .then(schedule);
    }, TICK);
  };

  return {
    start: async (): Promise<void> => {
      await app.recover();
      await app.lanes.idle();
      await tick();
      await watchPacks();
      configWatch = await watchFiles({ paths: [configFile], onChange: takeConfig, onError: (error) => news('config', error) });
      schedule();
    },
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await configWatch?.stop();
      await packWatch?.stop();
    },
  };
};
