import type { App } from '../app.ts';
import type { TaskAnswer, TasksAnswer } from '../domain/answers.ts';
import type { Customer } from '../domain/customer.ts';
import type { Task, TaskChange } from '../domain/task.ts';
import type { Instant } from '../domain/time.ts';
import { UserError } from '../errors.ts';
import { iso, isoOrNull } from './cause-answers.ts';
import { listsOf } from './task-sight.ts';
import { type Sight, sees } from './team.ts';

/** A task's id across customers. */
export const taskId = (customer: string, { id }: Pick<Task, 'id'>): string => `${customer}/${id}`;

/** Whether it hides from lists at this moment. */
const isSnoozed = ({ state, snoozedUntil }: Task, at: Instant): boolean =>
  state === 'open' && snoozedUntil !== null && snoozedUntil > at;

const dueOf = ({ due, createdAt }: Task): Instant => due ?? createdAt;

/** A task as answers show it. */
export const taskAnswer = (app: App, { _id, state }: Customer, task: Task, at: Instant): TaskAnswer => {
  const rule = task.by.kind === 'rule' ? app.inForce.rules().set.all.find(({ id }) => id === task.by.id) : undefined;
  return {
    ...{ id: taskId(_id, task), title: task.title, customer: { id: _id, name: state.name }, owner: task.owner },
    ...{ due: isoOrNull(task.due), state: isSnoozed(task, at) ? 'snoozed' : task.state },
    why: task.by.kind === 'rule' ? (rule?.name ?? task.by.id) : null,
    rule: task.by.kind === 'rule' ? task.by.id : null,
    overdue: task.state === 'open' && task.due !== null && task.due < at,
    snoozedUntil: isoOrNull(task.snoozedUntil),
  };
};

const answersOf = (
  app: App,
  customers: readonly Customer[],
  at: Instant,
  wanted: (task: Task, customer: Customer) => boolean,
): TaskAnswer[] =>
  customers
    .flatMap((customer) => customer.state.tasks.filter((task) => wanted(task, customer)).map((task) => ({ customer, task })))
    .sort((a, b) => dueOf(a.task) - dueOf(b.task) || (taskId(a.customer._id, a.task) < taskId(b.customer._id, b.task) ? -1 : 1))
    .map(({ customer, task }) => taskAnswer(app, customer, task, at));

/** The open tasks within a sight, or those of one customer among them, earliest due first; `snoozed`: those that hide too. Reads only customers with such tasks. */
export const tasksAnswer = async (
  app: App,
  { sight, snoozed, at, customer }: { sight: Sight; snoozed: boolean; at: Instant; customer?: Customer | undefined },
): Promise<TasksAnswer> => {
  const customers = customer ? [customer] : await app.store.customers.listed(listsOf(sight));
  const wanted = (task: Task) => task.state === 'open' && sees(sight, task.owner) && (snoozed || !isSnoozed(task, at));
  return { asOf: iso(at), tasks: answersOf(app, customers, at, wanted) };
};

/** One customer's open tasks in sight after a person's change, with those that it touched. */
export const changedTasks = async (app: App, sight: Sight, id: string, changes: readonly TaskChange[]): Promise<TasksAnswer> => {
  const [customer] = await app.store.customers.load([id]);
  if (!customer) throw new UserError('unknown_customer', { name: id });
  const at = Math.max(app.clock.asOf(), customer.state.at);
  const touched = new Set(changes.map((change) => change.id));
  const tasks = answersOf(
    app,
    [customer],
    at,
    (task) => touched.has(task.id) || (task.state === 'open' && sees(sight, task.owner)),
  );
  const titles = new Map(tasks.map((task) => [task.id, task.title]));
  const told = changes.map((change) => {
    const full = taskId(id, change);
    return { action: change.op, id: full, title: titles.get(full) ?? '' };
  });
  return { asOf: iso(at), tasks, changes: told };
};
