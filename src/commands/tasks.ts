import { sightFor, taskSight } from '../answers/task-sight.ts';
import { tasksAnswer } from '../answers/tasks-answer.ts';
import { type Sight, seenBy, sees } from '../answers/team.ts';
import { UserError } from '../errors.ts';
import { auditDenials } from './change-customer.ts';
import type { Command, Context } from './command.ts';
import { readOwner } from './customer-words.ts';
import { findCustomer } from './find-customer.ts';
import { readArgs } from './read-args.ts';

/** Whose tasks are asked for: all that one sees, or those of one person among them. */
const sightAsked = async (context: Context, name: string | undefined): Promise<Sight> => {
  const people = context.app.inForce.people();
  const sight = taskSight(context.actor, people);
  if (name === undefined) return sight;
  const person = readOwner(context, name);
  if (!sees(sight, person)) {
    const refused = new UserError('tasks_not_seen', { name });
    await auditDenials(context, null, refused);
    throw refused;
  }
  return sightFor(person, people);
};

export const tasks: Command = {
  name: 'tasks',
  aliases: ['待办'],
  usage: { zh: 'tasks [客户] [--all] [--for 同事]', en: 'tasks [CUSTOMER] [--all] [--for PERSON]' },
  summary: {
    zh: '我的待办，或一位客户的，最早到期的在前；--all 连推迟的也列出；主管看到整个团队的',
    en: 'what I have to do, or what of one customer, earliest due first; --all with what is snoozed; managers see their whole team',
  },
  writes: false,
  run: async (context, args) => {
    const { app } = context;
    const { words, options } = readArgs(args, ['for'], ['all']);
    const sight = await sightAsked(context, options.get('for'));
    const customer = words.length > 0 ? await findCustomer(context, words.join(' ')) : undefined;
    const doc = await tasksAnswer(app, { sight, snoozed: options.has('all'), at: app.clock.asOf(), customer });
    return { kind: 'tasks', doc: { ...doc, seen: seenBy(context.actor, app.inForce.people()) } };
  },
};
