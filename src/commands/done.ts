import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';
import { findTask } from './find-task.ts';
import { readArgs } from './read-args.ts';
import { refuseViewer } from './refuse-viewer.ts';
import { changeTask } from './task.ts';

export const done: Command = {
  name: 'done',
  aliases: ['完成'],
  usage: { zh: 'done 编号或客户', en: 'done ID or CUSTOMER' },
  summary: {
    zh: '完成一项任务：编号写开头或结尾就行；客户只有一项时写客户也行',
    en: 'closes a task: by the beginning or end of its id, or by a customer who has only one',
  },
  writes: true,
  run: async (context, args) => {
    const { words } = readArgs(args);
    const word = words.length > 0 ? words.join(' ') : context.atHand;
    if (word === null) throw new UsageError('done_usage');
    await refuseViewer(context, null);
    const { customer, task } = await findTask(context, word);
    return changeTask(context, customer, { op: 'done', id: task.id });
  },
};
