import { describe, expect, it } from 'vitest';
import { commandNamed } from '../../src/commands/index.ts';
import type { LeadsAnswer } from '../../src/domain/answers.ts';
import type { Actor } from '../../src/domain/person.ts';
import type { DigestAnswer, DigestSection } from '../../src/domain/told.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { aView } from '../support/answers.ts';
import { DAY, feed, happens, iso, MINUTE, START, says } from '../support/lines.ts';
import { openStreet, type Street } from '../support/open-street.ts';

const PEOPLE = `
people:
  - { id: ada, name: Ada, role: admin }
  - { id: hua, name: Hua, role: manager }
  - { id: li, name: Li, role: agent, manager: hua }
  - { id: wu, name: Wu, role: manager, digest: { at: "18:00" }, zone: Europe/Berlin }
  - { id: bo, name: Bo, role: agent, manager: wu }
`;
const who = (id: string, role: Actor['role']): Actor => ({ id, name: id, role });
const [ADA, HUA, LI, WU] = [who('ada', 'admin'), who('hua', 'manager'), who('li', 'agent'), who('wu', 'manager')];

const give = async ({ app }: Street, actor: Actor, name: string, ...args: string[]) => {
  const reply = await commandNamed(name)?.run({ app, actor, lang: 'en', atHand: null }, args);
  return reply?.doc;
};
const digest = async (street: Street, actor: Actor, ...args: string[]) =>
  (await give(street, actor, 'digest', ...args)) as DigestAnswer;

type Items<Kind> = Extract<DigestSection, { kind: Kind }>['items'];
const items = <Kind extends DigestSection['kind']>({ sections }: DigestAnswer, kind: Kind): Items<Kind> =>
  sections.find((section) => section.kind === kind)?.items as Items<Kind>;
const ids = (list: { customer: { id: string } }[]): string[] => list.map(({ customer }) => customer.id).sort();

const owned = async (street: Street, customer: string, owner: string) => give(street, ADA, 'customer', customer, 'owner', owner);

/** Mei's quote of Li and Chen's of Bo wait since the first day, Mei's an hour longer; Mei spoke last. */
const twoStaleQuotes = async () => {
  const street = await openStreet({ config: PEOPLE });
  await feed(street.app, [
    happens('mei', 'quote', { quote: 'Q1', amount: 1200, currency: 'CNY', owner: 'li' }),
    happens('chen', 'quote', { quote: 'Q2', amount: 80.5, currency: 'CNY', owner: 'bo' }, START + 60 * MINUTE),
  ]);
  await owned(street, 'mei', 'li');
  await owned(street, 'chen', 'bo');
  await feed(street.app, [
    says('mei', '我再想想', START + DAY),
    says('mei', '算了', START + DAY + MINUTE, { id: 'm-recalled' }),
    happens('mei', 'recall', { message: 'm-recalled' }, START + DAY + 2 * MINUTE),
    { tick: iso(START + 5 * DAY) },
  ]);
  return street;
};

describe('stale quotes', () => {
  it('come the longest first, each with what it is worth and what the customer said last', async () => {
    const street = await twoStaleQuotes();
    const doc = await digest(street, ADA);
    expect(doc.sections.map(({ kind }) => kind)).toEqual([
      'stale_quotes',
      'leads',
      'silent_vips',
      'complaints',
      'changes',
      'losing_precision',
    ]);
    expect(items(doc, 'stale_quotes')).toEqual([
      {
        ...{ customer: { id: 'mei', name: null }, quote: 'Q1', amount: 1200, currency: 'CNY', days: 5, owner: 'li' },
        ...{ lastWords: '我再想想', at: iso(START) },
      },
      {
        ...{ customer: { id: 'chen', name: null }, quote: 'Q2', amount: 80.5, currency: 'CNY', days: 4, owner: 'bo' },
        ...{ lastWords: null, at: iso(START + 60 * MINUTE) },
      },
    ]);
    expect(street.troubles).toEqual([]);
  });

  it('are those of the own team for a manager, the own ones for an agent', async () => {
    const street = await twoStaleQuotes();
    const seen = async (actor: Actor, ...args: string[]) => ids(items(await digest(street, actor, ...args), 'stale_quotes'));
    expect(await seen(HUA)).toEqual(['mei']);
    expect(await seen(WU)).toEqual(['chen']);
    expect(await seen(LI)).toEqual(['mei']);
    expect(await seen(HUA, '--for', 'Li')).toEqual(['mei']);
    expect(await seen(ADA, '--for', 'bo')).toEqual(['chen']);
  });

  it('of a past date are those that were overdue then, also when they were answered since', async () => {
    const street = await twoStaleQuotes();
    await feed(street.app, [
      happens('mei', 'quote_answered', { quote: 'Q1' }, START + 5 * DAY + 1),
      { tick: iso(START + 6 * DAY) },
    ]);
    expect(ids(items(await digest(street, ADA), 'stale_quotes'))).toEqual(['chen']);
    const then = async (date: string) => ids(items(await digest(street, ADA, '--date', date), 'stale_quotes'));
    // Exactly 72 hours is not yet stale.
    expect(await then('2026-03-04')).toEqual([]);
    expect(await then('2026-03-05')).toEqual(['chen', 'mei']);
  });
});

describe('the 24 hours', () => {
  const complaining = async (until: number) => {
    const street = await openStreet();
    const rated = { at0: START, at1: START + 1, last: START + DAY, late: START + DAY + 1 };
    const lines = Object.entries(rated).filter(([, at]) => at <= until);
    await feed(
      street.app,
      lines.map(([id, at]) => happens(id, 'rating', { score: 1 }, at)),
      { until },
    );
    return street;
  };

  it('begin after their first instant and end with their last, of now', async () => {
    const street = await complaining(START + DAY);
    const doc = await digest(street, who('local', 'admin'));
    expect(doc).toMatchObject({ for: 'local', date: '2026-03-02', asOf: iso(START + DAY) });
    expect(ids(items(doc, 'complaints'))).toEqual(['at1', 'last']);
    expect(items(doc, 'changes').find(({ tag }) => tag.endsWith('投诉客户'))).toMatchObject({ added: 2, removed: 0 });
  });

  it('and of a day gone by', async () => {
    const street = await complaining(START + 3 * DAY);
    const of = async (date: string) => ids(items(await digest(street, who('local', 'admin'), '--date', date), 'complaints'));
    expect(await of('2026-03-01')).toEqual(['at0']);
    expect(await of('2026-03-02')).toEqual(['at1', 'last']);
    expect(await of('2026-03-03')).toEqual(['late']);
    expect(await of('2026-03-04')).toEqual([]);
  });

  it('end at the time that a person set, in their own zone', async () => {
    const street = await openStreet({ config: PEOPLE });
    await feed(street.app, [says('mei', '你好')], { until: START + 3 * DAY });
    expect((await digest(street, WU, '--date', '2026-03-02')).asOf).toBe('2026-03-02T17:00:00.000Z');
    expect((await digest(street, HUA, '--date', '2026-03-02')).asOf).toBe('2026-03-02T01:00:00.000Z');
    await expect(digest(street, HUA, '--date', '2026-03-09')).rejects.toMatchObject({ code: 'digest_ahead' });
    await expect(digest(street, HUA, '--date', '2026-02-30')).rejects.toMatchObject({ code: 'bad_date' });
  });
});

it('a complaint brings its words, and one that was recalled brings nothing', async () => {
  const street = await openStreet();
  await feed(street.app, [
    says('mei', '我要投诉你们'),
    says('bo', '我要投诉你们', START, { id: 'm-back' }),
    happens('bo', 'recall', { message: 'm-back' }, START + MINUTE),
  ]);
  const found = items(await digest(street, who('local', 'admin')), 'complaints');
  expect(found).toMatchObject([{ customer: { id: 'mei' }, since: iso(START), evidence: [{ text: '我要投诉你们' }] }]);
});

it('an owner whom the people file does not know is called as their channel does', async () => {
  const street = await openStreet();
  await feed(street.app, [
    says('mei', '我要投诉你们'),
    says('mei', '抱歉', START + MINUTE, { from: 'agent', agent: { id: 'a1', name: 'Anna' } }),
  ]);
  const doc = await digest(street, who('local', 'admin'));
  expect(items(doc, 'complaints')).toMatchObject([{ owner: 'a1', ownerName: 'Anna' }]);
  expect(renderReply({ kind: 'digest', doc }, aView('zh'))).toMatch(/mei · Anna/);
});

it('tells of a VIP on the day on which the silence began, and of nobody else', async () => {
  const street = await openStreet();
  await feed(street.app, [says('mei', '你好'), says('bo', '你好')]);
  await give(street, ADA, 'tag', 'mei', '+VIP');
  await feed(street.app, [{ tick: iso(START + 30 * DAY) }]);
  const local = who('local', 'admin');
  expect(items(await digest(street, local), 'silent_vips')).toEqual([
    { customer: { id: 'mei', name: null }, owner: null, since: iso(START + 30 * DAY), lastContactAt: iso(START) },
  ]);
  await feed(street.app, [says('mei', '在吗', START + 30 * DAY + MINUTE), { tick: iso(START + 31 * DAY) }]);
  expect(items(await digest(street, local), 'silent_vips')).toEqual([]);
  const then = async (date: string) => ids(items(await digest(street, local, '--date', date), 'silent_vips'));
  expect(await then('2026-03-31')).toEqual(['mei']);
  expect(await then('2026-03-30')).toEqual([]);
});

describe('what people often turn down', () => {
  const CUSTOMERS = ['a', 'b', 'c', 'd', 'e'];
  const asked = async () => {
    const street = await openStreet({ config: PEOPLE });
    await feed(
      street.app,
      CUSTOMERS.map((one) => says(one, '可以开发票吗')),
    );
    return street;
  };
  const losing = async (street: Street) => items(await digest(street, ADA), 'losing_precision');

  it('is named with how often it tagged and how often that was wrong, from the third time on', async () => {
    const street = await asked();
    for (const one of ['a', 'b']) await give(street, LI, 'tag', one, '-发票');
    expect(await losing(street)).toEqual([]);
    await give(street, HUA, 'tag', 'c', '-发票');
    const [first] = await losing(street);
    expect(first).toMatchObject({ source: { kind: 'pack', id: 'invoice' }, given: 5, rejected: 3, precision: 0.4 });
  });

  it('forgets a rejection that was undone, and counts no tag that a person had set', async () => {
    const street = await asked();
    for (const one of ['a', 'b', 'c']) await give(street, LI, 'tag', one, '-发票');
    await give(street, LI, 'undo', 'c');
    for (const one of ['a', 'b', 'c', 'd']) {
      await give(street, LI, 'tag', one, '+合同');
      await give(street, HUA, 'tag', one, '-合同');
    }
    expect(await losing(street)).toEqual([]);
  });

  it('is forgotten after 30 days', async () => {
    const street = await asked();
    for (const one of ['a', 'b', 'c']) await give(street, LI, 'tag', one, '-发票');
    await feed(street.app, [{ tick: iso(START + 31 * DAY) }]);
    expect(await losing(street)).toEqual([]);
  });
});

it('refuses an agent the digest of somebody else, a manager that of another team, and notes it', async () => {
  const street = await twoStaleQuotes();
  await expect(digest(street, LI, '--for', 'bo')).rejects.toMatchObject({ code: 'digest_refused' });
  await expect(digest(street, HUA, '--for', 'wu')).rejects.toMatchObject({ code: 'digest_refused' });
  await expect(digest(street, LI, '--for', 'nobody')).rejects.toMatchObject({ code: 'unknown_person' });
  const denied = (await street.app.store.ledger.newest({}, 50)).filter(({ denial }) => denial === 'digest_refused');
  expect(denied.map(({ actor, action }) => [actor, action]).sort()).toEqual([
    ['hua', 'denied'],
    ['li', 'denied'],
  ]);
});

it('leads are the own new ones, keen ones from a good channel first, and so are they in the digest', async () => {
  const street = await openStreet({ config: PEOPLE });
  const keen = '多少钱？我们预算五千，很急';
  await feed(street.app, [
    says('old', keen, START - 31 * DAY),
    says('plain', '你好', START + 3 * MINUTE),
    says('keen', keen, START + 2 * MINUTE),
    happens('best', 'visit', { url: '/' }, START),
    says('best', keen, START + MINUTE),
    says('other', keen, START),
    says('bought', keen, START),
    happens('bought', 'payment', { amount: 10, currency: 'CNY' }, START + MINUTE),
  ]);
  for (const one of ['old', 'plain', 'keen', 'best', 'bought']) await owned(street, one, 'li');
  await owned(street, 'other', 'bo');
  const leads = async (actor: Actor, ...args: string[]) => (await give(street, actor, 'leads', ...args)) as LeadsAnswer;
  const own = await leads(LI);
  expect(own.leads.map(({ id }) => id)).toEqual(['best', 'keen', 'plain']);
  expect(own.leads[0]).toMatchObject({ owner: 'Li', source: '官网', high: true, createdAt: iso(START) });
  expect((await leads(LI, '--all')).leads.map(({ id }) => id)).toEqual(['best', 'keen', 'plain']);
  expect((await leads(HUA)).leads).toEqual([]);
  expect((await leads(HUA, '--all')).leads.map(({ id }) => id)).toEqual(['best', 'keen', 'plain']);
  expect((await leads(ADA, '--all')).leads.map(({ id }) => id)).toEqual(['best', 'keen', 'other', 'plain']);
  expect(ids(items(await digest(street, LI), 'leads'))).toEqual(['best', 'bought', 'keen']);
});
