import { expect, it } from 'vitest';
import { readLine } from '../src/domain/line.ts';
import { exportState } from '../src/transfer/export-state.ts';
import { feed, iso, MINUTE, START, says } from './support/lines.ts';
import { openStreet, type Street } from './support/open-street.ts';
import { seededRandom } from './support/seeded-random.ts';

const aimedAt = (message: string, at: number, event: string, more: object = {}): object => ({
  ...{ id: `${event}-${message}`, at: iso(at), channel: 'wecom', conversation: 'c', event },
  data: { message, ...more },
});

/** Sixty questions, each taken back or reworded a moment later by a platform that names only the message. */
const CHANGED = Array.from({ length: 60 }, (_, n) => {
  const at = START + n * MINUTE;
  const said = says(`r${n}`, '这个多少钱？', at, { id: `q${n}`, conversation: 'c' });
  return [said, n % 2 === 0 ? aimedAt(`q${n}`, at + 1, 'recall') : aimedAt(`q${n}`, at + 1, 'edit', { text: '开个发票' })];
}).flat();

const all = { messages: 60, events: 60, duplicates: 0, unreadable: 0 };

const state = async ({ app }: Street): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of exportState(app)) lines.push(line);
  return lines;
};

const expectChanged = async ({ app }: Street) => {
  expect(await app.store.customers.count({ tagIds: 'ask_price' })).toBe(0);
  expect(await app.store.customers.count({ tagIds: 'invoice' })).toBe(30);
};

it('takes back and rewords what was said a moment ago, also where the platform only names the message', async () => {
  const street = await openStreet();
  expect(await feed(street.app, CHANGED)).toMatchObject(all);
  await expectChanged(street);
});

it('comes to the same where the recall or edit is there before its message, and a second delivery changes nothing', async () => {
  const inOrder = await openStreet();
  await feed(inOrder.app, CHANGED);
  const backwards = await openStreet();
  expect(await feed(backwards.app, [...CHANGED].reverse())).toMatchObject(all);
  const { next } = seededRandom(4);
  const keyed = CHANGED.map((line) => ({ line, key: next() })).sort((a, b) => a.key - b.key);
  const shuffled = await openStreet();
  await feed(
    shuffled.app,
    keyed.map(({ line }) => line),
  );
  expect(await feed(shuffled.app, CHANGED)).toMatchObject({ messages: 0, events: 0, duplicates: 120 });
  await expectChanged(backwards);
  expect(await state(backwards)).toEqual(await state(inOrder));
  expect(await state(shuffled)).toEqual(await state(inOrder));
});

it('brings them together where one process hears the messages and another the recalls and edits', async () => {
  const street = await openStreet();
  const another = await street.another();
  const of = (event: boolean) => CHANGED.filter((line) => 'event' in line === event);
  await Promise.all([feed(street.app, of(false)), feed(another.app, of(true))]);
  // What the other process let await is looked for by the next sweep.
  await street.app.sweep(Date.now() + 1);
  await street.app.lanes.idle();
  await expectChanged(street);
});

it('brings them together at the next start when the process died between keeping the two', async () => {
  const street = await openStreet();
  const [said, recall] = CHANGED as [object, object];
  await feed(street.app, [recall]);
  expect(await street.app.store.events.awaiting(0, '', 2)).toHaveLength(1);
  // A process that knows nothing of the recall keeps the message and dies.
  const another = await street.another();
  const line = readLine(JSON.stringify(said));
  if (line.kind !== 'event') throw new Error('a message');
  await another.app.receive(line.event, () => 0);
  await another.app.lanes.idle();
  expect(await street.app.store.customers.count({ tagIds: 'ask_price' })).toBe(1);
  const next = await street.another();
  await next.app.recover();
  await next.app.lanes.idle();
  expect(await next.app.store.events.awaiting(0, '', 2)).toEqual([]);
  expect(await next.app.store.customers.count({ tagIds: 'ask_price' })).toBe(0);
});
