import { findTags } from '../domain/find-tags.ts';
import { nameKey } from '../domain/tag-name.ts';
import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';
import { readArgs } from './read-args.ts';

const MOST = 20;

export const find: Command = {
  name: 'find',
  aliases: ['查找'],
  usage: { zh: 'find 开头', en: 'find BEGINNING' },
  summary: { zh: '按名字、别名、编号的开头找客户和标签', en: 'customers and tags whose name, alias or id begins so' },
  writes: false,
  run: async ({ app }, args) => {
    const word = nameKey(readArgs(args).words.join(' '));
    if (word === '') throw new UsageError('find_usage');
    const tree = app.inForce.tree();
    const customers = await app.store.customers.beginning(word, MOST);
    const tags = findTags({ tree, word, limit: MOST });
    return {
      kind: 'found',
      doc: {
        customers: customers.map(({ _id, state }) => ({ id: _id, name: state.name })),
        tags: tags.map((id) => {
          const group = tree.groupOf(id);
          return { id, group: group === null ? null : (tree.node(group)?.name ?? group), name: tree.node(id)?.name ?? id };
        }),
      },
    };
  },
};
