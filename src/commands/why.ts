import { createCauseAnswers, iso } from '../answers/cause-answers.ts';
import type { HistoryAnswer } from '../domain/answers.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { UsageError } from '../errors.ts';
import type { Command } from './command.ts';
import { findCustomer } from './find-customer.ts';
import { findTag } from './find-tag.ts';
import { readArgs } from './read-args.ts';

const MOST_HISTORY = 100;

const historyAnswer =
  (tree: TagTree) =>
  (row: LedgerRow): HistoryAnswer => ({
    at: iso(row.at),
    actor: row.actor,
    action: row.action,
    cause: row.cause,
    ...(row.reason ? { reason: row.reason } : {}),
    ...(row.replacedBy ? { replacedBy: tree.label(row.replacedBy) } : {}),
  });

export const why: Command = {
  name: 'why',
  aliases: ['为什么', '原因'],
  usage: { zh: 'why 客户 标签', en: 'why CUSTOMER TAG' },
  summary: { zh: '这个标签凭什么来的，什么时候变过', en: 'what a tag rests on, word for word, and its history' },
  writes: false,
  run: async (context, args) => {
    const { app } = context;
    const { words } = readArgs(args);
    if (words.length < (context.atHand === null ? 2 : 1)) throw new UsageError('why_usage');
    const tree = app.inForce.tree();
    const tag = findTag(tree, words.at(-1));
    const customer = await findCustomer(context, words.slice(0, -1).join(' '));
    const carried = customer.state.tags[tag];
    const held = carried?.causes ?? customer.state.suggested[tag] ?? [];
    const causes = await createCauseAnswers(app.store.events, held);
    // Under their old ids stand the customers, and under theirs the tags, that became part of these.
    const ids = await app.store.customers.mergedWith(customer._id);
    const history = await app.store.ledger.of(ids, tree.partsOf(tag), MOST_HISTORY);
    return {
      kind: 'why',
      doc: {
        customer: { id: customer._id, name: customer.state.name },
        tag: tree.label(tag),
        asOf: iso(app.clock.asOf()),
        carried: carried !== undefined,
        suggested: customer.state.suggested[tag] !== undefined,
        causes: causes(held),
        history: history.map(historyAnswer(tree)),
      },
    };
  },
};
