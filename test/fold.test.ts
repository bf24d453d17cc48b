import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer, CustomerState } from '../src/domain/customer.ts';
import type { KeptEvent } from '../src/domain/event.ts';
import { advance } from '../src/fold/advance.ts';
import { fold } from '../src/fold/fold.ts';
import { anyHistory } from './support/any-history.ts';
import { shippedInForce } from './support/in-force.ts';
import { DAY, START } from './support/lines.ts';
import { retell } from './support/retell.ts';

const inForce = await shippedInForce();
const rules = inForce.rules();
const RUNS = Number(process.env['RUNS'] ?? 700);
const END = START + 120 * DAY;
const histories = anyHistory(inForce.matcher());

/** What must not depend on the order of arrival. How far the clock once went for a customer is no part of it. */
const canonical = ({ ranTo: _, ...state }: CustomerState) => state;

/** Lives through events as they arrive, a few at a time, as the pipeline does. The clock looks after each of them, up to where it says. */
const live = (batches: readonly KeptEvent[][], looks: readonly number[] = []): CustomerState => {
  let held: Customer | undefined;
  const seen: KeptEvent[] = [];
  const ledger = new Set<string>();
  const take = (events: readonly KeptEvent[], until: number) => {
    const done = advance({ id: 'u1', held, events, history: seen, until, asOf: 0, rules });
    for (const { _id } of done.ledger) {
      expect(ledger.has(_id), `ledger row ${_id} twice`).toBe(false);
      ledger.add(_id);
    }
    held = done.customer;
    seen.push(...events);
  };
  for (const [turn, batch] of batches.entries()) take(batch, looks[turn] ?? 0);
  take([], END);
  if (!held) throw new Error('no events');
  return held.state;
};

const inBatches = (events: readonly KeptEvent[], sizes: readonly number[]): KeptEvent[][] => {
  const rest = [...events];
  const batches: KeptEvent[][] = [];
  for (let turn = 0; rest.length > 0; turn += 1) batches.push(rest.splice(0, sizes[turn % sizes.length]));
  return batches;
};

const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });
/** Up to where due moments are run after each batch, also beyond what comes later. */
const looks = fc.array(
  fc.integer({ min: -1, max: 110 }).map((days) => (days < 0 ? 0 : START + days * DAY)),
  { minLength: 15, maxLength: 15 },
);

describe('a state is a fold of the events', () => {
  it('is the same for any order of arrival, in batches of any size, wherever the clock looks in between', () => {
    const arrivals = histories.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }), sizes, looks),
    );
    fc.assert(
      fc.property(arrivals, ([events, arrived, cut, seen]) => {
        expect(canonical(live(inBatches(arrived, cut), seen)), retell(events)).toEqual(canonical(fold(events, END, rules)));
      }),
      { numRuns: RUNS },
    );
  });

  it('is the same whether the clock looks in between or only at the end', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 100 }), (events, days) => {
        const sorted = [...events].sort((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1));
        const now = START + days * DAY;
        const early = sorted.filter(({ at }) => at <= now);
        let held: Customer | undefined;
        if (early.length > 0) held = advance({ id: 'u1', held, events: early, history: [], until: now, asOf: 0, rules }).customer;
        const late = sorted.filter(({ at }) => at > now);
        const done = advance({ id: 'u1', held, events: late, history: early, until: END, asOf: 0, rules });
        expect(canonical(done.customer.state)).toEqual(canonical(fold(events, END, rules)));
      }),
      { numRuns: 500 },
    );
  });

  it('never leaves two tags of an exclusive group, nor a restricted tag that only an agent set', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const state = fold(events, END, rules);
        const grades = ['vip', 'regular', 'high_potential'].filter((tag) => state.tags[tag]);
        expect(grades.length).toBeLessThanOrEqual(1);
        for (const cause of state.tags['vip']?.causes ?? []) expect(cause.id).toBe('manager');
      }),
      { numRuns: 500 },
    );
  });
});
