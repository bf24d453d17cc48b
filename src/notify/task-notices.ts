import type { CustomerState } from '../domain/customer.ts';
import type { Notice } from '../domain/notice.ts';
import { remindersOf, type Task } from '../domain/task.ts';
import { HOUR, type Instant } from '../domain/time.ts';

/** What a customer's tasks were before something happened. */
export interface TasksBefore {
  tasks: ReadonlyMap<string, Task>;
  /** Up to when everything was seen. */
  seen: Instant;
}

/** How far in the past a task may have begun and still be news: a late message's is, one of a year ago is not. */
const NEWS = HOUR;

export const tasksBefore = ({ tasks, at, ranTo }: Pick<CustomerState, 'tasks' | 'at' | 'ranTo'>): TasksBefore => ({
  // Copies: folding on changes them.
  tasks: new Map(tasks.map((task) => [task.id, { ...task }])),
  seen: Math.max(at, ranTo),
});

/** The owners of tasks hear of new ones, unless they made them themselves, and are reminded of those that fall due. */
export const taskNotices = (customer: string, before: TasksBefore, state: CustomerState): Notice[] => {
  const now = Math.max(state.at, state.ranTo);
  const tell = (task: Task, why: 'new' | 'due', at: Instant): Notice => ({
    key: `task/${customer}/${task.id}/${why}${why === 'due' ? `/${at}` : ''}`,
    ...(why === 'new' && task.by.kind === 'person' ? { by: task.by.id } : {}),
    ...{ to: task.owner ?? '', at, urgent: false, body: { kind: 'task', customer, task: task.id, why } },
  });
  return state.tasks.flatMap((task) => {
    if (task.state !== 'open' || task.owner === null) return [];
    const fresh = !before.tasks.has(task.id) && task.createdAt > before.seen - NEWS;
    const due = remindersOf(task).filter((at) => at > before.seen && at <= now);
    return [...(fresh ? [tell(task, 'new', task.createdAt)] : []), ...due.map((at) => tell(task, 'due', at))];
  });
};
