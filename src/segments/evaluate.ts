import type { Facts } from '../domain/customer.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { holds } from './comparison.ts';
import { FACTS } from './fact-names.ts';
import { type Moment, span, storedNumber } from './moment.ts';
import type { BoundTree } from './tree.ts';

/** What a query asks of a customer. */
export interface Subject {
  /** The tags carried, and since when. */
  tags: Readonly<Record<string, { since: Instant }>>;
  /** The tags that were only suggested. */
  suggested: readonly string[];
  facts: Facts;
}

type Fact = Extract<BoundTree, { kind: 'fact' }>;

/** Whether a customer is in the segment: the meaning in its plainest form, against which the rest is tested. */
export function evaluateSegment({ bound, customer, moment }: { bound: BoundTree; customer: Subject; moment: Moment }): boolean {
  const { tags, suggested, facts } = customer;
  const within = (item: BoundTree): boolean => evaluateSegment({ bound: item, customer, moment });
  switch (bound.kind) {
    case 'tag':
      return bound.carriers.some((id) => Object.hasOwn(tags, id));
    case 'suggested':
      return bound.carriers.some((id) => suggested.includes(id));
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
  const { measure, field } = FACTS[fact];
  const value = facts[field];
  if (value === null) return false;
  if (measure === 'days') return holds(moment.at - value, operator, span(number), DAY);
  return holds(value, operator, storedNumber(fact, number, moment));
}
