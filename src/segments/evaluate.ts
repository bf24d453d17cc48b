import type { Facts } from '../domain/customer.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { holds } from './comparison.ts';
import { type Moment, span, storedNumber } from './moment.ts';
import type { BoundTree } from './tree.ts';

/** What a query asks of a customer. */
export interface Subject {
  /** The tags carried, and since when. */
  tags: Readonly<Record<string, { since: Instant }>>;
  facts: Facts;
}

type Fact = Extract<BoundTree, { kind: 'fact' }>;

/** Whether a customer is in the segment: the meaning in its plainest form, against which the rest is tested. */
export function evaluateSegment({ bound, customer, moment }: { bound: BoundTree; customer: Subject; moment: Moment }): boolean {
  const { tags, facts } = customer;
  const within = (item: BoundTree): boolean => evaluateSegment({ bound: item, customer, moment });
  switch (bound.kind) {
    case 'tag':
      return bound.carriers.some((id) => Object.hasOwn(tags, id));
    case 'age':
      return bound.carriers.some((id) => {
        const tagging = Object.hasOwn(tags, id) ? tags[id] : undefined;
        return tagging !== undefined && holds(moment.at - tagging.since, bound.operator, span(bound.days), DAY);
      });
    case 'fact':
      return evaluateFact(bound, facts, moment);
    case 'field':
      return bound.keys.some((key) => facts.profile.includes(key));
    case 'not':
      return !within(bound.item);
    case 'and':
      return bound.items.every(within);
    case 'or':
      return bound.items.some(within);
  }
}

function evaluateFact({ fact, operator, number }: Fact, facts: Facts, moment: Moment): boolean {
  if (fact === 'silence') return holds(moment.at - facts.silentSince, operator, span(number), DAY);
  if (fact === 'lastPurchase')
    return facts.lastPurchaseAt !== null && holds(moment.at - facts.lastPurchaseAt, operator, span(number), DAY);
  if (fact === 'lastContact') return holds(moment.at - facts.contactAt, operator, span(number), DAY);
  return holds(facts[fact], operator, storedNumber(fact, number, moment));
}
