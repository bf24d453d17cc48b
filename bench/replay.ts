/**
 * Messages a second through the whole path on a real database (kept, read, decided, stored, majority and journal), beside what a
 * program without gathering does through the driver: a bare insert and update a message, and one transaction a message.
 * `npx tsx bench/replay.ts [messages]`
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { createApp } from '../src/app.ts';
import { createClock } from '../src/clock.ts';
import type { Incoming } from '../src/domain/event.ts';
import { openHome } from '../src/home/home.ts';
import { connect } from '../src/store/connect.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { createStore } from '../src/store/store.ts';
import { shippedInForce } from '../test/support/in-force.ts';
import { SAID } from './support/said.ts';

const MESSAGES = Number(process.argv[2] ?? 12_000);
const CUSTOMERS = 5_000;
const ROUNDS = 3;
const START = Date.UTC(2026, 2, 1);
const IN_FLIGHT = [1, 64, 256];

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Runs `count` jobs with `inFlight` at once and gives jobs a second. */
const rate = async (count: number, inFlight: number, job: (n: number) => Promise<void>): Promise<number> => {
  let next = 0;
  const began = performance.now();
  const worker = async () => {
    while (next < count) await job(next++);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return count / ((performance.now() - began) / 1000);
};

const customerOf = (n: number): string => `u${(Math.imul(n, 2654435761) >>> 8) % CUSTOMERS}`;

const about = (customer: string) => ({ conversation: customer, customer: { id: customer, name: null, key: null } });

const incoming = (n: number): Incoming => {
  return {
    ...{ id: `m${n}`, at: START + n * 500, channel: 'wecom', account: '', from: 'customer', agent: null, extra: {} },
    ...about(customerOf(n)),
    body: { kind: 'message', text: SAID[n % SAID.length] ?? '', quote: null, forwarded: false },
  };
};

const dir = await mkdtemp(join(tmpdir(), 'tagwise-bench-'));
const progress = (text: string) => process.stderr.write(`${text}\n`);
const database = await openDatabase({
  ...{ home: openHome({ dir }), env: process.env, verb: 'bench', mode: 'long', lang: 'en', mongodArgs: [], progress },
});

const ours = async (inFlight: number, count: number): Promise<number> => {
  const connection = await connect(database.uri, `ours-${inFlight}-${Date.now()}`);
  const store = createStore(connection);
  await store.prepare();
  const applied = new Map<string, () => void>();
  const watched = {
    ...store,
    commit: async (plan: Parameters<typeof store.commit>[0]) => {
      await store.commit(plan);
      for (const key of [...plan.done, ...plan.insert.map(({ _id }) => _id)]) applied.get(key)?.();
    },
  };
  const clock = createClock({ mode: 'data', at: 0 }, Date.now);
  const troubles: unknown[] = [];
  const log = (_what: string, error: unknown) => troubles.push(error);
  const app = createApp({
    store: watched,
    inForce: await shippedInForce(),
    clock,
    wallNow: Date.now,
    tell: () => undefined,
    log,
    keepWithin: 30_000,
    contactsKey: () => randomBytes(32),
  });
  const send = async (one: Incoming) => {
    const key = `wecom//${one.conversation}/${one.id}`;
    const done = new Promise<void>((resolve) => applied.set(key, resolve));
    await app.receive(one, () => 0);
    await done;
    applied.delete(key);
  };
  // As the peers do, it finds its customers there.
  await rate(CUSTOMERS, 256, (n) => send({ ...incoming(n), id: `first-${n}`, ...about(`u${n}`) }));
  const result = await rate(count, inFlight, (n) => send(incoming(n)));
  await app.stop();
  await connection.dropDatabase();
  await store.close();
  if (troubles.length > 0) throw troubles[0];
  return result;
};

const driver = async (inFlight: number, count: number, inTransaction: boolean): Promise<number> => {
  const client = new mongoose.mongo.MongoClient(database.uri, {
    writeConcern: { w: 'majority', journal: true },
    maxPoolSize: 300,
  });
  const db = client.db(`peer-${inFlight}-${Date.now()}`);
  const [events, customers] = [await db.createCollection('events'), await db.createCollection('customers')];
  await customers.insertMany(Array.from({ length: CUSTOMERS }, (_, i) => ({ _id: `u${i}` as never, n: 0, tagIds: [] })));
  const write = async (n: number, session?: mongoose.mongo.ClientSession) => {
    const event = incoming(n);
    await events.insertOne({ ...event, _id: `m${n}` as never, state: 'done' }, session ? { session } : {});
    const update = { $inc: { n: 1 }, $set: { last: event.at }, $addToSet: { tagIds: `t${n % 50}` as never } };
    await customers.updateOne({ _id: customerOf(n) as never }, update, session ? { session } : {});
  };
  const job = async (n: number) => {
    if (!inTransaction) return write(n);
    const session = client.startSession();
    await session.withTransaction(() => write(n, session), { writeConcern: { w: 'majority', journal: true } });
    await session.endSession();
  };
  const result = await rate(count, inFlight, job);
  await db.dropDatabase();
  await client.close();
  return result;
};

const rows = [
  { name: 'Tagwise, the whole path', run: ours, share: 1 },
  { name: 'driver: bare insert + update', run: (c: number, n: number) => driver(c, n, false), share: 0.25 },
  { name: 'driver: one transaction a message', run: (c: number, n: number) => driver(c, n, true), share: 0.15 },
];

process.stdout.write(`messages/s, median of ${ROUNDS} rounds, ${CUSTOMERS} customers, majority + journal\n`);
process.stdout.write(`${'in flight'.padEnd(36)}${IN_FLIGHT.map((n) => String(n).padStart(9)).join('')}\n`);
const results = rows.map(() => IN_FLIGHT.map((): number[] => []));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [column, inFlight] of IN_FLIGHT.entries()) {
    for (const [row, { run, share }] of rows.entries()) {
      const count = inFlight === 1 ? 300 : Math.round(MESSAGES * share);
      results[row]?.[column]?.push(await run(inFlight, count));
    }
  }
}
const medians = results.map((row) => row.map(median));
const cells = (values: number[], digits: number) => values.map((value) => value.toFixed(digits).padStart(9)).join('');
for (const [row, { name }] of rows.entries()) process.stdout.write(`${name.padEnd(36)}${cells(medians[row] ?? [], 0)}\n`);
const ratio = (peer: number) => (medians[0] ?? []).map((value, column) => value / (medians[peer]?.[column] ?? 1));
for (const peer of [1, 2])
  process.stdout.write(`${`  against ${rows[peer]?.name}`.padEnd(36).slice(0, 46)}${cells(ratio(peer), 2)}\n`);
await database.close();
await rm(dir, { recursive: true, force: true });
