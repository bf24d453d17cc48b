import { listsOf, taskSight } from '../answers/task-sight.ts';
import { taskId } from '../answers/tasks-answer.ts';
import { type Sight, sees } from '../answers/team.ts';
import type { Customer } from '../domain/customer.ts';
import type { Task } from '../domain/task.ts';
import { UserError } from '../errors.ts';
import type { Context } from './command.ts';
import { findCustomer } from './find-customer.ts';

const MOST_CHOICES = 5;

export interface FoundTask {
  customer: Customer;
  task: Task;
}

const openOf = (customers: readonly Customer[]): FoundTask[] =>
  customers.flatMap((customer) =>
    customer.state.tasks.filter(({ state }) => state === 'open').map((task) => ({ customer, task })),
  );

const oneOf = (word: string, found: readonly FoundTask[]): FoundTask | undefined => {
  const [first, ...others] = found;
  if (others.length === 0) return first;
  const choices = found.slice(0, MOST_CHOICES).map(({ customer, task }) => `${taskId(customer._id, task)} ${task.title}`);
  throw new UserError('ambiguous_task', { id: word, choices: choices.join(', ') });
};

/** By its whole id, else by the beginning or the end of one. */
const among = (word: string, tasks: readonly FoundTask[]): FoundTask | undefined => {
  const whole = ({ customer, task }: FoundTask) => taskId(customer._id, task);
  const exact = tasks.filter((one) => whole(one) === word || one.task.id === word);
  if (exact.length > 0) return oneOf(word, exact);
  const parts = (one: FoundTask) => [whole(one), one.task.id];
  return oneOf(
    word,
    tasks.filter((one) => parts(one).some((id) => id.startsWith(word) || id.endsWith(word))),
  );
};

const byCustomer = async (context: Context, word: string, sight: Sight): Promise<FoundTask | undefined> => {
  try {
    const theirs = openOf([await findCustomer(context, word)]);
    return oneOf(
      word,
      theirs.filter(({ task }) => sees(sight, task.owner)),
    );
  } catch (error) {
    if (error instanceof UserError && error.code === 'unknown_customer') return undefined;
    throw error;
  }
};

/**
 * The open task that a word means, among those that one may see: its id, the beginning or end of it, or a customer who has only one.
 * @throws UserError when none or more than one is meant.
 */
export const findTask = async (context: Context, typed: string): Promise<FoundTask> => {
  // Tables clip long ids.
  const word = typed.replace(/…$/, '');
  const { app, actor } = context;
  const sight = taskSight(actor, app.inForce.people());
  const own = openOf(await app.store.customers.listed(listsOf(sight))).filter(({ task }) => sees(sight, task.owner));
  const found = among(word, own) ?? (await byCustomer(context, word, sight));
  if (!found) throw new UserError('unknown_task', { id: word });
  return found;
};
