import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUSTOMER_SCHEMA, type Customer, type CustomerState } from '../src/domain/customer.ts';
import type { KeptEvent } from '../src/domain/event.ts';
import { advance } from '../src/fold/advance.ts';
import { fold } from '../src/fold/fold.ts';
import { anyMoves } from './support/any-moves.ts';
import { createHear } from './support/hear.ts';
import { shippedInForce } from './support/in-force.ts';
import { HOUR, START } from './support/lines.ts';
import { retell } from './support/retell.ts';
import { slowlyEvaluate } from './support/slow-evaluator.ts';

const inForce = await shippedInForce();
const rules = inForce.rules();
const hear = createHear(inForce);
const RUNS = Number(process.env['RUNS'] ?? 400);
const STAGES = inForce.tree().descendants('stage');

const stageIn = (tags: object): string | null => STAGES.find((id) => id in tags) ?? null;

/** What is stored after the events came one by one in this order, each taken in at once. */
const lived = (events: readonly KeptEvent[]): Customer => {
  let held: Customer | undefined;
  for (const [place, event] of events.entries()) {
    const given = { id: 'u1', events: [event], history: events.slice(0, place), until: 0, asOf: 0, rules };
    held = advance({ ...given, held: structuredClone(held) }).customer;
  }
  return held as Customer;
};

const inTime = (events: readonly KeptEvent[]): KeptEvent[] => [...events].sort((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1));

const factEvent = (name: string, data: Record<string, unknown>, hours: number): KeptEvent => ({
  ...{ _id: `${name}${hours}`, message: `${name}${hours}`, state: 'done', keptAt: 0, at: START + hours * HOUR },
  ...{ channel: 'shop', account: '', conversation: '', identity: 'shop//u1', name: null, joinKey: null, customer: 'u1' },
  ...{ from: 'system', agent: null, body: { kind: 'fact', name, data } },
});
const paymentOf = (order: string, hours: number) => factEvent('payment', { order, amount: 100 }, hours);

describe('the stage', () => {
  it('is at every event where the moves that stand lead, whatever was taken back of them', () => {
    fc.assert(
      fc.property(anyMoves(inForce.matcher()), (events) => {
        for (const moment of new Set(events.map(({ at }) => at))) {
          const until = events.filter(({ at }) => at <= moment);
          const { stage } = slowlyEvaluate(until, moment, hear);
          expect(stage).toBeDefined();
          expect(stageIn(fold(until, moment, rules).tags), retell(until)).toBe(stage);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is the same with all that is remembered of it, told at once, event by event or out of order', () => {
    fc.assert(
      fc.property(anyMoves(inForce.matcher()), (events) => {
        const whole = fold(events, 0, rules);
        const live = lived(inTime(events)).state;
        const late = lived(events).state;
        for (const { tags, paths, suggested, rejected } of [live, late])
          expect({ tags, paths, suggested, rejected }, retell(events)).toEqual({
            ...{ tags: whole.tags, paths: whole.paths, suggested: whole.suggested, rejected: whole.rejected },
          });
      }),
      { numRuns: RUNS },
    );
  });

  it('of a customer who was stored without the moves is found again from the whole history', () => {
    const [first, second] = ['O1', 'O2'].map((order, n) => paymentOf(order, n)) as [KeptEvent, KeptEvent];
    const { paths: _, ...older } = lived([first, second]).state;
    const held = { ...lived([first, second]), schema: CUSTOMER_SCHEMA - 1, state: older as CustomerState };
    const refund = factEvent('refund', { order: 'O1', amount: 100 }, 2);
    const given = { id: 'u1', events: [refund], history: [first, second], until: 0, asOf: 0, rules };
    const { state } = advance({ ...given, held }).customer;
    expect(state).toEqual(fold([first, second, refund], 0, rules));
    expect(stageIn(state.tags)).toBe('won');
  });

  it('remembers as many moves as fifty orders make; what more than that speak for stands for good', () => {
    const orders = Array.from({ length: 110 }, (_, n) => paymentOf(`O${n}`, 1 + n));
    const refunds = orders.map((_, n) => factEvent('refund', { order: `O${n}`, amount: 100 }, 200 + n));
    const life = (bought: number, returned: number) =>
      fold([...orders.slice(0, bought), ...refunds.slice(0, returned)], 0, rules);
    expect(life(50, 0).paths['stage']?.moves).toHaveLength(99);
    expect([48, 49, 50].map((returned) => stageIn(life(50, returned).tags))).toEqual(['repeat_customer', 'won', null]);
    expect(life(51, 0).paths['stage']?.moves).toHaveLength(50);
    expect(stageIn(life(51, 51).tags)).toBe('won');
    expect(life(110, 0).paths).toEqual({});
    expect(stageIn(life(110, 110).tags)).toBe('repeat_customer');
  });
});
