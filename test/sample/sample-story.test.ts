import { describe, expect, test } from 'vitest';
import type { CustomerState } from '../../src/domain/customer.ts';
import { DAY, type Instant } from '../../src/domain/time.ts';
import { readSample } from '../../src/sample/read-sample.ts';
import { matcher, sampleCustomers, sampleEvents, sampleText } from './fold-sample.ts';

const nows = ['2026-11-25T00:00:00+08:00', '2027-03-01T14:30:00+08:00', '2028-02-29T23:59:59.999+08:00'];

const carriers = (customers: Map<string, CustomerState>, ...tags: string[]) =>
  [...customers]
    .filter(([, state]) => tags.every((tag) => state.tags[tag]))
    .map(([id]) => id)
    .sort();

/** Customer, what they carry, what they do not, and why not. */
const stories: [customer: string, carried: string[], not: string[], why: string][] = [
  ['chen', ['vip', 'silent', 'won', 'offline_event'], ['request_quote', 'contract'], 'his demands ran out'],
  ['laowang', ['vip', 'silent', 'repeat_customer'], ['ask_price'], 'his demands ran out'],
  ['mei', ['vip', 'renew', 'invoice', 'payment'], ['silent'], 'she wrote lately'],
  ['james', ['vip', 'purchase', 'tech_support'], ['silent', 'contract'], 'he wrote lately, and spoke of papers long ago'],
  ['fatima', ['partnership', 'quality', 'request_quote', 'shipping'], ['complained'], 'nothing was wrong'],
  ['lin', ['ask_price', 'purchase', 'ask_material'], ['price_sensitive', 'compare'], 'said once, which is not enough'],
  ['xiaoyu', ['bargain', 'ask_price'], ['price_sensitive', 'invoice', 'quality'], 'rejected; not wanted; asked once'],
  ['zhouli', ['budget', 'request_quote', 'ask_material', 'quoting'], ['silent'], 'she wrote lately'],
  ['tang', ['complex_needs', 'contract', 'tech_support'], ['trial_demo'], 'only we spoke of a demo'],
  ['gaojie', ['complained', 'ever_complained', 'dissatisfied', 'repair'], ['refund'], 'she did not ask for it'],
  ['zhao', ['urgent', 'request_quote', 'referral', 'needs_confirmed'], ['vip'], 'she is new'],
  ['ahao', ['silent'], ['purchase', 'payment', 'vip'], 'refused'],
  ['david', ['silent'], ['ask_material', 'vip'], 'refused'],
  ['priya', ['compare', 'price_sensitive', 'bargain', 'trial_demo'], ['request_quote'], 'nobody asked for the quote'],
  ['luo', ['referral', 'referrer'], ['purchase', 'bargain', 'urgent'], 'a neighbour wants it; the rest was forwarded'],
  ['hu', ['repair'], ['request_quote'], 'a bare no to our offer'],
  ['qiang', ['partnership', 'ask_price'], ['request_quote', 'purchase', 'bargain'], 'our own words, quoted; denied'],
  ['yan', ['invoice', 'payment'], ['refund', 'dissatisfied'], 'recalled'],
  ['ben', ['refund', 'shipping'], ['request_quote'], 'edited away'],
];

describe.each(nows)('the sample, loaded at %s', (time) => {
  const now: Instant = Date.parse(time);
  const customers = sampleCustomers(now);

  test('has four VIPs, of whom two are silent', () => {
    expect(customers.size).toBe(20);
    expect(carriers(customers, 'vip')).toEqual(['chen', 'james', 'laowang', 'mei']);
    expect(carriers(customers, 'vip', 'silent')).toEqual(['chen', 'laowang']);
    expect(carriers(customers, 'silent')).toEqual(['ahao', 'chen', 'david', 'laowang', 'sunny']);
  });

  test('keeps well away from the boundary of silence', () => {
    for (const [id, { lastActAt, tags }] of customers) {
      const days = (now - (lastActAt ?? 0)) / DAY;
      expect([id, tags['silent'] ? days > 33 && days < 60 : days < 20]).toEqual([id, true]);
    }
  });

  test.each(stories)('%s carries %j and not %j: %s', (id, carried, not) => {
    const tags = Object.keys(customers.get(id)?.tags ?? {});
    expect(tags).toEqual(expect.arrayContaining(carried));
    expect(tags.filter((tag) => not.includes(tag))).toEqual([]);
  });

  test('has an owner for everybody: whoever answered first', () => {
    expect(new Set([...customers.values()].map(({ owner }) => owner?.name))).toEqual(new Set(['Li', 'Zhang', 'Anna']));
    expect(customers.get('mei')?.owner).toMatchObject({ id: 'a1', byHand: false });
  });
});

describe('what keeps a tag away in the sample', () => {
  const now = Date.parse('2027-03-01T14:30:00+08:00');
  const idOf = (test: (event: ReturnType<typeof sampleEvents>[number]) => boolean) => sampleEvents(now).find(test)?.message ?? '';
  const fact = (name: string) => idOf(({ body }) => body.kind === 'fact' && body.name === name);
  const says = (text: string) =>
    idOf(({ body, identity }) => body.kind === 'message' && body.text === text && identity === 'web/sample/hu');

  test.each([
    ['a recall', 'yan', 'refund', fact('recall')],
    ['an edit', 'ben', 'request_quote', fact('edit')],
    ['a bare no', 'hu', 'request_quote', says('不用了')],
    ['a rejection', 'xiaoyu', 'price_sensitive', idOf(({ body }) => body.kind === 'command' && body.remove.length > 0)],
  ])('%s does: without it %s carries %s', (_, customer, tag, id) => {
    expect(sampleCustomers(now).get(customer)?.tags[tag]).toBeUndefined();
    expect(
      sampleCustomers(now, [id])
        .get(customer)
        ?.tags[tag]?.causes.map(({ kind }) => kind),
    ).toEqual(['pack']);
  });
});

describe('the words of the sample', () => {
  const now = Date.parse('2027-03-01T14:30:00+08:00');

  test('every topic is spoken of by some customer, and two messages in five are ordinary talk', () => {
    const own = sampleEvents(now).filter(({ from, body }) => from === 'customer' && body.kind === 'message' && body.text !== '');
    const spoken = own.map(({ reading }) => (reading?.hits ?? []).filter(({ negated }) => !negated).map(({ topic }) => topic));
    expect(new Set(spoken.flat())).toEqual(new Set(matcher.topics.keys()));
    expect(spoken.filter((topics) => topics.length === 0).length).toBeGreaterThan(own.length * 0.4);
  });

  test('every tag of a pack points at words of the customer', () => {
    const events = new Map(sampleEvents(now).map((event) => [event._id, event]));
    const causes = [...sampleCustomers(now).values()].flatMap(({ tags }) =>
      Object.values(tags).flatMap((tagging) => tagging.causes),
    );
    const evidence = causes.filter(({ kind }) => kind === 'pack').flatMap((cause) => cause.evidence);
    expect(evidence.length).toBeGreaterThan(40);
    for (const { event, span } of evidence) {
      const kept = events.get(event);
      const text = kept?.body.kind === 'message' ? kept.body.text : '';
      expect(kept?.from).toBe('customer');
      expect(text.slice(...(span ?? [0, 0])).trim()).not.toBe('');
    }
  });

  test('no text holds a number that is masked', () => {
    const given = readSample(sampleText, now).map(({ body }) => body);
    expect(sampleEvents(now).map(({ body }) => body)).toEqual(given);
  });

  test('keys are the same whenever it is loaded, so that a second load keeps nothing', () => {
    const keys = (at: Instant) =>
      sampleEvents(at)
        .map(({ _id }) => _id)
        .sort();
    expect(new Set(keys(now)).size).toBe(keys(now).length);
    expect(keys(now + 17 * DAY)).toEqual(keys(now));
  });
});
