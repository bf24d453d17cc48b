import { iso } from '../answers/cause-answers.ts';
import type { Command } from './command.ts';
import { findCustomer } from './find-customer.ts';
import { readArgs } from './read-args.ts';

const MOST = 50;

export const audit: Command = {
  name: 'audit',
  aliases: ['审计'],
  usage: { zh: 'audit [客户]', en: 'audit [CUSTOMER]' },
  summary: { zh: '谁在什么时候改了什么，被拒绝的也在内', en: 'who changed what, refusals included' },
  writes: false,
  run: async (context, args) => {
    const { app } = context;
    const { words } = readArgs(args);
    const named = words.length === 0 ? null : await findCustomer(context, words.join(' '));
    const rows = await app.store.ledger.newest(named ? { customer: await app.store.customers.mergedWith(named._id) } : {}, MOST);
    const tree = app.inForce.tree();
    return {
      kind: 'audit',
      doc: {
        entries: rows.map((row) => ({
          at: iso(row.at),
          actor: row.actor,
          customer: row.customer === '' ? null : row.customer,
          action: row.action,
          tag: row.tag === '' ? null : tree.label(row.tag),
          reason:
            row.denial ?? row.note ?? row.reason ?? (row.cause.kind === 'person' ? null : `${row.cause.kind}:${row.cause.id}`),
        })),
      },
    };
  },
};
