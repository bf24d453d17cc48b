import type { App } from '../app.ts';
import type { Cause } from '../domain/cause.ts';
import type { Customer } from '../domain/customer.ts';
import type { ReviewAnswer } from '../domain/review.ts';
import { createCauseAnswers } from './cause-answers.ts';
import { ownerName } from './owner-name.ts';
import { ownedIn, type Sight } from './team.ts';

/** Customers whose suggestions are looked at; more than a team confirms in a day. */
const MOST_CUSTOMERS = 1000;

interface Suggestion {
  customer: Customer;
  tag: string;
  cause: Cause;
}

const suggestionsOf = (customer: Customer): Suggestion[] =>
  Object.entries(customer.state.suggested).flatMap(([tag, causes]) => {
    const [surest] = [...causes].sort((a, b) => b.confidence - a.confidence);
    return surest ? [{ customer, tag, cause: surest }] : [];
  });

/** The least certain first, of equal ones the newest. */
const leastCertain = (a: Suggestion, b: Suggestion): number =>
  a.cause.confidence - b.cause.confidence || b.cause.since - a.cause.since || (a.customer._id < b.customer._id ? -1 : 1);

/**
 * Tags in sight that are suggested and wait for a yes or a no, each with the words that it rests on; and how many there are. Where more
 * customers wait than are looked at, it is of some of them.
 */
export const reviewAnswer = async (
  app: App,
  sight: Sight,
  limit: number,
): Promise<Pick<ReviewAnswer, 'count' | 'more' | 'reviews'>> => {
  const tree = app.inForce.tree();
  const customers = await app.store.customers.withSuggestions(MOST_CUSTOMERS, ownedIn(sight));
  const all = customers.flatMap(suggestionsOf).sort(leastCertain);
  const shown = all.slice(0, limit);
  const answers = await createCauseAnswers(
    app.store.events,
    shown.map(({ cause }) => cause),
  );
  return {
    count: all.length,
    ...(customers.length === MOST_CUSTOMERS ? { more: true as const } : {}),
    reviews: shown.map(({ customer: { _id, state }, tag, cause }) => {
      const [answer] = answers([cause]);
      const group = tree.groupOf(tag);
      return {
        customer: { id: _id, name: state.name },
        owner: ownerName(app, state),
        tag: { id: tag, group: group === null ? null : (tree.node(group)?.name ?? group), name: tree.node(tag)?.name ?? tag },
        by: { kind: cause.kind, id: cause.id, version: cause.version },
        confidence: cause.confidence,
        since: answer?.since ?? '',
        evidence: answer?.evidence ?? [],
      };
    }),
  };
};
