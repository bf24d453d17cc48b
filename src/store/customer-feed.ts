import type { Facts } from '../domain/customer.ts';
import type { Instant } from '../domain/time.ts';
import type { Collections } from './collections.ts';

/** The part of a stored customer that segments ask about. */
export interface FeedCustomer {
  id: string;
  version: number;
  tags: [string, Instant][];
  suggested: string[];
  facts: Facts;
  lastContactAt: Instant | null;
  gone: boolean;
}

type Row = { _id: string; version: number; tags: [string, Instant][]; facts: Facts } & Partial<{
  suggestedIds: string[];
  lastContactAt: Instant | null;
  mergedInto: string;
}>;

const of = (document: string) => ({
  version: `$${document}version`,
  facts: `$${document}facts`,
  suggestedIds: `$${document}suggestedIds`,
  lastContactAt: `$${document}lastContactAt`,
  mergedInto: `$${document}mergedInto`,
  // The server leaves the reasons of the tags at home; they are most of a document.
  tags: {
    $map: { input: { $objectToArray: { $ifNull: [`$${document}state.tags`, {}] } }, as: 'tag', in: ['$$tag.k', '$$tag.v.since'] },
  },
});

const toCustomer = ({ _id, version, tags, suggestedIds = [], facts, lastContactAt = null, mergedInto }: Row): FeedCustomer => ({
  ...{ id: _id, version, tags, suggested: suggestedIds, facts, lastContactAt },
  gone: mergedInto !== undefined,
});

/** A point of the database's own time, from which changes can be followed. */
export type FeedStart = unknown;

interface ChangeEvent {
  operationType: string;
  documentKey?: { _id: string };
  row?: Row;
}

/** All customers as they are, and as they change. */
export const createCustomerFeed = ({ connection, customers }: Collections) => ({
  /** Now: whoever reads the customers after this and follows the changes from here misses none. */
  start: async (): Promise<FeedStart> => (await connection.db?.command({ ping: 1 }))?.['operationTime'],

  all: async function* (): AsyncIterable<FeedCustomer> {
    const rows = customers.collection.aggregate<Row>([{ $project: of('') }], { batchSize: 5000 });
    for await (const row of rows) yield toCustomer(row);
  },

  /**
   * Hands over every change from a point on, until `signal` aborts. The driver takes a broken connection up again by itself; throws when that
   * is not possible, also when the point lies too far back: then everything must be read anew.
   */
  follow: async (
    from: FeedStart,
    { changed, removed }: { changed: (customer: FeedCustomer) => void; removed: (id: string) => void },
    signal: AbortSignal,
  ): Promise<void> => {
    const project = {
      $project: { operationType: 1, documentKey: 1, row: { $cond: ['$fullDocument', of('fullDocument.'), null] } },
    };
    const stream = customers.collection.watch([project], {
      fullDocument: 'updateLookup',
      startAtOperationTime: from as never,
    });
    const close = () => void stream.close().catch(() => undefined);
    signal.addEventListener('abort', close);
    try {
      for await (const change of stream as unknown as AsyncIterable<ChangeEvent>) {
        const id = change.documentKey?._id;
        if (id === undefined) throw new Error(change.operationType);
        if (change.row) changed(toCustomer({ ...change.row, _id: id }));
        else removed(id);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      signal.removeEventListener('abort', close);
      await stream.close().catch(() => undefined);
    }
  },
});
