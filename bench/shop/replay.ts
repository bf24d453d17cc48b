/**
 * The made-up shop through the whole path on a real database: lines a second, what three days' digests say, and whether every customer
 * carries just what the slow evaluator of the tests says. `npx tsx bench/shop/replay.ts [--customers 2000] [--lines 200000]`
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { readLines } from '../../adapters/replay/read-lines.ts';
import { createApp } from '../../src/app.ts';
import { createClock } from '../../src/clock.ts';
import { digest } from '../../src/commands/digest.ts';
import { openHome } from '../../src/home/home.ts';
import { replay } from '../../src/inbox/replay.ts';
import { connect } from '../../src/store/connect.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { createStore } from '../../src/store/store.ts';
import { createHear } from '../../test/support/hear.ts';
import { shippedInForce } from '../../test/support/in-force.ts';
import { slowlyEvaluate } from '../../test/support/slow-evaluator.ts';
import { DAY } from './season.ts';
import { shop, YEAR } from './shop.ts';

const { values } = parseArgs({
  options: { customers: { type: 'string', default: '2000' }, lines: { type: 'string', default: '200000' } },
});
const size = { ...YEAR, customers: Number(values.customers), lines: Number(values.lines) };
/** A month after the year, so that all that time does to the last words is done. */
const UNTIL = size.from + (size.days + 30) * DAY;
const DIGESTS = ['2025-06-18', '2025-11-11', '2026-02-28'];

const dir = await mkdtemp(join(tmpdir(), 'tagwise-shop-'));
const progress = (text: string) => process.stderr.write(`${text}\n`);
const database = await openDatabase({
  ...{ home: openHome({ dir }), env: process.env, verb: 'bench', mode: 'long', lang: 'en', mongodArgs: [], progress },
});
const store = createStore(await connect(database.uri, database.name));
await store.prepare();
const inForce = await shippedInForce();
const troubles: unknown[] = [];
const app = createApp({
  ...{
    store,
    inForce,
    clock: createClock({ mode: 'data', at: 0 }, Date.now),
    wallNow: Date.now,
    keepWithin: 60_000,
    contactsKey: () => randomBytes(32),
  },
  tell: () => undefined,
  log: (_what, error) => troubles.push(error),
});

/** Feeds the lines; gives lines a second, the due moments up to the end included. */
const feed = async (): Promise<number> => {
  const text = shop(size).map((line) => `${JSON.stringify(line)}\n`);
  const began = performance.now();
  const counts = await replay({
    ...{ app, lines: readLines(Readable.from(text)), until: UNTIL, speed: null, signal: new AbortController().signal },
    unreadable: (line, field, reason) => troubles.push(new Error(`line ${line}: ${field} ${reason}`)),
  });
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(`${JSON.stringify(counts)}\n${seconds.toFixed(1)} s, ${Math.round(counts.lines / seconds)} lines/s\n`);
  return seconds;
};

const tellDigest = async (date: string): Promise<void> => {
  const began = performance.now();
  const actor = { id: 'local', name: 'local', role: 'admin' as const };
  const reply = await digest.run({ app, actor, lang: 'zh', atHand: null }, ['--date', date]);
  if (reply.kind !== 'digest') throw new Error('no digest');
  const sections = reply.doc.sections.map(({ kind, items }) => `${kind} ${items.length}`).join(', ');
  process.stdout.write(`digest of ${date}: ${sections} (${Math.round(performance.now() - began)} ms)\n`);
};

/** How many customers carry anything but what the slow evaluator says; the first few are told. */
const compare = async (): Promise<void> => {
  const hear = createHear(inForce);
  const stages = inForce.tree().descendants('stage');
  const counts = { customers: 0, claims: 0, differing: 0 };
  for await (const { _id, state } of store.customers.each()) {
    const claims = slowlyEvaluate(await store.events.history(await store.customers.keysOf(_id)), UNTIL, hear);
    const wrong = [...claims.tags].flatMap(([tag, holds]) => ((state.tags[tag] !== undefined) === holds ? [] : [tag]));
    const stage = stages.find((id) => state.tags[id]) ?? null;
    if (stage !== claims.stage) wrong.push(`stage ${stage}, not ${claims.stage}`);
    counts.customers += 1;
    counts.claims += claims.tags.size + 1;
    if (wrong.length === 0) continue;
    counts.differing += 1;
    if (counts.differing <= 10) process.stdout.write(`${_id}: ${wrong.join(', ')}\n`);
  }
  process.stdout.write(`against the slow evaluator: ${JSON.stringify(counts)}\n`);
};

await feed();
for (const date of DIGESTS) await tellDigest(date);
await compare();
await app.stop();
await store.close();
await database.close();
await rm(dir, { recursive: true, force: true });
if (troubles.length > 0) throw troubles[0];
