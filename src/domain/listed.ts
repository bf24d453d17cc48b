import type { CustomerState } from './customer.ts';
import { waitingQuotes } from './stale-quotes.ts';
import type { TagTree } from './tag-tree.ts';

/** A customer of whom a quote waits for an answer. */
export const LISTED_QUOTE = 'quote';

/** A customer about whom anybody has an open task. */
export const LISTED_TASK = 'task';

/** A customer about whom this person or team has an open task; null: nobody has it yet. */
export const listedTask = (owner: string | null): string => `task:${owner ?? ''}`;

/** In which lists across customers this one stands: what is open, so that a list reads those alone. */
export const listedIn = (state: CustomerState, tree: TagTree): string[] => {
  const quotes = state.quotes.some((quote) => quote.state === 'open') || waitingQuotes(state, tree).length > 0;
  const tasks = state.tasks.filter((task) => task.state === 'open').map(({ owner }) => listedTask(owner));
  return [...(quotes ? [LISTED_QUOTE] : []), ...(tasks.length > 0 ? [LISTED_TASK] : []), ...new Set(tasks)].sort();
};
