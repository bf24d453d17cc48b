import { onTestFinished } from 'vitest';
import { type App, type AppParts, createApp } from '../../src/app.ts';
import { type Clock, createClock } from '../../src/clock.ts';
import type { HomeClock } from '../../src/domain/ledger.ts';
import type { Advanced } from '../../src/fold/advance.ts';
import { connect } from '../../src/store/connect.ts';
import { createStore } from '../../src/store/store.ts';
import { usedDatabase } from './database.ts';
import { shippedInForce, shippedTaught } from './in-force.ts';

export interface Street {
  app: App;
  clock: Clock;
  told: Advanced[];
  /** What went wrong besides; a story with none expects it empty. */
  troubles: { what: string; error: unknown }[];
  /** Opens a second process's worth of the same street on the same database. */
  another: () => Promise<Street>;
}

const CONTACTS_KEY = Buffer.alloc(32, 7);

interface Options {
  config?: string;
  clock?: HomeClock;
  wallNow?: () => number;
  keepWithin?: number;
  database?: { uri: string; name: string };
  /** Hears of what is written, besides the story itself. */
  tell?: (done: Advanced[]) => void;
  findSegment?: AppParts['findSegment'];
  endpointOf?: AppParts['endpointOf'];
  postMessage?: AppParts['postMessage'];
}

/** The whole street on a fresh database of the real server, with the shipped packs and library. Closed when the test ends. */
export const openStreet = async (options: Options = {}): Promise<Street> => {
  const database = options.database ?? usedDatabase();
  const store = createStore(await connect(database.uri, database.name));
  await store.prepare();
  const inForce = await shippedInForce(options.config);
  if ((await store.home.library()) === null) await store.home.saveLibrary(inForce.library(), 0);
  const wallNow = options.wallNow ?? Date.now;
  const clock = createClock(options.clock ?? { mode: 'data', at: 0 }, wallNow);
  const told: Advanced[] = [];
  const troubles: Street['troubles'] = [];
  const app = createApp({
    store,
    inForce,
    clock,
    wallNow,
    tell: (done) => {
      told.push(...done);
      options.tell?.(done);
    },
    ...(options.findSegment ? { findSegment: options.findSegment } : {}),
    ...(options.endpointOf ? { endpointOf: options.endpointOf } : {}),
    ...(options.postMessage ? { postMessage: options.postMessage } : {}),
    readTaught: shippedTaught,
    log: (what, error) => troubles.push({ what, error }),
    contactsKey: () => CONTACTS_KEY,
    keepWithin: options.keepWithin ?? 30_000,
  });
  onTestFinished(async () => {
    await app.stop();
    await store.close();
  });
  return { app, clock, told, troubles, another: () => openStreet({ ...options, database }) };
};
