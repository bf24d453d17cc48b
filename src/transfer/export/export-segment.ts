import { randomUUID } from 'node:crypto';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Asked } from '../../commands/ask-segment.ts';
import type { Actor } from '../../domain/person.ts';
import { UserError } from '../../errors.ts';
import { errnoOf } from '../../home/errno.ts';
import { redact } from '../../inbox/redact.ts';
import type { Outline } from '../../store/matching.ts';
import { BYTE_ORDER_MARK, csvLine } from '../csv/format-csv.ts';
import { writeXlsx } from '../xlsx/write-xlsx.ts';
import type { ExportColumn, ExportView } from './export-columns.ts';
import { refuseThere, type TableFile, writeTable } from './write-table.ts';

export type ExportFormat = 'csv' | 'xlsx' | 'jsonl';

/** Rows of a sheet, the heading among them. */
const MOST_ROWS = 1_048_576;

/** Customers whose whole contacts are read together. */
const PAGE = 500;

async function* pagesOf(customers: AsyncIterable<Outline>): AsyncGenerator<Outline[]> {
  let page: Outline[] = [];
  for await (const customer of customers) {
    page.push(customer);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  yield page;
}

async function* rowsOf({ asked, columns, view, whole }: ExportSegment): AsyncGenerator<string[]> {
  const { app } = view;
  for await (const page of pagesOf(app.store.matching(asked.filter))) {
    const keys = whole.length === 0 ? [] : page.flatMap(({ state }) => whole.flatMap((field) => state.contacts[field] ?? []));
    const contacts = await app.readContacts(keys);
    yield* page.map((customer) => columns.map(({ cell }) => cell(customer, { ...view, contacts })));
  }
}

async function* withHeading(rows: AsyncIterable<string[]>, columns: readonly ExportColumn[], lang: 'zh' | 'en') {
  yield columns.map((column) => column[lang]);
  yield* rows;
}

async function* csv(rows: AsyncIterable<string[]>, mark: boolean): AsyncGenerator<string> {
  if (mark) yield BYTE_ORDER_MARK;
  for await (const row of rows) yield csvLine(row);
}

async function* lines(rows: AsyncIterable<string[]>, columns: readonly ExportColumn[]): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(Object.fromEntries(columns.map(({ id }, place) => [id, row[place]])))}\n`;
}

/** Notes who takes how many customers along, before the first of them goes out. */
const audit = ({ view: { app }, actor, asked, whole }: ExportSegment, count: number): Promise<void> =>
  app.store.ledger.append([
    {
      ...{
        _id: `~export/${randomUUID()}`,
        customer: '',
        at: app.clock.asOf(),
        tag: '',
        action: whole.length > 0 ? 'export_whole' : 'export',
        actor: actor.id,
      },
      ...{ cause: { kind: 'person', id: actor.id, version: '1' }, note: `${redact(asked.query)} → ${count}` },
    },
  ]);

/** A reader that goes away (`| head`) has seen enough. */
const toReader = async (content: Readable, stream: Writable): Promise<void> => {
  try {
    await pipeline(content, stream, { end: false });
  } catch (error) {
    if (errnoOf(error) !== 'EPIPE') throw error;
  }
};

export interface ExportSegment {
  asked: Asked;
  columns: readonly ExportColumn[];
  view: ExportView;
  actor: Actor;
  format: ExportFormat;
  /** The fields whose contacts go out whole: for those who may. */
  whole: readonly string[];
  /** A file, or the stream of answers; `mark`: whether it begins with the mark of UTF-8. */
  to: TableFile | { stream: Writable; mark: boolean };
}

/**
 * Writes a segment as a table, customer by customer, and gives how many there are. Who took what is in the audit before.
 * @throws UserError where the file is there already or cannot be written, or has more rows than a sheet can have.
 */
export const exportSegment = async (given: ExportSegment): Promise<number> => {
  const { asked, columns, view, format, to } = given;
  if ('path' in to) refuseThere(to);
  const count = await view.app.store.customers.count(asked.filter);
  if (format === 'xlsx' && count >= MOST_ROWS) throw new UserError('export_too_many', { count, most: MOST_ROWS - 1 });
  await audit(given, count);
  const rows = rowsOf(given);
  const table = withHeading(rows, columns, view.lang);
  const content = (mark: boolean): Readable => {
    if (format === 'xlsx') return writeXlsx(table);
    return Readable.from(format === 'csv' ? csv(table, mark) : lines(rows, columns));
  };
  if ('path' in to) await writeTable(content(true), to);
  else await toReader(content(to.mark), to.stream);
  return count;
};
