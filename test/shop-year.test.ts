import { expect, test } from 'vitest';
import { shop, YEAR } from '../bench/shop/shop.ts';
import type { KeptEvent } from '../src/domain/event.ts';
import { readLine } from '../src/domain/line.ts';
import { fold } from '../src/fold/fold.ts';
import { createOrdinals } from '../src/inbox/ordinals.ts';
import { readWords } from '../src/inbox/read-words.ts';
import { toEvent } from '../src/inbox/to-event.ts';
import { createHear } from './support/hear.ts';
import { shippedInForce } from './support/in-force.ts';
import { DAY } from './support/lines.ts';
import { slowlyEvaluate } from './support/slow-evaluator.ts';

const inForce = await shippedInForce();
const SIZE = { ...YEAR, customers: 30, lines: 2_000 };
const QUARTERS = [90, 180, 270, 365, 400].map((days) => YEAR.from + days * DAY);

/** The events of each customer: the shop's own system knows them under another letter. */
const byCustomer = (): Map<string, KeptEvent[]> => {
  const ordinal = createOrdinals();
  const all = new Map<string, KeptEvent[]>();
  for (const made of shop(SIZE)) {
    const line = readLine(JSON.stringify(made));
    if (line.kind === 'tick') continue;
    const who = made.customer.id.slice(1);
    all.set(who, [...(all.get(who) ?? []), readWords(toEvent(line.event, 0, ordinal), inForce.matcher())]);
  }
  return all;
};

test('the same seed gives the same shop', () => {
  const lines = shop(SIZE);
  expect(lines).toHaveLength(SIZE.lines);
  expect(shop(SIZE)).toEqual(lines);
  expect(shop({ ...SIZE, seed: 1 })).not.toEqual(lines);
});

test('at every quarter of a year everybody carries what the meanings say', () => {
  const hear = createHear(inForce);
  const stages = inForce.tree().descendants('stage');
  const customers = byCustomer();
  expect(customers.size).toBe(SIZE.customers);
  for (const [who, events] of customers)
    for (const now of QUARTERS) {
      const until = events.filter(({ at }) => at <= now);
      if (until.length === 0) continue;
      const { tags } = fold(until, now, inForce.rules());
      const claims = slowlyEvaluate(until, now, hear);
      const carried = Object.fromEntries([...claims.tags.keys()].map((tag) => [tag, tags[tag] !== undefined]));
      expect(carried, who).toEqual(Object.fromEntries(claims.tags));
      expect(stages.find((id) => tags[id]) ?? null, who).toBe(claims.stage);
    }
});
