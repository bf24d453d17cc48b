import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ImportAnswer } from '../../src/domain/transfer-answers.ts';
import { csvLine } from '../../src/transfer/csv/format-csv.ts';
import { customersTable, HEADINGS } from '../support/customers-table.ts';
import { answerOf, exportedState, startTagwise, tagwise } from '../support/tagwise-process.ts';
import { temporaryHome } from '../support/temporary-home.ts';

const ROWS = 2000;
const table = [...customersTable({ rows: ROWS, seed: 7 })];
const dirty = table.filter(({ dirty: one }) => one).length;
const text = csvLine(HEADINGS) + table.map(({ cells }) => csvLine(cells)).join('');
/** How far each run gets before it is killed, as a share of the rows that are refused: they lie all over the file. */
const KILLS = [0.02, 0.4, 0.8];
/** One line of talk, so that the home keeps the time of its data: two homes then agree to the millisecond. */
const TALK = JSON.stringify({
  ...{ id: 'm1', at: '2026-03-01T09:00:00+08:00', channel: 'wecom', from: 'customer', text: '你好' },
  customer: { id: 'u1', key: '13100000001' },
});

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const createHome = async () => {
  const home = temporaryHome();
  const file = join(dirname(home), '客户.csv');
  mkdirSync(home, { recursive: true });
  writeFileSync(file, text);
  expect((await tagwise({ home, args: ['replay', '-'], input: `${TALK}\n` })).code).toBe(0);
  return { home, file };
};

test('killed by -9 again and again and then finished, an import ends in the state of one that was left alone', async () => {
  const alone = await createHome();
  const whole = await answerOf<ImportAnswer>({ home: alone.home, args: ['import', alone.file] });
  // One customer had talked before, and is known by the phone number.
  expect(whole).toMatchObject({ code: 1, answer: { rows: ROWS, failed: dirty, customers: { updated: 1, unchanged: 0 } } });
  const errors = readFileSync(whole.answer.errorsFile ?? '');

  const { home, file } = await createHome();
  const draft = `${file}.errors.csv.part`;
  const reached: number[] = [];
  for (const wanted of KILLS) {
    writeFileSync(draft, '');
    const run = startTagwise({ home, args: ['import', file] });
    while (sizeOf(draft) < errors.length * wanted && run.child.exitCode === null) await sleep(2);
    run.child.kill('SIGKILL');
    const { signal } = await run.ended;
    const share = sizeOf(draft) / errors.length;
    // A kill that came after the last page struck nothing.
    if (signal === 'SIGKILL' && share < 1) reached.push(share);
  }
  // Each struck between the first page and the last.
  expect(reached.length).toBeGreaterThanOrEqual(2);
  expect(Math.min(...reached)).toBeLessThan(0.5);

  const { code, answer } = await answerOf<ImportAnswer>({ home, args: ['import', file] });
  expect({ code, failed: answer.failed, rows: answer.rows }).toEqual({ code: 1, failed: dirty, rows: ROWS });
  // What the killed runs had brought in is there.
  expect(answer.customers.unchanged).toBeGreaterThan(0.5 * ROWS);
  expect(answer.customers.new + answer.customers.updated + answer.customers.unchanged).toBe(ROWS - dirty);
  expect(readFileSync(`${file}.errors.csv`).equals(errors)).toBe(true);

  const state = await exportedState({ home });
  expect(state.split('\n').length).toBe(ROWS - dirty + 1);
  expect(state).toBe(await exportedState({ home: alone.home }));

  const again = await answerOf<ImportAnswer>({ home, args: ['import', file] });
  expect(again.answer).toMatchObject({ failed: dirty, customers: { new: 0, updated: 0, unchanged: ROWS - dirty } });
  expect(await exportedState({ home })).toBe(state);
}, 240_000);
