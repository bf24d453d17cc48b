import { join, resolve } from 'node:path';
import type { Advanced } from '../advance.ts';
import { type App, createApp } from '../app.ts';
import { createClock } from '../clock.ts';
import { type Config, loadConfig } from '../config/config.ts';
import { loadWorking, type WorkingDirs } from '../config/load-working.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { CUSTOMER_SCHEMA } from '../domain/customer.ts';
import type { HomeClock } from '../domain/ledger.ts';

import { ProblemsError } from '../errors.ts';
import { type Home, openHome } from '../home/home.ts';
import type { LockMode } from '../home/lock-dir.ts';
import { createInForce, type InForce } from '../in-force.ts';
import { createLog } from '../log/log.ts';
import { connect } from '../store/connect.ts';
import { type Database, openDatabase } from '../store/open-database.ts';
import { createStore, type Store } from '../store/store.ts';
import { renderError } from '../text/terminal/render-error.ts';
import { openLibrary, shippedLibrary } from './open-library.ts';
import type { Call, Process } from './verb.ts';
import { who } from './who.ts';

/** How long a verb waits for one write, ms. */
const PATIENCE = 30_000;

export interface OpenApp {
  app: App;
  home: Home;
  database: Database;
  config: Config;
  log: (what: string, error: unknown) => void;
  close: () => Promise<void>;
}

const shippedDirs = (root: string): WorkingDirs => ({
  packs: ['zh', 'en'].map((lang) => join(root, 'keywords', lang)),
  rules: [join(root, 'keywords', 'rules')],
});

/** Where the packs and rules of this installation lie: the shipped ones, and those of the configuration. */
export const workingDirs = (root: string, cwd: string, config: Config): WorkingDirs => {
  const shipped = shippedDirs(root);
  const own = (dirs: readonly string[]) => dirs.map((dir) => resolve(cwd, dir));
  return { packs: [...shipped.packs, ...own(config.keywords)], rules: [...shipped.rules, ...own(config.rules)] };
};

/** The configuration that a call names, else `tagwise.yaml` where there is one. */
export const configOf = ({ process, global }: Call): Promise<Config> =>
  loadConfig({ file: resolve(process.cwd, global.config ?? 'tagwise.yaml'), required: global.config !== undefined });

export const homeDir = ({ cwd, env }: Process): string => resolve(cwd, env['TAGWISE_HOME'] || '.tagwise');

export const homeOf = (process: Process): Home => openHome({ dir: homeDir(process) });

/** Progress goes to stderr, so that stdout has answers only. */
const progressTo =
  ({ process }: Call) =>
  (text: string): void => {
    process.stderr.write(`${text}\n`);
  };

/** What every call gives to open a database, beside the verb and how long it holds the home. */
export const openingOf = (call: Call, home: Home) => {
  const { process, global } = call;
  const mongodArgs = (process.env['TAGWISE_MONGOD_ARGS'] ?? '').split(/\s+/).filter(Boolean);
  return { home, env: process.env, progress: progressTo(call), lang: global.lang, mongodArgs, signal: process.signal };
};

/**
 * Reads the shipped library, packs and rules while the database starts: mostly they are the ones in force. Packs that do not fit the
 * shipped library may fit the one in force, so they are no error yet.
 */
const readAhead = async (root: string, dirs: WorkingDirs) => {
  const library = await shippedLibrary(root);
  const working = await loadWorking(library, dirs).catch((error) => {
    if (error instanceof ProblemsError) return null;
    throw error;
  });
  return { library, working };
};

const readInForce = async (
  call: Call,
  store: Store,
  config: Config,
  ahead: ReturnType<typeof readAhead>,
  lenient: boolean,
): Promise<InForce> => {
  const { root, cwd } = call.process;
  const { library: shipped, working } = await ahead;
  const library = await openLibrary(store, shipped);
  if (working && canonicalJson(library) === canonicalJson(shipped)) return createInForce({ library, ...working, config });
  try {
    return createInForce({ library, ...(await loadWorking(library, workingDirs(root, cwd, config))), config });
  } catch (error) {
    // A verb that only looks goes on with the shipped packs; whoever reads words with them must have them right.
    if (!lenient || !(error instanceof ProblemsError)) throw error;
    progressTo(call)(renderError(error, call.global.lang).message);
    return createInForce({ library, ...(await loadWorking(library, shippedDirs(root))), config });
  }
};

/** What a customer is follows from their events: those of an older form are folded again, whatever the verb. */
const migrate = async ({ store, runDue }: App): Promise<void> => {
  await store.customers.outdateForm(CUSTOMER_SCHEMA);
  await runDue(0);
  await store.home.migrated();
};

/**
 * Opens everything that a verb works with: home, database, library, packs, clock. Whatever was opened is closed again when a
 * later step fails, and by `close`.
 * @param chooseClock gives the clock to use, after what the home has; absent: as stored.
 */
export const openApp = async (
  call: Call,
  options: {
    verb: string;
    mode: LockMode;
    tell?: (done: Advanced[]) => void;
    chooseClock?: (stored: HomeClock | null) => HomeClock | null;
    /** Whether broken packs of the configuration only cost a warning: for verbs that look and change nothing. */
    lenient?: boolean;
    /** As in `AppParts`; a verb can wait. */
    keepWithin?: number;
    /** As in `AppParts`: for history that is read in. */
    silent?: boolean;
  },
): Promise<OpenApp> => {
  const { process } = call;
  const config = await configOf(call);
  const home = homeOf(call.process);
  const ahead = readAhead(process.root, workingDirs(process.root, process.cwd, config));
  // Whoever needs it hears of a failure; a verb that ends before that is none.
  ahead.catch(() => undefined);
  const database = await openDatabase({ ...openingOf(call, home), verb: options.verb, mode: options.mode });
  const closers: (() => Promise<unknown>)[] = [database.close];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const store = createStore(await connect(database.uri, database.name));
    closers.push(store.close);
    await store.prepare();
    const older = await store.home.claim(config.installation ?? home.id, !database.embedded);
    const inForce = await readInForce(call, store, config, ahead, options.lenient === true);
    // Whoever is named must be somebody, also for verbs that ask for no rights.
    who(call.global, inForce.people());
    const stored = await store.home.clock();
    const clock = createClock(options.chooseClock ? options.chooseClock(stored) : stored, Date.now);
    const tell = options.tell ?? (() => undefined);
    const logger = createLog({ level: 'info', file: join(home.dir, 'logs', 'tagwise.log') });
    const log = (what: string, error: unknown) => logger.warn({ err: error }, what);
    const app = createApp({
      store,
      inForce,
      clock,
      wallNow: Date.now,
      tell,
      log,
      keepWithin: options.keepWithin ?? PATIENCE,
      silent: options.silent === true,
    });
    closers.push(app.stop);
    if (older) await migrate(app);
    return { app, home, database, config, log, close };
  } catch (error) {
    await close();
    throw error;
  }
};
