/**
 * A sheet of customers with 5 % dirty rows through the verb, as CSV and as XLSX: looked at, imported, imported again; beside them what
 * MongoDB's driver takes for the bare rows, in as many at once. `npx tsx bench/import/import.ts [rows]`
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { run } from '../../src/cli/run.ts';
import type { ImportAnswer } from '../../src/domain/transfer-answers.ts';
import { openHome } from '../../src/home/home.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { csvLine } from '../../src/transfer/csv/format-csv.ts';
import { writeXlsx } from '../../src/transfer/xlsx/write-xlsx.ts';
import { customersTable, HEADINGS } from '../../test/support/customers-table.ts';

const ROWS = Number(process.argv[2] ?? 30_000);
const PAGE = 500;
const root = fileURLToPath(new URL('../..', import.meta.url));
const dir = await mkdtemp(join(tmpdir(), 'tagwise-import-'));
const table = [HEADINGS, ...[...customersTable({ rows: ROWS, seed: 1 })].map(({ cells }) => cells)];

async function* rows() {
  yield* table;
}
await writeFile(join(dir, 'customers.csv'), table.map(csvLine).join(''));
await pipeline(writeXlsx(rows()), createWriteStream(join(dir, 'customers.xlsx')));

const call = async (home: string, words: readonly string[]): Promise<ImportAnswer> => {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const said = text(stdout);
  stderr.resume();
  const env = { ...process.env, TAGWISE_HOME: join(dir, home) };
  await run({ env, cwd: dir, root, stdin, stdout, stderr, signal: new AbortController().signal }, [...words, '--json']);
  stdout.end();
  return JSON.parse(await said) as ImportAnswer;
};

/** Seconds for the bare rows: a document each, nothing understood, checked or remembered. */
const bare = async (): Promise<number> => {
  const opening = { verb: 'bench', mode: 'long' as const, lang: 'en' as const, mongodArgs: [], progress: () => undefined };
  const database = await openDatabase({ ...opening, home: openHome({ dir: join(dir, 'bare') }), env: process.env });
  const client = new mongoose.mongo.MongoClient(database.uri, { writeConcern: { w: 'majority', journal: true } });
  const collection = client.db('bare').collection('rows');
  const began = performance.now();
  for (let at = 1; at < table.length; at += PAGE)
    await collection.insertMany(
      table.slice(at, at + PAGE).map((cells) => Object.fromEntries(HEADINGS.map((name, n) => [name, cells[n]]))),
    );
  const seconds = (performance.now() - began) / 1000;
  await client.close();
  await database.close();
  return seconds;
};

const line = (name: string, seconds: number, done: string) =>
  process.stdout.write(
    `${name.padEnd(34)}${seconds.toFixed(1).padStart(8)}${String(Math.round(ROWS / seconds)).padStart(9)}  ${done}\n`,
  );
const told = ({ customers, failed }: ImportAnswer) =>
  `${customers.new} new, ${customers.updated} updated, ${customers.unchanged} unchanged, ${failed} refused`;

process.stdout.write(`${ROWS} rows, 5 % of them dirty\n${''.padEnd(34)}${'seconds'.padStart(8)}${'rows/s'.padStart(9)}\n`);
for (const kind of ['csv', 'xlsx'])
  for (const [name, words] of [
    ['looked at', ['--preview']],
    ['imported', []],
    ['imported again', []],
  ] as const) {
    const answer = await call(kind, ['import', `customers.${kind}`, ...words]);
    line(`${kind} ${name}`, answer.seconds, told(answer));
  }
line('driver: insertMany of the bare rows', await bare(), '');
process.stdout.write(`most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
await rm(dir, { recursive: true, force: true });
