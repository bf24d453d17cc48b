/**
 * Segments over many customers: exact count and first page, by the bitmaps of a running bot and by the database alone; how long the bitmaps take to
 * build and what they hold in memory.
 * `npx tsx --expose-gc bench/segment.ts [customers, 1000000] [tags, 200]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openHome } from '../src/home/home.ts';
import { startSegmentIndex } from '../src/segment-index.ts';
import { compileSegment } from '../src/segments/compile.ts';
import { readSegment } from '../src/segments/read-segment.ts';
import { connect } from '../src/store/connect.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { createStore } from '../src/store/store.ts';
import { createCrowd, ms, NOW, quantile } from './support/crowd.ts';

const CUSTOMERS = Number(process.argv[2] ?? 1_000_000);
const TAGS = Number(process.argv[3] ?? 200);
const PAGE = 20;
const BATCH = 5_000;
const OURS = 300;
const PEER = 40;
const LONGEST_COUNT = 60_000;

const { tags, customer, shapes } = createCrowd(TAGS);

const progress = (text: string) => process.stderr.write(`${text}\n`);

const dir = await mkdtemp(join(tmpdir(), 'tagwise-segment-'));
const database = await openDatabase({
  ...{
    home: openHome({ dir }),
    env: process.env,
    verb: 'bench',
    mode: 'long',
    lang: 'en',
    mongodArgs: ['--wiredTigerCacheSizeGB=2'],
    progress,
  },
});
const client = new mongoose.mongo.MongoClient(database.uri);
const store = createStore(await connect(database.uri, database.name));
await store.prepare();

const began = performance.now();
const collection = client.db(database.name).collection('customers');
for (let from = 0; from < CUSTOMERS; from += BATCH) {
  const page = Array.from({ length: Math.min(BATCH, CUSTOMERS - from) }, (_, n) => customer(from + n));
  await collection.insertMany(page as never[], { ordered: false, writeConcern: { w: 1, journal: false } });
}
progress(`${CUSTOMERS} customers in ${((performance.now() - began) / 1000).toFixed(0)} s`);

globalThis.gc?.();
const before = process.memoryUsage().rss;
const building = performance.now();
const index = startSegmentIndex(store, (_what, error) => {
  throw error;
});
await index.ready();
const built = (performance.now() - building) / 1000;
globalThis.gc?.();
console.log(
  `built in ${built.toFixed(1)} s, ${Math.round(CUSTOMERS / built)} customers/s; ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`,
);

const moment = { at: NOW, currency: 'CNY' };
console.log(
  '\nquery | customers p50 / max | bitmaps, count + page of 20: p50, p99 | database, page: p50, p95 | database, count: p50, max',
);
for (const [name, make] of Object.entries(shapes)) {
  const ours: number[] = [];
  const counts: number[] = [];
  for (let n = 0; n < OURS; n += 1) {
    const { bound } = readSegment({ query: make(), tags });
    const at = performance.now();
    const found = index.find(bound, moment, { after: null, limit: PAGE });
    ours.push(performance.now() - at);
    if (!found) throw new Error(name);
    counts.push(found.count);
  }
  const peer = Array.from({ length: PEER }, () => readSegment({ query: make(), tags }).bound).map((bound) => ({
    ...{ bound, filter: compileSegment(bound, moment) },
    found: index.find(bound, moment, { after: null, limit: PAGE }),
  }));
  const pages: number[] = [];
  for (const { filter, found } of peer) {
    const at = performance.now();
    const page = await store.customers.page(filter, null, PAGE);
    pages.push(performance.now() - at);
    if (JSON.stringify(found?.ids) !== JSON.stringify(page.map(({ _id }) => _id))) throw new Error(`${name}: they differ`);
  }
  // After all pages: counting reads so much that it takes the room of what pages need.
  const counted: number[] = [];
  for (const { filter, found } of peer.slice(0, PEER / 4)) {
    const at = performance.now();
    const count = await collection.countDocuments(filter as never, { maxTimeMS: LONGEST_COUNT });
    counted.push(performance.now() - at);
    if (count !== found?.count) throw new Error(`${name}: ${count} and ${found?.count}`);
  }
  const row = [
    name,
    `${quantile(counts, 0.5)} / ${Math.max(...counts)}`,
    `${ms(quantile(ours, 0.5))}, ${ms(quantile(ours, 0.99))} ms`,
    `${ms(quantile(pages, 0.5))}, ${ms(quantile(pages, 0.95))} ms`,
    `${ms(quantile(counted, 0.5))}, ${ms(Math.max(...counted))} ms`,
  ];
  console.log(row.join(' | '));
}
await index.stop();
await store.close();
await client.close();
await database.close();
await rm(dir, { recursive: true, force: true });
