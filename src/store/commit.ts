import type { ClientSession } from 'mongoose';
import type { Customer } from '../domain/customer.ts';
import type { KeptEvent } from '../domain/event.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import type { OutboxRow } from '../domain/notice.ts';
import type { Delivery } from '../domain/webhook.ts';
import type { Collections, Identity } from './collections.ts';
import { ConflictError } from './faults.ts';
import { inOrder } from './ledger.ts';
import { inTransaction } from './transaction.ts';

/** All that one batch writes: it goes in whole or not at all. */
export interface Plan {
  /** Customers to insert (`from` 0) or to update when still at version `from`. */
  customers: { customer: Customer; from: number }[];
  identities: Identity[];
  /** Pending events that are now applied. */
  done: string[];
  /** Events that come in already applied: a person's changes. */
  insert: KeptEvent[];
  ledger: LedgerRow[];
  /** What is to be told; whatever stands there already is left as it is. */
  outbox: OutboxRow[];
  /** What other programs are to be told, likewise. */
  deliveries: Delivery[];
}

const write = ({ customer, from }: Plan['customers'][number]) => {
  if (from === 0) return { insertOne: { document: customer } };
  const { _id, dueAt, ...rest } = customer;
  const set = dueAt === undefined ? rest : { ...rest, dueAt };
  // No null: an absent field keeps the index of due customers small.
  const unset = { stale: 1, joined: 1, ...(dueAt === undefined ? { dueAt: 1 } : {}) };
  return { updateOne: { filter: { _id, version: from }, update: { $set: set, $unset: unset } } };
};

/** What is there already was put down before, and may have been told by now. */
const putDown = ({ _id, ...row }: OutboxRow | Delivery) => ({
  updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true },
});

const expect = (what: string, got: number, wanted: number) => {
  if (got !== wanted) throw new ConflictError(what);
};

const run = async (collections: Collections, plan: Plan, session: ClientSession) => {
  const { customers, identities, events, ledger, outbox, deliveries } = collections;
  if (plan.done.length > 0) {
    // Only a pending event may become done: a second process that applied it first makes this batch read again.
    const waiting = { _id: { $in: plan.done as never[] }, state: 'pending' };
    const result = await events.collection.updateMany(waiting, { $set: { state: 'done' } }, { session });
    expect('events', result.matchedCount, plan.done.length);
  }
  if (plan.customers.length > 0) {
    const result = await customers.collection.bulkWrite(plan.customers.map(write) as never[], { ordered: false, session });
    expect('customers', result.matchedCount + result.insertedCount, plan.customers.length);
  }
  if (plan.identities.length > 0) await identities.collection.insertMany(plan.identities as never[], { session });
  if (plan.insert.length > 0) await events.collection.insertMany(plan.insert as never[], { session });
  for (const [collection, rows] of [[outbox, plan.outbox] as const, [deliveries, plan.deliveries] as const])
    if (rows.length > 0) await collection.collection.bulkWrite(rows.map(putDown) as never[], { ordered: false, session });
  if (plan.ledger.length > 0) await ledger.collection.insertMany(inOrder(plan.ledger) as never[], { session });
};

/**
 * Writes a batch in one transaction (architecture: one batch, one transaction, everything in it). Nothing is retried here:
 * a retry must read customers and events again.
 * @throws ConflictError or the driver's duplicate-key or write-conflict error when something changed since it was read.
 */
export const createCommit =
  (collections: Collections) =>
  (plan: Plan): Promise<void> =>
    inTransaction(collections.connection, (session) => run(collections, plan, session));
