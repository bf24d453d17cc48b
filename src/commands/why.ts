import { createCauseAnswers, iso } from '../answers/cause-answers.ts';
import { createPurchaseEvidence } from '../answers/purchase-evidence.ts';
import type { App } from '../app.ts';
import type { HistoryAnswer } from '../domain/answers.ts';
import type { BatchDeed, Deed } from '../domain/deed.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { UsageError } from '../errors.ts';
import { batchOf } from './batch/batch-key.ts';
import { nameOf } from './batch/undo-deed.ts';
import type { Command } from './command.ts';
import { findCustomer } from './find-customer.ts';
import { findTag } from './find-tag.ts';
import { readArgs } from './read-args.ts';

const MOST_HISTORY = 100;

/** The batches of which lines of the history are part, by id. */
const batchesOf = async ({ store }: App, rows: readonly LedgerRow[]): Promise<Map<string, Deed<BatchDeed>>> => {
  const ids = [...new Set(rows.flatMap(({ _id }) => batchOf(_id) ?? []))];
  const deeds = ids.length === 0 ? [] : ((await store.deeds.byIds(ids)) as Deed<BatchDeed>[]);
  return new Map(deeds.map((deed) => [deed._id, deed]));
};

const batchAnswer = (deed: Deed<BatchDeed> | undefined): Pick<HistoryAnswer, 'batch'> =>
  deed ? { batch: { id: deed._id, of: nameOf(deed), customers: deed.count ?? 0 } } : {};

const historyAnswer =
  (tree: TagTree, batches: ReadonlyMap<string, Deed<BatchDeed>>) =>
  (row: LedgerRow): HistoryAnswer => ({
    at: iso(row.at),
    actor: row.actor,
    action: row.action,
    cause: row.cause,
    ...(row.reason ? { reason: row.reason } : {}),
    ...(row.replacedBy ? { replacedBy: tree.label(row.replacedBy) } : {}),
    ...batchAnswer(batches.get(batchOf(row._id) ?? '')),
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
    const rests = await createPurchaseEvidence(app, customer._id, customer.state, [tag]);
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
        causes: rests(tag, causes(held)),
        history: history.map(historyAnswer(tree, await batchesOf(app, history))),
      },
    };
  },
};
