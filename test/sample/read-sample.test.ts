import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Incoming } from '../../src/domain/event.ts';
import { DAY, type Instant } from '../../src/domain/time.ts';
import { ProblemsError } from '../../src/errors.ts';
import { readSample } from '../../src/sample/read-sample.ts';
import { sampleText } from './fold-sample.ts';

const anyNow = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2100, 0, 1) });
const midnight = Date.parse('2026-11-25T00:00:00+08:00');
const justAfter = [midnight, midnight + 1, midnight - 1, midnight + DAY / 2];

const isMessage = ({ body }: Incoming) => body.kind === 'message';
const who = ({ customer }: Incoming) => customer?.key ?? customer?.id;
const facts = (events: Incoming[], name: string) => events.filter(({ body }) => body.kind === 'fact' && body.name === name);
const datum = ({ body }: Incoming, field: string) => (body.kind === 'fact' ? body.data[field] : undefined);

const problems = (text: string) => {
  try {
    readSample(text, midnight);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  return [];
};

describe('the sample that ships', () => {
  test('has 20 customers and 200 messages, from customers and agents, over four channels', () => {
    const events = readSample(sampleText, midnight);
    const messages = events.filter(isMessage);
    expect(new Set(events.map(who)).size).toBe(20);
    expect(messages).toHaveLength(200);
    expect(new Set(messages.map(({ from }) => from))).toEqual(new Set(['customer', 'agent']));
    expect(new Set(messages.map(({ channel }) => channel))).toEqual(new Set(['wecom', 'wechat', 'slack', 'web']));
    expect(new Set(messages.map(({ agent }) => agent?.id))).toEqual(new Set([undefined, 'a1', 'a2', 'a3']));
  });

  test('has a quotation, a forwarded message, messages without words, a recall, an edit and one customer on two channels', () => {
    const events = readSample(sampleText, midnight);
    const bodies = events.flatMap(({ body }) => (body.kind === 'message' ? [body] : []));
    expect(bodies.filter(({ quote }) => quote !== null)).toHaveLength(1);
    expect(bodies.filter(({ forwarded }) => forwarded)).toHaveLength(1);
    expect(bodies.filter(({ text }) => text === '')).toHaveLength(2);
    for (const name of ['recall', 'edit']) {
      const [fact, ...others] = facts(events, name);
      expect(others).toEqual([]);
      const meant = events.find(({ id }) => id === (fact && datum(fact, 'message')));
      expect(meant).toMatchObject({ conversation: fact?.conversation, channel: fact?.channel, from: 'customer' });
    }
    expect(new Set(events.filter(({ customer }) => customer?.key).map(({ channel }) => channel))).toEqual(
      new Set(['web', 'slack']),
    );
  });

  test.each(justAfter)('has one quote that is open for more than three days, read at %i', (now) => {
    const events = readSample(sampleText, now);
    const answered = new Set(facts(events, 'quote_answered').map((fact) => datum(fact, 'quote')));
    const open = facts(events, 'quote').filter((fact) => !answered.has(datum(fact, 'quote')));
    expect(answered.size).toBeGreaterThan(0);
    expect(open.filter(({ at }) => now - at > 3 * DAY).map(who)).toEqual(['zhouli']);
    expect(open.length).toBeGreaterThan(1);
  });

  test('lies in the past at any moment, in the same order within each customer', () => {
    const orders = (now: Instant) => {
      const orders: Record<string, (string | null)[]> = {};
      for (const event of readSample(sampleText, now))
        orders[String(who(event))] = [...(orders[String(who(event))] ?? []), event.id];
      return orders;
    };
    const expected = orders(midnight);
    const check = (now: Instant) => {
      const times = readSample(sampleText, now).map(({ at }) => at);
      expect(Math.max(...times)).toBeLessThan(now);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(orders(now)).toEqual(expected);
    };
    justAfter.forEach(check);
    fc.assert(fc.property(anyNow, check), { numRuns: 15 });
  });

  test('keeps the clock of Shanghai and names everything by the same id whenever it is read', () => {
    const first = readSample(sampleText, midnight);
    const later = readSample(sampleText, midnight + 100 * DAY);
    const ids = first.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(later.map(({ id }) => id))).toEqual(new Set(ids));
    const [oldest] = first;
    expect(new Date(oldest?.at ?? 0).toISOString()).toBe('2026-04-29T02:00:00.000Z');
  });
});

const turns = (...lines: string[]) => `staff:
  li: { id: a1, name: Li, role: agent }
customers:
  - id: mei
    name: Mei
    channel: wecom
    turns:
${lines.map((line) => `      - ${line}`).join('\n')}
`;

describe('a sample with mistakes', () => {
  test('a good turn has none', () => {
    expect(problems(turns("{ id: s1, at: -1d 00:00, text: 'hi' }", '{ id: h1, at: -5m, by: li, add: [vip] }'))).toEqual([]);
  });

  test.each([
    ['no time of day', "{ id: s1, at: -3d, text: 'hi' }", 'at'],
    ['today, which may be in the future', "{ id: s1, at: -0d 10:00, text: 'hi' }", 'at'],
    ['an hour that no day has', "{ id: s1, at: -3d 24:00, text: 'hi' }", 'at'],
    ['a time ahead', "{ id: s1, at: 3d 10:00, text: 'hi' }", 'at'],
    ['an unknown field', "{ id: s1, at: -3d 10:00, text: 'hi', words: 'hi' }", ''],
    ['neither text nor event nor by', '{ id: s1, at: -3d 10:00 }', ''],
    ['both text and event', "{ id: s1, at: -3d 10:00, text: 'hi', event: visit }", ''],
    ['a hand that does nothing', '{ id: s1, at: -3d 10:00, by: li }', ''],
    ['a text that is a number', '{ id: s1, at: -3d 10:00, text: 5 }', 'text'],
    ['a stranger who writes', "{ id: s1, at: -3d 10:00, from: bo, text: 'hi' }", 'from'],
    ['a name of the language itself', "{ id: s1, at: -3d 10:00, from: constructor, text: 'hi' }", 'from'],
    ['a stranger who tags', '{ id: s1, at: -3d 10:00, by: bo, add: [vip] }', 'by'],
    ['a channel where the customer is not', "{ id: s1, at: -3d 10:00, on: slack, text: 'hi' }", 'on'],
    ['an event that there is not', '{ id: s1, at: -3d 10:00, event: party }', 'event'],
    ['a recall of nothing', '{ id: s1, at: -3d 10:00, event: recall, data: {} }', 'data.message'],
    ['an id used before', "{ id: ok, at: -3d 10:00, text: 'hi' }", 'id'],
  ])('%s: says the line and the field', (_, line, field) => {
    const [problem, ...others] = problems(turns("{ id: ok, at: -4d 10:00, text: 'hi' }", line));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: 'sample.yaml', line: 9 });
    expect(problem?.field).toBe(['customers[0].turns[1]', field].filter(Boolean).join('.'));
    expect(problem?.message).not.toContain('Invalid');
  });

  test('broken YAML: says the line', () => {
    expect(problems('staff: {}\ncustomers: [')).toMatchObject([{ file: 'sample.yaml', line: 2 }]);
  });

  test('all mistakes are told at once', () => {
    const text = turns("{ id: s1, at: -3d 10:00, from: bo, text: 'hi' }", "{ id: s1, at: -2d 10:00, on: slack, text: 'hi' }");
    expect(problems(text).map(({ line, field }) => [line, field.split('.').at(-1)])).toEqual([
      [8, 'from'],
      [9, 'id'],
      [9, 'on'],
    ]);
  });
});
