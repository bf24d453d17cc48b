import { materialAnswer } from '../answers/material-answer.ts';
import type { Command } from './command.ts';
import { findCustomer } from './find-customer.ts';
import { readArgs } from './read-args.ts';

export const material: Command = {
  name: 'material',
  aliases: ['话术', '素材'],
  usage: { zh: 'material 客户', en: 'material CUSTOMER' },
  summary: {
    zh: '和这位客户的标签对得上的话术、案例、链接、文件，最贴切的在前',
    en: 'replies, cases, links and files that fit the tags of a customer, the most telling first',
  },
  writes: false,
  run: async (context, args) => {
    const { words } = readArgs(args);
    const customer = await findCustomer(context, words.join(' '));
    return { kind: 'material', doc: materialAnswer(context.app, customer, context.lang) };
  },
};
