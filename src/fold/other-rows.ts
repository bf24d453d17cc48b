import type { CustomerState } from '../domain/customer.ts';
import type { CommandBody, KeptEvent } from '../domain/event.ts';
import { type LedgerRow, taskRowId } from '../domain/ledger.ts';
import type { Task } from '../domain/task.ts';

/** A person's changes of a customer's profile and owner, as the history tells them: which field, never what stands in it. */
const profileRows = (
  customer: string,
  { _id, at }: KeptEvent,
  { actor, fields, owner, undo, handover }: CommandBody,
): LedgerRow[] => {
  const cause = { kind: 'person' as const, id: actor.id, version: '1' };
  const row = (action: 'field' | 'owner' | 'undo', note: string): LedgerRow => ({
    ...{ _id: `${_id}/${action}/${note}`, customer, at, tag: '', action, actor: actor.id, cause, note },
  });
  return [
    ...Object.keys(fields).map((field) => row('field', field)),
    ...(owner === null ? [] : [row('owner', owner)]),
    ...(handover ? [row('owner', handover.to)] : []),
    ...(undo === null ? [] : [row('undo', '')]),
  ];
};

type TaskAction = 'task' | 'task_done' | 'task_resolved' | 'task_snoozed';

/** What happened to a task between two moments; null for nothing. */
const taskAction = (was: Task | undefined, task: Task): TaskAction | null => {
  if (!was) return 'task';
  if (was.state !== task.state) return task.state === 'open' ? null : `task_${task.state}`;
  return was.snoozedUntil === task.snoozedUntil ? null : 'task_snoozed';
};

/** Who did something to a task: the person whose command it was, else the rule that the task is of. */
const doer = (task: Task, commands: readonly CommandBody[]) => {
  const told = commands.findLast(({ tasks = [] }) => tasks.some(({ id }) => id === task.id));
  return told ? { kind: 'person' as const, id: told.actor.id, version: '1' } : { ...task.by, version: '' };
};

/**
 * Everything about a customer that is no tag and was changed by people or rules: fields, owner, tasks. `before`: the tasks as they
 * were; null: their changes are no news.
 */
export const otherRows = (
  customer: string,
  version: number,
  before: ReadonlyMap<string, Task> | null,
  { tasks, at, ranTo }: CustomerState,
  events: readonly KeptEvent[],
): LedgerRow[] => {
  const commands = events.flatMap((event) => (event.body.kind === 'command' ? [event.body] : []));
  const taskRows = (before ? tasks : []).flatMap((task): LedgerRow[] => {
    const action = taskAction(before?.get(task.id), task);
    if (action === null) return [];
    const cause = doer(task, commands);
    const when = action === 'task' ? task.createdAt : (task.closedAt ?? Math.max(at, ranTo));
    const actor = cause.kind === 'person' ? cause.id : cause.kind;
    return [{ _id: taskRowId(customer, version, task.id), customer, at: when, tag: '', action, actor, cause, note: task.title }];
  });
  return [
    ...events.flatMap((event) => (event.body.kind === 'command' ? profileRows(customer, event, event.body) : [])),
    ...taskRows,
  ];
};
