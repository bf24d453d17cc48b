// The daily messages on the real street and database: once a person and day, whoever asks and however often.
import { expect, it } from 'vitest';
import { createSchedule } from '../../src/digest/schedule.ts';
import type { DigestAnswer, MorningAnswer } from '../../src/domain/told.ts';
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

const openOffice = async (mode: 'wall' | 'data' = 'wall') => {
  const time = { now: NINE - 2 * DAY };
  const clock = mode === 'wall' ? { mode, at: time.now, since: NINE - 90 * DAY } : { mode, at: 0 };
  const street = await openStreet({ config: PEOPLE, clock, wallNow: () => time.now });
  const { app } = street;
  const troubles: unknown[] = [];
  const schedule = () => createSchedule({ app, failed: (error) => troubles.push(error) });
  return {
    ...street,
    schedule,
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
  const briefs = (await waiting()).filter((id) => !id.startsWith('task/'));
  expect(briefs).toEqual(['digest/hua/2026-11-25/hua', 'digest/wu/2026-11-25/wu', 'morning/li/2026-11-25/li']);
  const { doc } = await body('digest/hua/2026-11-25/hua');
  expect(doc).toMatchObject({ for: 'hua', date: '2026-11-25' });
  expect(doc.sections).toMatchObject([
    { kind: 'stale_quotes', items: [{ customer: { id: 'mei' }, amount: 1200, days: 5, owner: 'li' }] },
    { kind: 'leads', items: [{ customer: { id: 'chen' }, owner: 'li' }] },
    ...[{}, {}, {}],
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
