import type { Cause } from '../domain/cause.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';

/** Rows in the order in which they are written, which tells those of one moment apart. `kept`: wall time, ms. */
export const inOrder = (rows: readonly LedgerRow[]): LedgerRow[] => {
  const now = Date.now();
  return rows.map((row, place) => ({ ...row, kept: now + place / 1000 }));
};

const PAGE = 1000;

export type WindowRow = Pick<LedgerRow, '_id' | 'customer' | 'tag' | 'action'>;

/** A rule, pack or intent that gives tags. */
type Source = Pick<Cause, 'kind' | 'id'>;

/** The append-only history of every customer's tags. */
export const createLedger = ({ ledger }: Collections) => ({
  /** The rows of these tags under these customers' ids, newest first. */
  of: (customers: string[], tags: readonly string[], limit: number): Promise<LedgerRow[]> =>
    ledger
      .find({ customer: { $in: customers }, tag: { $in: [...tags] }, action: { $ne: 'denied' } })
      .sort({ at: -1, kept: -1, _id: -1 })
      .limit(limit)
      .lean<LedgerRow[]>(),

  /** All rows, or those under one or several customers' ids, newest first. */
  newest: ({ customer }: { customer?: string | string[] }, limit: number): Promise<LedgerRow[]> =>
    ledger
      .find(customer === undefined ? {} : { customer: Array.isArray(customer) ? { $in: customer } : customer })
      .sort({ at: -1, kept: -1, _id: -1 })
      .limit(limit)
      .lean<LedgerRow[]>(),

  /** All rows, or those under these customers' ids, newest first, as many as are asked for. */
  fromNewest: (customer: string[] | null): AsyncIterable<LedgerRow> =>
    ledger
      .find(customer === null ? {} : { customer: { $in: customer } })
      .sort({ at: -1, kept: -1, _id: -1 })
      .lean<LedgerRow[]>()
      .cursor({ batchSize: PAGE }) as unknown as AsyncIterable<LedgerRow>,

  /** What changed these customers' tags and owners since then, newest first. */
  changesSince: (customers: string[], since: Instant): Promise<LedgerRow[]> =>
    ledger
      .find({ customer: { $in: customers }, at: { $gte: since }, action: { $in: ['add', 'remove', 'owner'] } })
      .sort({ at: -1, kept: -1, _id: -1 })
      .lean<LedgerRow[]>(),

  /** The rows with these actions after `from` up to and including `to`, in no order; read in pages as they are asked for. */
  between: (from: Instant, to: Instant, actions: readonly LedgerRow['action'][]): AsyncIterable<WindowRow> =>
    ledger
      .find({ at: { $gt: from, $lte: to }, action: { $in: [...actions] } }, { customer: 1, tag: 1, action: 1 })
      .lean<WindowRow[]>()
      .cursor({ batchSize: PAGE }) as unknown as AsyncIterable<WindowRow>,

  /** What people said of intents by a yes or a no to their tags, newest first. */
  aboutIntents: (limit: number): Promise<LedgerRow[]> =>
    ledger
      .find({ about: { $exists: true } })
      .sort({ kept: -1, _id: -1 })
      .limit(limit)
      .lean<LedgerRow[]>(),

  /** What had given the tags that people turned down in this window, the strongest cause of each; without rejections that were undone. */
  rejections: async (from: Instant, to: Instant): Promise<Source[]> => {
    const window = { $gt: from, $lte: to };
    const rejected = await ledger.find({ at: window, against: { $exists: true } }).lean<LedgerRow[]>();
    if (rejected.length === 0) return [];
    const undone = await ledger
      .find({
        customer: { $in: [...new Set(rejected.map(({ customer }) => customer))] },
        action: 'add',
        reason: 'undone',
        at: window,
      })
      .lean<LedgerRow[]>();
    const standsFor = ({ customer, tag, at }: LedgerRow) =>
      !undone.some((back) => back.customer === customer && back.tag === tag && back.at >= at);
    return rejected.filter(standsFor).flatMap(({ against = [] }) => against.slice(0, 1));
  },

  /** How often each of these gave a tag in this window. */
  givenBy: (sources: readonly Source[], from: Instant, to: Instant): Promise<(Source & { count: number })[]> =>
    ledger.aggregate<Source & { count: number }>([
      { $match: { at: { $gt: from, $lte: to }, action: 'add', 'cause.id': { $in: sources.map(({ id }) => id) } } },
      { $group: { _id: { kind: '$cause.kind', id: '$cause.id' }, count: { $sum: 1 } } },
      { $project: { _id: 0, kind: '$_id.kind', id: '$_id.id', count: 1 } },
    ]),

  /** Denials and changes of the library change no customer, so they go in by themselves. */
  append: async (rows: LedgerRow[]): Promise<void> => {
    if (rows.length > 0) await ledger.collection.insertMany(inOrder(rows) as never[]);
  },
});

export type Ledger = ReturnType<typeof createLedger>;
