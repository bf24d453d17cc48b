import type { App } from './app.ts';
import { type ChannelChecks, type Config, loadConfig } from './config/config.ts';
import { loadMaterial } from './config/load-material.ts';
import { loadPacks } from './config/load-packs.ts';
import { loadRules } from './config/load-rules.ts';
import { loadWorking, type WorkingDirs } from './config/load-working.ts';
import { type FileWatch, watchFiles } from './config/watch-files.ts';
import type { Schedule } from './digest/schedule.ts';
import { canonicalJson } from './domain/canonical-json.ts';
import type { Keyword } from './domain/lesson.ts';
import { tagIdIn } from './domain/tag-id.ts';
import { ProblemsError } from './errors.ts';
import type { Holding } from './in-force.ts';
import type { IntentReader } from './match/understand.ts';
import type { Sender } from './notify/sender.ts';
import { createRetrain } from './retrain.ts';

/** How often due work is looked for, ms; one indexed query when nothing is due. */
const TICK = 2_000;
/** Ticks from one look at what else has changed to the next. */
const LOOK_EVERY = 4;
/** Pending rows older than this are in no lane of a living process, ms. */
const STRAY = 10_000;

/** Trainings that fail one after another before one waits for the next change. */
const MOST_FAILURES = 3;

/** Files that people edit while the bot runs. */
type Watched = 'packs' | 'rules' | 'intents' | 'material' | 'config';
/** And what people and other processes change beside. */
type News = Watched | 'library' | 'other_rules' | 'learnt';

export interface LiveParts {
  app: App;
  configFile: string;
  configRequired: boolean;
  /** How the entries of channels are checked. */
  channelChecks: ChannelChecks;
  dirs: (config: Config) => WorkingDirs;
  /** Reads the intents of the configuration's folders and what people taught beside, and trains on them where they changed. */
  readIntents: (config: Config) => Promise<IntentReader>;
  /** Tells people what waits for them. */
  sender: Sender;
  /** The daily messages. */
  briefings: Schedule;
  /** Carries on what a killed process left half done. */
  goOn: () => Promise<unknown>;
  /** Told when a changed file was taken, or why it was not. */
  news: (what: News, error: unknown) => void;
}

/**
 * What runs beside the messages while the bot is up: the clock, the search for stray events, and the reading again of files that
 * people edit. A broken file never replaces the last good one.
 */
export const createLive = (parts: LiveParts) => {
  const { app, configFile, configRequired, channelChecks, dirs, readIntents, sender, briefings, goOn, news } = parts;
  const { inForce, store } = app;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  let learnt = 0;
  let failures = 0;
  let phrases: Keyword[] = [];
  let studying: Promise<void> = Promise.resolve();
  const watches = new Map<Watched, FileWatch>();

  /** What files say now is in force, and reaches everybody whom it concerns. */
  const take = async (part: Partial<Holding>) => {
    inForce.replace(part);
    await app.proposeRules();
    await app.followChanges();
  };
  const takePacks = async () => {
    const tagId = (name: string) => tagIdIn(inForce.tree())(name);
    const { topics } = await loadPacks({ dirs: dirs(inForce.config()).packs, tagId });
    await take({ topics });
    news('packs', null);
  };
  const takeRules = async () => {
    const config = inForce.config();
    const { rules, shippedRules } = dirs(config);
    await take({ rules: await loadRules({ dirs: rules, shipped: shippedRules, tree: inForce.tree(), zone: config.zone }) });
    news('rules', null);
  };
  const readMaterial = async (config: Config) => ({ material: await loadMaterial(dirs(config).material, inForce.readers()) });
  /** What was read before stays as it was read: intents change what comes from now on. */
  const takeIntents = createRetrain({
    read: () => readIntents(inForce.config()),
    put: (intents) => inForce.replace({ intents }),
  });
  /** Approved lessons: training goes on beside the clock, and what was learnt before is in force meanwhile. */
  const followLearnt = async () => {
    const stamp = await store.learnings.stamp();
    if (stamp === learnt) return;
    learnt = stamp;
    const { keywords } = await store.learnings.learnt();
    if (canonicalJson(keywords) !== canonicalJson(phrases)) inForce.replace({ keywords });
    phrases = keywords;
    studying = takeIntents().then(
      () => {
        failures = 0;
        news('learnt', null);
      },
      (error) => {
        if (stopped) return;
        // Broken files are read again when they are mended; after anything else the next looks try again, but not for ever.
        failures += 1;
        if (!(error instanceof ProblemsError) && failures < MOST_FAILURES) learnt = -1;
        news('learnt', error);
      },
    );
  };
  const watch = async (what: Watched, paths: string[], onChange: () => Promise<void>) => {
    await watches.get(what)?.stop();
    watches.set(what, await watchFiles({ paths, onChange, onError: (error) => news(what, error) }));
  };
  const watchDirs = async () => {
    const { packs, rules, intents, heldOut, material } = dirs(inForce.config());
    await watch('packs', packs, takePacks);
    await watch('rules', rules, takeRules);
    const taken = (what: Watched) => () => news(what, null);
    // Nobody's tags hang on it, so nothing else has to follow.
    const takeMaterial = async () => inForce.replace(await readMaterial(inForce.config()));
    await watch('material', material, () => takeMaterial().then(taken('material')));
    await watch('intents', [...intents, heldOut], () => takeIntents().then(taken('intents')));
  };
  const takeConfig = async () => {
    const before = dirs(inForce.config());
    const config = await loadConfig({ file: configFile, required: configRequired, channels: channelChecks });
    const now = dirs(config);
    const moved = canonicalJson(now) !== canonicalJson(before);
    // Both or neither: a configuration that names broken packs or rules is not taken.
    const apart = moved ? { intents: await readIntents(config), ...(await readMaterial(config)) } : {};
    await take(moved ? { config, ...apart, ...(await loadWorking(inForce.library(), now, config.zone)) } : { config });
    if (moved) await watchDirs();
    // Somebody's quiet hours may be others now.
    await store.outbox.reconsider(app.wallNow());
    news('config', null);
  };
  /** Whoever is due, and whoever is to hear of it. One query where nobody is. */
  const tick = async () => {
    await app.runDue(app.clock.asOf());
    if (app.takePosted()) await sender.run();
  };
  /** What people and other processes have changed or left behind. Also says that the bot is there. */
  const lookAround = async () => {
    // Where the database was away when files changed, this is the next chance.
    await app.proposeRules();
    const { library, rules } = await app.followChanges();
    if (library) news('library', null);
    if (rules) news('other_rules', null);
    await followLearnt();
    await app.sweep(app.wallNow() - STRAY);
    await goOn();
    const now = app.clock.asOf();
    await app.runDue(now);
    await store.home.beat(now, app.wallNow());
    await sender.run();
  };
  let ticks = 0;
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      ticks += 1;
      app.webhooks.run();
      // An outage ends the tick, not the clock: the next one catches up.
      running = (ticks % LOOK_EVERY === 0 ? lookAround() : tick()).catch((error) => news('library', error)).then(schedule);
    }, TICK);
  };

  return {
    start: async (): Promise<void> => {
      // The first message does not wait for it.
      inForce.matcher();
      // Those were read as the home was opened.
      const known = await store.learnings.learnt();
      learnt = known.stamp;
      phrases = known.keywords;
      await app.recover();
      await app.lanes.idle();
      await briefings.start();
      await lookAround();
      await watchDirs();
      await watch('config', [configFile], takeConfig);
      schedule();
    },
    stop: async (): Promise<void> => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await studying;
      await briefings.stop();
      for (const one of watches.values()) await one.stop();
      // Whoever cannot be told by a database that is away finds out by the time.
      await store.home.rest().catch(() => undefined);
    },
  };
};
