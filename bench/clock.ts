/**
 * The clock on a real database with many customers: what a tick costs while nobody is due (queries, and the keys and documents that the
 * server looks at), and how many due customers a second it takes, beside a loop that claims them one by one with findOneAndUpdate.
 * `npx tsx bench/clock.ts [customers, 1000000] [due, 20000]`
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { createApp } from '../src/app.ts';
import { createClock } from '../src/clock.ts';
import type { Customer } from '../src/domain/customer.ts';
import type { KeptEvent } from '../src/domain/event.ts';
import { DAY } from '../src/domain/time.ts';
import { advance } from '../src/fold/advance.ts';
import { openHome } from '../src/home/home.ts';
import { readWords } from '../src/inbox/read-words.ts';
import { toEvent } from '../src/inbox/to-event.ts';
import { connect } from '../src/store/connect.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { createStore } from '../src/store/store.ts';
import { shippedInForce } from '../test/support/in-force.ts';
import { SAID } from './support/said.ts';

const CUSTOMERS = Number(process.argv[2] ?? 1_000_000);
const DUE = Math.min(CUSTOMERS, Number(process.argv[3] ?? 20_000));
const PAGE = 5_000;
/** What the peer is given to do, by how many claims it has in flight. */
const CLAIMS = new Map([
  [1, 300],
  [16, 2_000],
]);
const START = Date.UTC(2026, 2, 1);
/** Silence sets in thirty days after the last word: until then nobody is due. */
const SILENT = 30 * DAY;
const IDLE_TICKS = 100;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const dir = await mkdtemp(join(tmpdir(), 'tagwise-clock-'));
const progress = (text: string) => process.stderr.write(`${text}\n`);
const database = await openDatabase({
  ...{ home: openHome({ dir }), env: process.env, verb: 'bench', mode: 'long', lang: 'en', mongodArgs: [], progress },
});
const client = new mongoose.mongo.MongoClient(database.uri, { writeConcern: { w: 'majority', journal: true }, maxPoolSize: 32 });
const db = client.db(database.name);
const connection = await connect(database.uri, database.name);
const store = createStore(connection);
await store.prepare();
const inForce = await shippedInForce();
await store.home.saveLibrary(inForce.library(), 0);

/** Customers of one word, folded by the program itself: those with whom nothing but silence is due. */
const patterns: Customer[] = SAID.map((text, n) => {
  const event: KeptEvent = readWords(
    toEvent(
      {
        ...{ id: 'm1', at: START, channel: 'wecom', account: '', conversation: 'c', from: 'customer', agent: null, extra: {} },
        ...{ customer: { id: `u${n}`, name: null, key: null }, body: { kind: 'message', text, quote: null, forwarded: false } },
      },
      START,
      () => 0,
    ),
    inForce.matcher(),
  );
  return advance({ id: `u${n}`, held: undefined, events: [event], history: [], until: 0, asOf: 0, rules: inForce.rules() })
    .customer;
}).filter(({ dueAt }) => dueAt === START + SILENT);

/** Customers in the form in which they are stored; the first `DUE` fall silent first, over some minutes, the others later. */
const customer = (n: number): Customer => {
  const pattern = patterns[n % patterns.length] as Customer;
  const said = START + (n < DUE ? n * 10 : DAY + (n % 100_000) * 1000);
  const moved = JSON.parse(JSON.stringify(pattern.state), (_, value) =>
    typeof value === 'number' && value >= START ? value - START + said : value,
  ) as Customer['state'];
  const facts = { ...pattern.facts, silentSince: said, contactAt: said };
  const dueAt = (pattern.dueAt ?? START) - START + said;
  return { ...pattern, _id: `u${n}`, findable: [`u${n}`], createdAt: said, lastContactAt: said, dueAt, facts, state: moved };
};

const fill = async (): Promise<void> => {
  const began = performance.now();
  const collection = db.collection<Customer>('customers');
  for (let from = 0; from < CUSTOMERS; from += PAGE) {
    const page = Array.from({ length: Math.min(PAGE, CUSTOMERS - from) }, (_, n) => customer(from + n));
    await collection.insertMany(page as never[], { ordered: false, writeConcern: { w: 1, journal: false } });
  }
  progress(`${CUSTOMERS} customers in ${((performance.now() - began) / 1000).toFixed(0)} s`);
};

let now = START + SILENT - 1;
const app = createApp({
  ...{
    store,
    inForce,
    clock: createClock({ mode: 'data', at: 0 }, Date.now),
    wallNow: Date.now,
    keepWithin: 30_000,
    contactsKey: () => randomBytes(32),
  },
  tell: () => undefined,
  log: (_what, error) => {
    throw error;
  },
});

/** What `live.ts` does every two seconds. */
const tick = (): Promise<void> => app.runDue(now);

/** What the server did for one idle tick, by its own profiler. */
const profileTick = async (): Promise<void> => {
  await db.command({ profile: 2 });
  await tick();
  await db.command({ profile: 0 });
  const profile = db.collection('system.profile');
  const rows = await profile.find({ ns: { $not: /system\.profile$/ }, op: { $ne: 'command' } }).toArray();
  let keys = 0;
  for (const { op, ns, keysExamined = 0, docsExamined = 0 } of rows) {
    keys += keysExamined;
    console.log(`  ${op} ${String(ns).split('.').at(-1)}: ${keysExamined} keys, ${docsExamined} documents`);
  }
  console.log(`idle tick: ${rows.length} operations, ${keys} keys examined`);
  await profile.drop();
};

const idle = async (): Promise<void> => {
  const took: number[] = [];
  for (let n = 0; n < IDLE_TICKS; n += 1) {
    const began = performance.now();
    await tick();
    took.push(performance.now() - began);
  }
  console.log(`idle tick: ${median(took).toFixed(1)} ms, median of ${IDLE_TICKS}`);
};

/** Due customers a second, as the bot takes them: decided, and written with their ledger in one transaction a page. */
const ours = async (): Promise<number> => {
  now = START + SILENT + DUE * 10;
  const began = performance.now();
  await app.runDue(now);
  const seconds = (performance.now() - began) / 1000;
  const silent = await db.collection('customers').countDocuments({ tagIds: 'silent' });
  if (silent !== DUE) throw new Error(`${silent} of ${DUE} fell silent`);
  return DUE / seconds;
};

/** What becomes of a claim: nothing, or what we write of somebody who fell silent, by the same connection. */
type After = (claimed: mongoose.mongo.WithId<mongoose.mongo.Document>) => Promise<unknown>;

const nothing: After = async () => undefined;

const writeAll: After = async ({ _id, state, tagIds }) => {
  const fields = { state: { ...state, ranTo: START }, tagIds: [...tagIds, 'claimed'], 'facts.interactions': 0 };
  await db.collection('customers').updateOne({ _id }, { $set: fields });
  const row = (k: number) => ({
    _id: `peer/${String(_id)}/${k}` as never,
    customer: String(_id),
    at: START,
    tag: 'claimed',
    kept: START,
  });
  await db.collection('ledger').insertMany([row(0), row(1), row(2)]);
};

/** Claims one that is due after another: reads it and marks it in one operation; then does what comes after. */
const claims = async (inFlight: number, count: number, after: After): Promise<number> => {
  const collection = db.collection('customers');
  const filter = { dueAt: { $lte: START + SILENT + 3 * DAY } };
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const claimed = await collection.findOneAndUpdate(
        filter,
        { $unset: { dueAt: 1 }, $inc: { version: 1 } },
        { sort: { dueAt: 1 } },
      );
      if (!claimed) throw new Error('nobody is due');
      await after(claimed);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  return count / ((performance.now() - began) / 1000);
};

await fill();
await idle();
await profileTick();
const rate = await ours();
console.log(`Tagwise: ${Math.round(rate)} due customers/s`);
for (const [inFlight, count] of CLAIMS) {
  for (const [name, after] of [
    ['claims only', nothing],
    ['claims, and writes as much as we do', writeAll],
  ] as const) {
    const peer = await claims(inFlight, count, after);
    console.log(
      `findOneAndUpdate ${name}, ${inFlight} in flight: ${Math.round(peer)}/s; Tagwise is ${(rate / peer).toFixed(1)}x`,
    );
  }
}
await idle();
await app.stop();
await store.close();
await client.close();
await database.close();
await rm(dir, { recursive: true, force: true });
