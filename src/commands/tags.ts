import { stateAt } from '../answers/state-at.ts';
import { tagsAnswer } from '../answers/tags-answer.ts';
import type { Command } from './command.ts';
import { findCustomer } from './find-customer.ts';
import { readArgs } from './read-args.ts';
import { readTime } from './read-time.ts';

export const tags: Command = {
  name: 'tags',
  aliases: ['标签'],
  usage: { zh: 'tags 客户 [--at 时间]', en: 'tags CUSTOMER [--at TIME]' },
  summary: { zh: '这位客户有哪些标签，各是为什么', en: 'the tags of a customer, each with its reason' },
  writes: false,
  run: async (context, args) => {
    const { app } = context;
    const { words, options } = readArgs(args, ['at']);
    const customer = await findCustomer(context, words.join(' '));
    const at = options.get('at');
    if (at === undefined) return { kind: 'tags', doc: await tagsAnswer(app, customer, customer.state, app.clock.asOf()) };
    const asOf = Math.min(readTime(at, app.inForce.config().zone, true), app.clock.asOf());
    return { kind: 'tags', doc: await tagsAnswer(app, customer, await stateAt(app, customer, asOf), asOf) };
  },
};
