import type { CustomerState } from '../domain/customer.ts';
import type { CommandBody } from '../domain/event.ts';
import { AHEAD, forgetClosed, STATE, stateTaskRule, type Task, type TaskChange } from '../domain/task.ts';
import type { Instant } from '../domain/time.ts';
import { UserError } from '../errors.ts';
import type { Refusal } from './change-by-person.ts';

/**
 * The task that was meant when the rule behind it, which is another now, asked for it at another moment: the open one, else it is done
 * before it is asked for. Nothing for tasks of any other kind.
 */
const sameTask = (state: CustomerState, { op, id }: TaskChange, at: Instant): Task | undefined => {
  const rule = op === 'add' ? null : stateTaskRule(id);
  if (rule === null) return undefined;
  const mine = ({ by, about }: Task) => by.kind === 'rule' && by.id === rule && about === STATE;
  const open = state.tasks.find((task) => mine(task) && task.state === 'open');
  if (open || op !== 'done' || state.tasks.some((task) => mine(task) && task.state === 'done')) return open;
  state.tasks.push({
    ...{ id, title: rule, owner: null, due: null, snoozedUntil: null, state: 'done', createdAt: at, closedAt: at },
    ...{ by: { kind: 'rule', id: rule }, about: AHEAD },
  });
  return undefined;
};

/** Makes one change; false where there is nothing to change. */
const change = (state: CustomerState, one: TaskChange, by: string, at: Instant): boolean => {
  const known = state.tasks.find(({ id }) => id === one.id) ?? sameTask(state, one, at);
  if (one.op === 'add') {
    if (known) return false;
    const { id, title, owner, due } = one;
    const open = { snoozedUntil: null, state: 'open' as const, createdAt: at, closedAt: null };
    state.tasks.push({ id, title, owner, due, ...open, by: { kind: 'person', id: by }, about: null });
    return true;
  }
  if (known?.state !== 'open') return false;
  if (one.op === 'snooze') known.snoozedUntil = one.until;
  else Object.assign(known, { state: 'done', closedAt: at });
  return true;
};

/**
 * A person's change of a customer's tasks, in `state`. Given now (`asked`), one about a task that is not open is refused; one
 * accepted once that finds nothing to do any more, because another was undone, does nothing. Refusals name no tag.
 */
export const changeTasks = (state: CustomerState, { actor, tasks = [] }: CommandBody, at: Instant, asked: boolean): Refusal[] => {
  if (tasks.length === 0) return [];
  if (actor.role === 'viewer') return [{ tag: '', error: new UserError('viewer_changes_nothing'), denied: true }];
  const refusals = tasks.flatMap((one) =>
    change(state, one, actor.id, at) || !asked
      ? []
      : [{ tag: '', error: new UserError('task_gone', { id: one.id }), denied: false }],
  );
  state.tasks = forgetClosed(state.tasks);
  return refusals;
};
