import { join } from 'node:path';
import { type App, type AppParts, createApp } from '../app.ts';
import { createClock } from '../clock.ts';
import { goOn } from '../commands/batch/go-on.ts';
import type { Config } from '../config/config.ts';
import { createReadTaught } from '../config/load-intents.ts';
import { CUSTOMER_SCHEMA } from '../domain/customer.ts';
import type { HomeClock } from '../domain/ledger.ts';
import { tagIdIn } from '../domain/tag-id.ts';
import type { Advanced } from '../fold/advance.ts';
import { contactsKey } from '../home/contacts-key.ts';
import { type Home, openHome } from '../home/home.ts';
import type { LockMode } from '../home/lock-dir.ts';
import { createLog } from '../log/log.ts';
import { connect } from '../store/connect.ts';
import { type Database, openDatabase } from '../store/open-database.ts';
import { createStore } from '../store/store.ts';
import { consoleText } from '../text/console.ts';
import { configOf, homeDir } from './config-of.ts';
import { endpointFrom } from './endpoint-from.ts';
import { intentParts, openIntents } from './open-intents.ts';
import { openMaterial } from './open-material.ts';
import { progressOf } from './progress-of.ts';
import { configIn, filesWait, folderOf, proposes } from './proposes.ts';
import { readAhead, readInForce } from './read-in-force.ts';
import { rememberLessons } from './remembered-lessons.ts';
import { rememberLibrary } from './remembered-library.ts';
import type { Call, Process } from './verb.ts';
import { who } from './who.ts';
import { workingDirs } from './working-dirs.ts';

/** How long a verb waits for one write, ms. */
export const PATIENCE = 30_000;

export interface OpenApp {
  app: App;
  home: Home;
  database: Database;
  config: Config;
  log: (what: string, error: unknown) => void;
  close: () => Promise<void>;
}

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

/** Says what becomes of files that differ from what is in force: they wait, or take the place of those of another folder. */
const tellOfFiles = async (
  call: Call,
  { store }: App,
  { home, folder, proposing }: { home: string; folder: string; proposing: boolean },
): Promise<void> => {
  const { lang } = call.global;
  const before = await store.home.folder();
  const elsewhere = before === null || before === folder ? null : configIn(before, home);
  if (elsewhere === null && !proposing) progressTo(call)(consoleText.notApplied[lang]);
  if (elsewhere !== null) progressTo(call)((proposing ? consoleText.replacesOthers : consoleText.othersStay)[lang](elsewhere));
};

/** Leaves copies of what is in force for what reads words without a database. */
const remember = async (home: string, { inForce, store }: App): Promise<void> => {
  await rememberLibrary(home, inForce.library());
  await rememberLessons(home, store);
};

/** What a customer is follows from their events: those of an older form are folded again, whatever the verb. */
const migrate = async ({ store, runDue }: App): Promise<void> => {
  await store.customers.outdateForm(CUSTOMER_SCHEMA);
  await runDue(0);
  await store.home.migrated();
};

/** Brings an opened home up to this release, to the files of whoever may say so, and to the end of what was broken off. */
const catchUp = async (
  call: Call,
  app: App,
  options: { verb: string; mode: LockMode; writes?: boolean; whole: boolean; older: boolean; home: string; database: Database },
): Promise<void> => {
  const { whole, older, home, database, mode, writes } = options;
  const { store } = app;
  await app.takeChanges();
  const folder = folderOf(call, home);
  const proposing = whole && (await proposes(options, database, store, folder));
  // Broken files are told of where they are read.
  if (whole && filesWait(app)) await tellOfFiles(call, app, { home, folder, proposing });
  if (proposing) await app.proposeRules();
  if (proposing) await store.home.bringFolder(folder);
  if (older) await migrate(app);
  if (proposing) await app.followChanges();
  if (writes !== false && mode !== 'replay') await goOn(app, database.embedded && database.owner, progressOf(call));
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
    /** Whether it changes anything, so that what the files say now must be in force before. `start` and `replay` always do. */
    writes?: boolean;
    /** Whether it reads what customers say, and so needs the model of intents. */
    reads?: boolean;
    /** As in `AppParts`; a verb can wait. */
    keepWithin?: AppParts['keepWithin'];
    /** As in `AppParts`: for history that is read in. */
    silent?: boolean;
    /** As in `AppParts`. */
    findSegment?: AppParts['findSegment'];
  },
): Promise<OpenApp> => {
  const { process } = call;
  const config = await configOf(call);
  const home = homeOf(call.process);
  const ahead = readAhead(process.root, workingDirs(process.root, process.cwd, config), config.zone);
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
    const { inForce, whole } = await readInForce(call, store, config, ahead, options.lenient === true);
    const { lessons, keywords } = await store.learnings.learnt();
    if (keywords.length > 0) inForce.replace({ keywords });
    const parts = () => intentParts(call, home.dir, config, inForce.tree(), lessons);
    if (options.reads) inForce.replace({ intents: await openIntents(parts()) });
    if (options.mode === 'long' || options.verb === 'material') await openMaterial(call, config, inForce);
    // Whoever is named must be somebody, also for verbs that ask for no rights.
    who(call.global, inForce.people());
    const stored = await store.home.clock();
    const clock = createClock(options.chooseClock ? options.chooseClock(stored) : stored, Date.now);
    const tell = options.tell ?? (() => undefined);
    const logger = createLog({ level: 'info', file: join(home.dir, 'logs', 'tagwise.log') });
    const log = (what: string, error: unknown) => logger.warn({ err: error }, what);
    const readTaught = createReadTaught();
    const app = createApp({
      store,
      inForce,
      clock,
      wallNow: Date.now,
      tell,
      log,
      contactsKey: () => contactsKey({ dir: home.dir, env: process.env }),
      keepWithin: options.keepWithin ?? PATIENCE,
      silent: options.silent === true,
      endpointOf: endpointFrom(process.env),
      readTaught: () => readTaught({ dirs: workingDirs(process.root, process.cwd, config), tagId: tagIdIn(inForce.tree()) }),
      ...(options.findSegment ? { findSegment: options.findSegment } : {}),
    });
    closers.push(app.stop);
    if (options.writes !== false) closers.push(() => remember(home.dir, app));
    await catchUp(call, app, { ...options, whole, older, home: home.dir, database });
    return { app, home, database, config, log, close };
  } catch (error) {
    await close();
    throw error;
  }
};
