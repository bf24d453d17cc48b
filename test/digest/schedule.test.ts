// The daily messages on the real street and database: once a person and day, whoever asks and however often.
import mongoose from 'mongoose';
import { expect, it, onTestFinished } from 'vitest';
import { createSchedule } from '../../src/digest/schedule.ts';
import type { DigestAnswer, MorningAnswer } from '../../src/domain/told.ts';
import { freshDatabase } from '../support/database.ts';
import { DAY, feed, HOUR, happens, says } from '../support/lines.ts';
import { openStreet } from '../support/open-street.ts';

const PEOPLE = `
people:
  - { id: hua, name: Hua, role: manager, digest: { at: "09:00" } }
  - { id: li, name: Li, role: agent, manager: hua }
  - { id: wu, name: Wu, role: manager }
  - { id: bo, name: Bo, role: agent, manager: wu, digest: off }
`;
const NINE = Date.parse('2026-11-25T09:00:00+08:00');

const openOffice = async (mode: 'wall' | 'data' = 'wall', database = freshDatabase()) => {
  const time = { now: NINE - 2 * DAY };
  const clock = mode === 'wall' ? { mode, at: time.now, since: NINE - 90 * DAY } : { mode, at: 0 };
  const street = await openStreet({ config: PEOPLE, clock, wallNow: () => time.now, database });
  const { app } = street;
  const troubles: unknown[] = [];
  const schedule = () => createSchedule({ app, failed: (error) => troubles.push(error) });
  return {
    ...street,
    schedule,
    troubles,
    at: (now: number) => {
      time.now = now;
      app.clock.reach(now);
    },
    /** Lets it be this time, with all due work run. */
    comes: async (now: number) => {
      time.now = now;
      app.clock.reach(now);
      await app.runDue(now);
      await schedule().run(now);
    },
    waiting: async () => {
      const rows = await app.store.outbox.waiting(NINE + 30 * DAY, 100);
      return rows.map(({ _id }) => _id).sort();
    },
    body: async (id: string) => {
      const rows = await app.store.outbox.waiting(NINE + 30 * DAY, 100);
      return rows.find(({ _id }) => _id === id)?.body as unknown as { doc: DigestAnswer & MorningAnswer };
    },
  };
};

const QUOTED = [
  says('mei', '你好', NINE - 5 * DAY, { from: 'agent', agent: { id: 'li' } }),
  happens('mei', 'quote', { quote: 'Q1', amount: 1200, currency: 'CNY', owner: 'li' }, NINE - 5 * DAY),
  says('chen', '多少钱，发个报价单，比较急', NINE - 3 * HOUR),
  says('chen', '您好', NINE - 2 * HOUR, { from: 'agent', agent: { id: 'li' } }),
];

it('come when their time has come, each once, and say what somebody’s own team has', async () => {
  const { app, comes, waiting, body } = await openOffice();
  await comes(NINE - 60_000);
  await feed(app, QUOTED);
  expect((await waiting()).filter((id) => !id.startsWith('task/'))).toEqual([]);
  await comes(NINE);
  await comes(NINE + 60_000);
  expect(await briefs({ waiting })).toEqual(['digest/hua/2026-11-25/hua', 'digest/wu/2026-11-25/wu', 'morning/li/2026-11-25/li']);
  const { doc } = await body('digest/hua/2026-11-25/hua');
  expect(doc).toMatchObject({ for: 'hua', date: '2026-11-25' });
  expect(doc.sections).toMatchObject([
    { kind: 'stale_quotes', items: [{ customer: { id: 'mei' }, amount: 1200, days: 5, owner: 'li' }] },
    { kind: 'leads', items: [{ customer: { id: 'chen' }, owner: 'li' }] },
    ...[{}, {}, {}],
    { kind: 'losing_precision', items: [] },
  ]);
  expect((await body('digest/wu/2026-11-25/wu')).doc.sections[0]).toEqual({ kind: 'stale_quotes', items: [] });
  expect((await body('morning/li/2026-11-25/li')).doc).toMatchObject({
    leads: [{ id: 'chen', high: true }],
    tasks: [{ title: expect.stringContaining('催单'), customer: { id: 'mei' } }],
  });
  await comes(NINE + DAY);
  expect((await waiting()).filter((id) => id.startsWith('digest/hua'))).toEqual([
    'digest/hua/2026-11-25/hua',
    'digest/hua/2026-11-26/hua',
  ]);
});

it('come once although three processes look at the same moment', async () => {
  const { app, schedule, waiting, comes } = await openOffice();
  await comes(NINE - 60_000);
  await feed(app, QUOTED);
  app.clock.reach(NINE);
  const three = [schedule(), schedule(), schedule()];
  await Promise.all(three.map((one) => one.run(NINE)));
  expect((await waiting()).filter((id) => id.includes('/2026-11-25/'))).toHaveLength(3);
});

it('do not come to whoever turned them off, until they turn them on again', async () => {
  const { app, comes, waiting } = await openOffice();
  await app.store.mailboxes.setBriefing('hua', false);
  await comes(NINE);
  expect(await waiting()).toEqual(['digest/wu/2026-11-25/wu']);
  await app.store.mailboxes.setBriefing('hua', true);
  await comes(NINE + DAY);
  expect(await waiting()).toContain('digest/hua/2026-11-26/hua');
});

it('are kept muted in the data’s time', async () => {
  const { app, comes, waiting } = await openOffice('data');
  await comes(NINE + 1);
  expect(await waiting()).toEqual([]);
  expect(await app.store.outbox.count('muted')).toBe(2);
});

const briefs = async ({ waiting }: Pick<Awaited<ReturnType<typeof openOffice>>, 'waiting'>) =>
  (await waiting()).filter((id) => !id.startsWith('task/')).sort();

/** The documents of one collection as they lie in the database. */
const documents = (uri: string, collection: string) => {
  const client = new mongoose.mongo.MongoClient(uri);
  onTestFinished(() => client.close());
  return client.db().collection<{ _id: string; state: unknown }>(collection);
};

it('come to everybody else although one cannot be made, which comes as soon as it can', async () => {
  const database = freshDatabase();
  const office = await openOffice('wall', database);
  await office.comes(NINE - 60_000);
  await feed(office.app, QUOTED);
  await office.comes(NINE - 1);
  const customers = documents(database.uri, 'customers');
  const mei = { _id: 'mei' };
  const sound = await customers.findOne(mei);
  await customers.updateOne(mei, { $set: { 'state.tasks.0.due': 'some day' } });
  await office.comes(NINE);
  expect(await briefs(office)).toEqual(['digest/hua/2026-11-25/hua', 'digest/wu/2026-11-25/wu']);
  expect(office.troubles).toMatchObject([{ message: expect.stringContaining('morning/li/2026-11-25') }]);
  await office.comes(NINE + 60_000);
  expect(office.troubles).toHaveLength(2);
  await customers.updateOne(mei, { $set: { state: sound?.state } });
  await office.comes(NINE + 120_000);
  expect(office.troubles).toHaveLength(2);
  expect(await briefs(office)).toHaveLength(3);
});

it('are forgotten thirty days after they were told; what waits is not, and no day’s message comes twice', async () => {
  const database = freshDatabase();
  const { app, schedule, at, waiting } = await openOffice('wall', database);
  const rows = documents(database.uri, 'outbox');
  const kept = async () => (await rows.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id).sort();
  /** A minute of the running bot. */
  const minute = async (now: number) => {
    at(now);
    const running = schedule();
    await running.start();
    await running.stop();
  };
  await minute(NINE);
  expect(await waiting()).toEqual(['digest/hua/2026-11-25/hua', 'digest/wu/2026-11-25/wu']);
  await app.store.outbox.settle(['digest/hua/2026-11-25/hua'], 'sent', NINE);
  for (const now of [NINE + 60_000, NINE + 5 * HOUR]) await minute(now);
  expect(await kept()).toHaveLength(2);
  await minute(NINE + 30 * DAY - HOUR);
  expect(await kept()).toEqual(['digest/hua/2026-11-25/hua', 'digest/wu/2026-11-25/wu']);
  await minute(NINE + 30 * DAY + 1);
  const next = ['digest/hua/2026-12-25/hua', 'digest/wu/2026-12-25/wu'];
  expect(await kept()).toEqual(['digest/wu/2026-11-25/wu', ...next].sort());
  const claims = documents(database.uri, 'claims');
  expect((await claims.find().toArray()).map(({ _id }) => _id).sort()).toEqual([
    'digest/hua/2026-12-25',
    'digest/wu/2026-12-25',
    'morning/li/2026-12-25',
  ]);
});
