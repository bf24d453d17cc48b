import type { LedgerRow } from '../domain/ledger.ts';
import type { Actor } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { UserError } from '../errors.ts';
import type { Collections } from './collections.ts';

/** The append-only history of every customer's tags. */
export const createLedger = ({ ledger }: Collections) => ({
  of: (customer: string, tag: string, limit: number): Promise<LedgerRow[]> =>
    ledger
      .find({ customer, tag, action: { $ne: 'denied' } })
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .lean<LedgerRow[]>(),

  newest: (filter: { customer?: string }, limit: number): Promise<LedgerRow[]> =>
    ledger.find(filter).sort({ at: -1, _id: -1 }).limit(limit).lean<LedgerRow[]>(),

  /** Notes that somebody asked for a change of the library that they may not make. */
  deny: async ({ actor, at, error, key }: { actor: Actor; at: Instant; error: UserError; key: string }): Promise<void> => {
    const cause = { kind: 'person' as const, id: actor.id, version: '1' };
    const row: LedgerRow = {
      _id: `~library/${key}`,
      customer: '',
      at,
      tag: '',
      action: 'denied',
      actor: actor.id,
      cause,
      denial: error.code,
    };
    await ledger.collection.insertOne(row as never);
  },

  /** Denials change no state, so they go in by themselves. */
  append: async (rows: LedgerRow[]): Promise<void> => {
    if (rows.length > 0) await ledger.collection.insertMany(rows as never[]);
  },
});

export type Ledger = ReturnType<typeof createLedger>;
