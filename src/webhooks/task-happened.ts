import { taskRowId } from '../domain/ledger.ts';
import { common, type Happened, iso, type Told } from './happened.ts';

const TYPES: Readonly<Record<string, string>> = {
  task: 'task.created',
  task_done: 'task.closed',
  task_resolved: 'task.closed',
};

/** What lines of the history say of tasks. Their titles are somebody's words, and stay here. */
export const taskHappened = ({ customer, from, ledger }: Told): Happened[] =>
  ledger.flatMap((row): Happened[] => {
    const type = TYPES[row.action];
    if (type === undefined) return [];
    const task = customer.state.tasks.find(({ id }) => taskRowId(customer._id, from, id) === row._id);
    if (!task) return [];
    const { id, owner, due, state } = task;
    const data = { ...common(row), task: { id, owner, due: due === null ? null : iso(due), state } };
    return [{ key: row._id, type, at: row.at, tags: [], data }];
  });
