import type { CustomerState } from '../domain/customer.ts';

/** Gives another person what one has of this customer: the customer, open tasks, open quotes. Changes `state`. */
export const handOver = (state: CustomerState, { from, to }: { from: string; to: string }): void => {
  if (state.owner?.id === from) state.owner = { id: to, name: null, byHand: true };
  for (const task of state.tasks) if (task.state === 'open' && task.owner === from) task.owner = to;
  for (const quote of state.quotes) if (quote.state === 'open' && quote.owner === from) quote.owner = to;
};
