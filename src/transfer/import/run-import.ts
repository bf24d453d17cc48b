import type { App } from '../../app.ts';
import type { Contact } from '../../domain/contact-key.ts';
import { UserError } from '../../errors.ts';
import type { Layout } from '../columns/map-columns.ts';
import type { Row } from '../table.ts';
import { createPlanner, type Planned } from './plan-rows.ts';
import { type Refused, readRow } from './read-row.ts';
import type { Reading } from './reading.ts';
import type { ImportRun, Sending } from './sendings.ts';

/** Rows that are looked up and sent together: what one transaction of the inbox takes. */
const PAGE = 500;

export interface ImportOptions {
  app: App;
  rows: AsyncIterable<Row>;
  layout: Layout;
  reading: Reading;
  run: ImportRun;
  /** Nothing is sent. */
  preview: boolean;
  /** Told of every row, in order, once what it says is kept and applied. */
  took: (planned: Planned) => Promise<void>;
  signal: AbortSignal;
}

async function* pagesOf(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let page: Row[] = [];
  for await (const row of rows) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Also of rows that change nothing: a table brings the whole contacts of customers who came before these were kept. */
const contactsIn = (planned: Planned): Contact[] => (planned.is === 'taken' ? Object.values(planned.statement.contacts) : []);

/** Somebody of staff is no customer; whatever else stands in the way of one event stands in the way of all. */
const faultOf = (error: unknown): Refused['faults'][number] => {
  if (!(error instanceof UserError)) throw error;
  return { kind: 'staff', heading: null, message: 'This is a member of staff, who is no customer.' };
};

/**
 * Imports a table: page by page understood, looked up, and sent into the inbox like everything that comes in. What was killed goes on: rows that are
 * there are found unchanged.
 */
export const runImport = async (options: ImportOptions): Promise<void> => {
  const { app, rows, layout, reading, run, preview, took, signal } = options;
  const plan = createPlanner({ store: app.store, rules: app.inForce.rules, layout, run, people: reading.people });
  const home = app.inForce.rules().currencies.home;

  const send = async ({ incoming, marks }: Sending): Promise<void> => {
    await app.receive(incoming, () => 0, marks);
  };

  const carryOut = async (planned: Planned): Promise<Planned> => {
    if (planned.is !== 'taken' || preview) return planned;
    try {
      await Promise.all(planned.sendings.map(send));
      return planned;
    } catch (error) {
      const { row, cells } = planned.statement;
      return { is: 'refused', refused: { row, cells, faults: [faultOf(error)] } };
    }
  };

  for await (const page of pagesOf(rows)) {
    signal.throwIfAborted();
    const planned = await plan(page.map((row) => readRow(row, layout, reading, home)));
    if (!preview) await app.keepContacts(planned.flatMap(contactsIn));
    const done = await Promise.all(planned.map(carryOut));
    // The next page must find these customers.
    await app.lanes.idle();
    for (const one of done) await took(one);
  }
};
