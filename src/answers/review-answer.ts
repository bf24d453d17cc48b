import type { App } from '../app.ts';
import type { Cause } from '../domain/cause.ts';
import type { Customer } from '../domain/customer.ts';
import type { ReviewAnswer } from '../domain/review.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { createCauseAnswers } from './cause-answers.ts';
import { ownerName } from './owner-name.ts';
import { ownedIn, type Sight } from './team.ts';

/** Customers whose suggestions are looked at; more than a team confirms in a day. */
const MOST_CUSTOMERS = 1000;

/** A tag that is suggested for a customer, and the surest reason for it. */
export interface Suggestion {
  customer: Customer;
  tag: string;
  cause: Cause;
}

/** The same suggestion at any later moment. */
export const suggestionId = ({ customer, tag }: Suggestion): string => JSON.stringify([customer._id, tag]);

const suggestionsOf = (customer: Customer): Suggestion[] =>
  Object.entries(customer.state.suggested).flatMap(([tag, causes]) => {
    const [surest] = [...causes].sort((a, b) => b.confidence - a.confidence);
    return surest ? [{ customer, tag, cause: surest }] : [];
  });

/** The least certain first, of equal ones the newest. */
const leastCertain = (a: Suggestion, b: Suggestion): number =>
  a.cause.confidence - b.cause.confidence || b.cause.since - a.cause.since || (a.customer._id < b.customer._id ? -1 : 1);

/**
 * Tags in sight that are suggested and wait for a yes or a no; `more`: where more customers wait than are looked at.
 * @param later ids of those that somebody put off: they come last.
 */
export const waitingSuggestions = async (
  app: App,
  sight: Sight,
  later: readonly string[],
): Promise<{ waiting: Suggestion[]; more: boolean }> => {
  const customers = await app.store.customers.withSuggestions(MOST_CUSTOMERS, ownedIn(sight));
  const all = customers.flatMap(suggestionsOf).sort(leastCertain);
  const off = (one: Suggestion) => later.includes(suggestionId(one));
  return { waiting: [...all.filter((one) => !off(one)), ...all.filter(off)], more: customers.length === MOST_CUSTOMERS };
};

/** A tag as answers name it. */
export const tagNamed = (tree: TagTree, tag: string): ReviewAnswer['reviews'][number]['tag'] => {
  const group = tree.groupOf(tag);
  return { id: tag, group: group === null ? null : (tree.node(group)?.name ?? group), name: tree.node(tag)?.name ?? tag };
};

/** Suggestions as answers tell them, each with the words that it rests on and the number to type for it. */
export const reviewItems = async (
  app: App,
  shown: readonly (Suggestion & { number: number })[],
): Promise<ReviewAnswer['reviews']> => {
  const tree = app.inForce.tree();
  const answers = await createCauseAnswers(
    app.store.events,
    shown.map(({ cause }) => cause),
  );
  return shown.map(({ number, customer: { _id, state }, tag, cause }) => {
    const [answer] = answers([cause]);
    return {
      number,
      customer: { id: _id, name: state.name },
      owner: ownerName(app, state),
      tag: tagNamed(tree, tag),
      by: { kind: cause.kind, id: cause.id, version: cause.version },
      confidence: cause.confidence,
      since: answer?.since ?? '',
      evidence: answer?.evidence ?? [],
    };
  });
};
