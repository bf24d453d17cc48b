import type { Collections } from './collections.ts';
import { living } from './living.ts';

/** Counts the open tasks and quotes that one person has of the customers who match. */
export const createOpenMatters =
  ({ customers }: Collections) =>
  async (filter: object, owner: string): Promise<{ tasks: number; quotes: number }> => {
    const mine = { $and: [{ $eq: ['$$this.owner', owner] }, { $eq: ['$$this.state', 'open'] }] };
    const open = (list: string) => ({ $size: { $filter: { input: `$state.${list}`, cond: mine } } });
    const [sum] = await customers.aggregate<{ tasks: number; quotes: number }>([
      { $match: { $and: [filter, living] } },
      { $group: { _id: null, tasks: { $sum: open('tasks') }, quotes: { $sum: open('quotes') } } },
      { $project: { _id: 0 } },
    ]);
    return sum ?? { tasks: 0, quotes: 0 };
  };
