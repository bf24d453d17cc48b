/**
 * Segments over many customers: exact count and first page, by the bitmaps of a running bot and by the database alone; how long the bitmaps take to
 * build and what they hold in memory. Zipf-distributed tags, six a customer on average.
 * `npx tsx --expose-gc bench/segment.ts [customers, 1000000] [tags, 200]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { createTagTree } from '../src/domain/tag-tree.ts';
import { DAY } from '../src/domain/time.ts';
import { openHome } from '../src/home/home.ts';
import { startSegmentIndex } from '../src/segment-index.ts';
import { compileSegment } from '../src/segments/compile.ts';
import { readSegment } from '../src/segments/read-segment.ts';
import { connect } from '../src/store/connect.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { createStore } from '../src/store/store.ts';
import { defaultLibrary } from '../test/support/default-library.ts';
import { seededRandom } from '../test/support/seeded-random.ts';

const CUSTOMERS = Number(process.argv[2] ?? 1_000_000);
const TAGS = Number(process.argv[3] ?? 200);
const PAGE = 20;
const BATCH = 5_000;
const OURS = 300;
const PEER = 40;
const NOW = Date.UTC(2026, 5, 1);
const LONGEST_COUNT = 60_000;

const { below } = seededRandom(42);

/** Tag k is carried 1/k as often as the first. */
const shares = Array.from({ length: TAGS }, (_, k) => 1 / (k + 1));
const total = shares.reduce((sum, share) => sum + share, 0);
const cumulated: number[] = [];
for (const share of shares) cumulated.push((cumulated.at(-1) ?? 0) + share / total);
const zipf = (): number => {
  const wanted = below(1_000_000) / 1_000_000;
  const found = cumulated.findIndex((sum) => sum >= wanted);
  return found < 0 ? TAGS - 1 : found;
};

const [group] = defaultLibrary.nodes.filter(({ kind }) => kind === 'group');
const [pattern] = defaultLibrary.nodes.filter(({ kind, assignable }) => kind === 'tag' && assignable);
if (!group || !pattern) throw new Error('no library');
const tagId = (k: number): string => `t${k}`;
const tags = createTagTree({
  ...defaultLibrary,
  nodes: [
    { ...group, parent: null },
    ...Array.from({ length: TAGS }, (_, k) => ({
      ...pattern,
      id: tagId(k),
      name: tagId(k),
      en: tagId(k),
      aliases: [],
      parent: group.id,
    })),
  ],
});

const customer = (n: number) => {
  const ids = [...new Set(Array.from({ length: 1 + below(11) }, () => tagId(zipf())))].sort();
  const last = NOW - below(365) * DAY - below(DAY);
  const spend = below(100) < 60 ? 0 : below(5_000_000);
  return {
    ...{
      _id: `wm${n.toString(36).padStart(10, '0')}`,
      schema: 6,
      version: 1,
      libraryVersion: 1,
      findable: [`u${n}`],
      createdAt: last,
    },
    ...{ tagIds: ids, suggestedIds: [], listed: [], named: [], lastContactAt: last },
    facts: {
      ...{
        spend,
        totalSpend: spend,
        averageOrder: spend,
        orders: spend === 0 ? 0 : 1,
        interactions: below(5),
        referrals: 0,
        complaints: 0,
      },
      ...{ silentSince: last, contactAt: last, lastPurchaseAt: spend === 0 ? null : last, createdAt: last, birthYear: null },
      profile: [`owner:p${below(50)}`],
    },
    state: { tags: Object.fromEntries(ids.map((id) => [id, { since: last - below(60) * DAY }])) },
  };
};

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
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

const four = (): string[] => {
  const drawn = new Set<string>();
  while (drawn.size < 4) drawn.add(tagId(zipf()));
  return [...drawn];
};
const shapes: Record<string, () => string> = {
  'A B': () => four().slice(0, 2).join(' '),
  'A B -C': () => `${four().slice(0, 2).join(' ')} -${tagId(zipf())}`,
  '(A or B) C -D': () => {
    const [a, b, c, d] = four();
    return `(${a} or ${b}) ${c} -${d}`;
  },
  '-A -B': () =>
    four()
      .slice(0, 2)
      .map((one) => `-${one}`)
      .join(' '),
  'A silence>30d': () => `${tagId(zipf())} silence>30d`,
  'A B>10d spend>10000 owner': () => `${tagId(zipf())} ${tagId(zipf())}>10d spend>10000 owner:p${below(50)}`,
  'spend>10000': () => 'spend>10000',
};

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
