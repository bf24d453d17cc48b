import { randomBytes } from 'node:crypto';
import { taskSight } from '../answers/task-sight.ts';
import { changedTasks } from '../answers/tasks-answer.ts';
import { zoneOf } from '../answers/zone-of.ts';
import type { Customer } from '../domain/customer.ts';
import type { Reply } from '../domain/reply.ts';
import type { TaskChange } from '../domain/task.ts';
import type { Instant } from '../domain/time.ts';
import { UsageError, UserError } from '../errors.ts';
import { changeCustomer } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { emptyChange } from './command-event.ts';
import { readDue } from './due/read-due.ts';
import { findTask } from './find-task.ts';
import { readArgs } from './read-args.ts';
import { refuseViewer } from './refuse-viewer.ts';
import { partCustomer, readTaskOwner, readTitle } from './task-words.ts';

const SNOOZE = ['snooze', '推迟', '稍后'];

/** Makes the change and answers with the customer's tasks. */
export const changeTask = async (context: Context, customer: Customer, change: TaskChange): Promise<Reply> => {
  const sight = taskSight(context.actor, context.app.inForce.people());
  await changeCustomer(context, customer, { ...emptyChange, tasks: [change] });
  return { kind: 'tasks', doc: await changedTasks(context.app, sight, customer._id, [change]) };
};

/** Notes something to do. `due`: null is at once; `to`: a person or a team, else as `readTaskOwner` says. */
export const addTask = (
  context: Context,
  customer: Customer,
  { title, due, to }: { title: string; due: Instant | null; to: string | undefined },
): Promise<Reply> => {
  const words = readTitle(title);
  const owner = readTaskOwner(context, to, customer);
  const id = `t${randomBytes(3).toString('hex')}`;
  return changeTask(context, customer, { op: 'add', id, title: words, owner, due });
};

/** What time it is for this customer: never before what they have lived through. */
const nowOf = ({ app }: Context, { state }: Customer): number => Math.max(app.clock.asOf(), state.at, state.ranTo);

const snooze = async (context: Context, [id, ...when]: readonly string[]): Promise<Reply> => {
  if (id === undefined || when.length === 0) throw new UsageError('snooze_usage');
  await refuseViewer(context, null);
  const { customer, task } = await findTask(context, id);
  const now = nowOf(context, customer);
  const words = when.join(' ');
  const until = await readDue(words, now, zoneOf(context.app, context.actor.id));
  if (until === null || until.rest !== '') throw new UsageError('task_when', { text: words });
  if (until.at <= now) throw new UserError('task_when_past', { text: words });
  return changeTask(context, customer, { op: 'snooze', id: task.id, until: until.at });
};

export const task: Command = {
  name: 'task',
  aliases: ['任务'],
  usage: {
    zh: 'task 客户 [时间] 要做的事 [--to 同事] · task snooze 编号 时间',
    en: 'task CUSTOMER TITLE [WHEN] [--to PERSON] · task snooze ID WHEN',
  },
  summary: {
    zh: '记一件要做的事，如 task 老王 明天下午3点 回电话；不写时间就是马上；snooze 是推迟到那时再提醒',
    en: 'notes something to do, like: task mei friday 15:00 call back; at once without a time; snooze hides it until then',
  },
  writes: true,
  run: async (context, args) => {
    const { words, options } = readArgs(args, ['to']);
    if (SNOOZE.includes(words[0] ?? '')) return snooze(context, words.slice(1));
    const { customer, text } = await partCustomer(context, words);
    const due = await readDue(text, nowOf(context, customer), zoneOf(context.app, context.actor.id));
    return addTask(context, customer, { title: due?.rest ?? text, due: due?.at ?? null, to: options.get('to') });
  },
};
