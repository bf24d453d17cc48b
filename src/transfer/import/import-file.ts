import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { App } from '../../app.ts';
import { importRun } from '../../domain/import-run.ts';
import type { Actor } from '../../domain/person.ts';
import type { ImportAnswer } from '../../domain/transfer-answers.ts';
import { UserError } from '../../errors.ts';
import { redact } from '../../inbox/redact.ts';
import { findHeading } from '../columns/find-heading.ts';
import { createHeadings } from '../columns/headings.ts';
import { type Layout, mapColumns } from '../columns/map-columns.ts';
import { readMap } from '../columns/read-map.ts';
import type { Target } from '../columns/target.ts';
import type { Row, Table } from '../table.ts';
import { createErrorsFile } from './errors-file.ts';
import type { Planned } from './plan-rows.ts';
import type { Refused } from './read-row.ts';
import type { Reading } from './reading.ts';
import { runImport } from './run-import.ts';
import type { ImportRun } from './sendings.ts';
import { createTotals } from './totals.ts';

export interface ImportFile {
  app: App;
  actor: Actor;
  table: Table;
  path: string;
  /** What people call the file. */
  file: string;
  map: { text: string; file: string } | null;
  zone: string;
  lang: 'zh' | 'en';
  preview: boolean;
  /** The home's folder. */
  home: string;
  /** The headings of a file of errors, and a row's faults in words. */
  words: { titles: readonly [string, string]; reason: (refused: Refused) => string };
  progress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/** The rows below the heading; what was merged with it is none of theirs. */
async function* after(rows: AsyncIterable<Row>, heading: number): AsyncGenerator<Row> {
  for await (const row of rows) {
    if (row.number <= heading) continue;
    yield row.above ? { ...row, above: row.above.filter(({ from }) => from > heading) } : row;
  }
}

/** Reads the whole table once, before anything of it is taken: what is wrong with the file itself shows here. */
const countRows = async (rows: AsyncIterable<Row>): Promise<number> => {
  let count = 0;
  for await (const _ of rows) count += 1;
  return count;
};

/** The same for the same content under the same map. */
const contentHash = async (path: string, map: ImportFile['map']): Promise<string> => {
  const hash = createHash('sha256').update(map?.text ?? '');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
};

const meaningOf = (target: Target, label: (tag: string) => string): string | null => {
  if (target.to === 'left_out') return null;
  if (target.to === 'group') return `tags:${label(target.group)}`;
  return target.to === 'column' ? target.name : target.field;
};

const columnsOf = ({ columns }: Layout, label: (tag: string) => string): ImportAnswer['columns'] =>
  columns.map(({ heading, target, known }) => ({ heading, means: meaningOf(target, label), known }));

/** Notes in the history that somebody imported a table, and which restricted tags they were refused. */
const audit = async ({ app, actor }: ImportFile, note: string, denied: Iterable<string>): Promise<void> => {
  const cause = { kind: 'person' as const, id: actor.id, version: '1' };
  const row = { customer: '', at: app.clock.asOf(), actor: actor.id, cause };
  await app.store.ledger.append([
    { ...row, _id: `~import/${randomUUID()}`, tag: '', action: 'import' as const, note },
    ...[...denied].map((tag) => ({
      ...row,
      _id: `~import/${randomUUID()}`,
      tag,
      action: 'denied' as const,
      denial: 'tag_restricted',
    })),
  ]);
};

/** Notes an import that changed anything, so that one undo takes it back; one that was killed behind this has noted it. */
const noteRun = async ({ app: { store, wallNow } }: ImportFile, { file, actor, at, began }: ImportRun): Promise<boolean> => {
  const _id = importRun(began);
  if ((await store.events.identitiesIn(_id, 1)).length === 0) return false;
  const deed = { _id, actor: { id: actor.id, role: actor.role }, at, kept: wallNow(), what: { kind: 'import', file } as const };
  await store.deeds.add(deed).catch((error) => {
    if (!store.isConflict(error)) throw error;
  });
  return true;
};

/**
 * Imports a table of customers, tags, orders or payments, or with `preview` says what that would do. Rows that cannot be taken are written out
 * with what is wrong with them; all others are taken.
 * @throws UserError or ProblemsError for a file that cannot be used, before anything of it was taken.
 */
export const importFile = async (given: ImportFile): Promise<ImportAnswer> => {
  const { app, actor, table, path, file, map, zone, lang, preview, home, words, progress, signal } = given;
  const started = performance.now();
  const tree = app.inForce.tree();
  const label = (tag: string) => tree.label(tag, lang);
  const headings = createHeadings(tree);
  const columnMap = map ? readMap(map, headings) : new Map();
  const heading = await findHeading(table.rows(), headings, columnMap, file);
  const layout = mapColumns(heading.cells, { map: columnMap, mapFile: map?.file ?? '' }, headings, {
    file,
    line: heading.number,
  });
  const total = await countRows(after(table.rows(), heading.number));
  if (total === 0) throw new UserError('import_no_rows', { file });
  const id = await contentHash(path, map);
  const moment = { _id: id, at: app.clock.asOf(), began: app.wallNow() };
  const { at, began } = preview ? moment : await app.store.imports.begin(moment);
  const denied = new Set<string>();
  const reading: Reading = {
    ...{ tree, label, people: app.inForce.people(), role: actor.role, zone, asOf: app.clock.asOf() },
    denied: (tag) => denied.add(tag),
  };
  const totals = createTotals(tree, app.inForce.rules().currencies);
  const errors = createErrorsFile({ path, home, columns: layout.columns, ...words });
  let done = 0;
  const took = async (planned: Planned): Promise<void> => {
    totals.add(planned);
    if (planned.is === 'refused' && !preview) await errors.add(planned.refused);
    done += 1;
    progress(done, total);
  };
  const run = { file: redact(basename(path)), actor, at, began };
  await runImport({ app, rows: after(table.rows(), heading.number), layout, reading, run, preview, took, signal });
  const errorsFile = await errors.close();
  const { orders, sample, ...counts } = totals.read();
  const undoable = !preview && (await noteRun(given, run));
  if (!preview) {
    await app.store.imports.end(id);
    const { customers, failed } = counts;
    await audit(given, `${run.file}: +${customers.new} ~${customers.updated} !${failed}`, denied);
  }
  const seconds = (performance.now() - started) / 1000;
  return {
    ...{ file, preview, of: layout.kind, asOf: new Date(at).toISOString(), format: table.format },
    ...{ encoding: table.encoding ?? null, delimiter: table.delimiter ?? null },
    ...{ sheet: table.sheet ?? null, otherSheets: table.otherSheets ?? [] },
    ...{
      columns: columnsOf(layout, label),
      ...counts,
      ...(layout.kind === 'orders' ? { orders } : layout.kind === 'payments' ? { payments: orders } : {}),
    },
    ...(preview ? { sample } : {}),
    ...{
      undoable,
      errorsFile,
      seconds: Number(seconds.toFixed(3)),
      perSecond: Math.round(counts.rows / Math.max(seconds, 0.001)),
    },
  };
};
