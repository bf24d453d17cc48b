import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer, CustomerState } from '../src/domain/customer.ts';
import type { KeptEvent } from '../src/domain/event.ts';
import { advance } from '../src/fold/advance.ts';
import { anyHistory } from './support/any-history.ts';
import { createHear } from './support/hear.ts';
import { shippedInForce } from './support/in-force.ts';
import { DAY, START } from './support/lines.ts';
import { retell } from './support/retell.ts';
import { slowlyEvaluate } from './support/slow-evaluator.ts';

const inForce = await shippedInForce();
const rules = inForce.rules();
const hear = createHear(inForce);
const RUNS = Number(process.env['RUNS'] ?? 250);
const STAGES = inForce.tree().descendants('stage');

/** The real program, living through the events as they come and looked at whenever somebody asks. */
const createLive = (events: readonly KeptEvent[]) => {
  const rest = [...events].sort((a, b) => a.at - b.at || (a._id < b._id ? -1 : 1));
  const seen: KeptEvent[] = [];
  let held: Customer | undefined;
  return (until: number): CustomerState | undefined => {
    const now: KeptEvent[] = [];
    while (rest[0] && rest[0].at <= until) now.push(rest.shift() as KeptEvent);
    if (now.length > 0 || held) held = advance({ id: 'u1', held, events: now, history: seen, until, asOf: 0, rules }).customer;
    seen.push(...now);
    return held?.state;
  };
};

const EDGES = [3, 14, 30, 365].flatMap((days) => [-1, 0, 1].map((ms) => days * DAY + ms));

const expectAgreement = (events: readonly KeptEvent[], moments: readonly number[]) => {
  const at = createLive(events);
  for (const moment of [...new Set(moments)].sort((a, b) => a - b)) {
    const state = at(moment);
    if (!state) continue;
    const claims = slowlyEvaluate([...events], moment, hear);
    const when = `at ${(moment - START) / 3_600_000} h of\n${retell(events)}\n`;
    const carried = Object.fromEntries([...claims.tags.keys()].map((tag) => [tag, state.tags[tag] !== undefined]));
    expect(carried, when).toEqual(Object.fromEntries(claims.tags));
    if (claims.stage !== undefined) expect(STAGES.find((id) => state.tags[id]) ?? null, when).toBe(claims.stage);
  }
};

describe('a tag that a rule sets', () => {
  it('is carried exactly while the meaning of its condition holds: at every event, at every edge, and in between', () => {
    const asked = fc.array(fc.integer({ min: 0, max: 500 * 24 * 60 }), { maxLength: 5 });
    fc.assert(
      fc.property(anyHistory(inForce.matcher()), asked, (events, minutes) => {
        const edges = events.flatMap(({ at }) => [at, ...EDGES.map((edge) => at + edge)]);
        expectAgreement(events, [...edges, ...minutes.map((minute) => START + minute * 60_000)]);
      }),
      { numRuns: RUNS },
    );
  });
});
