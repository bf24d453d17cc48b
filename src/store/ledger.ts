import type { LedgerRow } from '../domain/ledger.ts';
import type { Collections } from './collections.ts';

/** The append-only history of every customer's tags. */
export const createLedger = ({ ledger }: Collections) => ({
  /** One tag's rows under these customers' ids, newest first. */
  of: (customers: string[], tag: string, limit: number): Promise<LedgerRow[]> =>
    ledger
      .find({ customer: { $in: customers }, tag, action: { $ne: 'denied' } })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .lean<LedgerRow[]>(),

  /** All rows, or those under one or several customers' ids, newest first. */
  newest: ({ customer }: { customer?: string | string[] }, limit: number): Promise<LedgerRow[]> =>
    ledger
      .find(customer === undefined ? {} : { customer: Array.isArray(customer) ? { $in: customer } : customer })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .lean<LedgerRow[]>(),

  /** Denials and changes of the library change no customer, so they go in by themselves. */
  append: async (rows: LedgerRow[]): Promise<void> => {
    if (rows.length > 0) await ledger.collection.insertMany(rows as never[]);
  },
});

export type Ledger = ReturnType<typeof createLedger>;
