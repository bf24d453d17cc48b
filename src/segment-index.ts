import { setTimeout as sleep } from 'node:timers/promises';
import type { Advanced } from './fold/advance.ts';
import { type BitmapIndex, createBitmapIndex, type Found, type IndexedCustomer } from './segments/bitmaps/bitmap-index.ts';
import type { Place } from './segments/bitmaps/newest.ts';
import type { Moment } from './segments/moment.ts';
import type { BoundTree } from './segments/tree.ts';
import type { FeedCustomer } from './store/customer-feed.ts';
import type { Store } from './store/store.ts';

/** Before a stream that broke is begun anew, ms. */
const PAUSE = 1000;

/** Segments of a running bot, answered from memory. */
export interface SegmentIndex {
  /** Null while it is being built, and for what it does not hold: then the database is asked. */
  find: (bound: BoundTree, moment: Moment, page: { after: Place | null; limit: number }) => Found | null;
  /** What this process has just written counts at once, before the database tells of it. */
  told: (done: readonly Advanced[]) => void;
  /** Resolves when it answers. */
  ready: () => Promise<void>;
  stop: () => Promise<void>;
}

const indexed = ({ customer }: Advanced): IndexedCustomer => ({
  ...{ id: customer._id, version: customer.version, facts: customer.facts, suggested: customer.suggestedIds },
  tags: Object.entries(customer.state.tags).map(([tag, { since }]) => [tag, since] as const),
  lastContactAt: customer.lastContactAt,
  gone: customer.mergedInto !== undefined,
});

/**
 * Reads all customers into bitmaps and keeps these in step with the database: its changes are followed from before the reading on, so none is missed,
 * and an older state never replaces a newer one. Whatever breaks, it is built again; until then it does not answer. `heard` hears of every change
 * that the database tells of, whichever process made it.
 */
export const startSegmentIndex = (
  store: Store,
  log: (what: string, error: unknown) => void,
  heard: (customer: FeedCustomer) => void = () => undefined,
): SegmentIndex => {
  const stopped = new AbortController();
  let building: BitmapIndex | null = null;
  let answering: BitmapIndex | null = null;
  const waiting: (() => void)[] = [];

  const live = async () => {
    const index = await createBitmapIndex();
    building = index;
    const from = await store.customerFeed.start();
    for await (const customer of store.customerFeed.all()) {
      if (stopped.signal.aborted) return;
      index.put(customer);
    }
    answering = index;
    for (const done of waiting.splice(0)) done();
    const changed = (customer: FeedCustomer) => {
      index.put(customer);
      heard(customer);
    };
    await store.customerFeed.follow(from, { changed, removed: index.remove }, stopped.signal);
  };
  const run = async () => {
    while (!stopped.signal.aborted) {
      await live().catch((error) => {
        if (!stopped.signal.aborted) log('segments', error);
      });
      answering = null;
      building = null;
      await sleep(PAUSE, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };
  const running = run();

  return {
    find: (bound, moment, page) => answering?.find(bound, moment, page) ?? null,
    told: (done) => {
      for (const one of done) building?.put(indexed(one));
    },
    ready: () => (answering ? Promise.resolve() : new Promise((done) => waiting.push(done))),
    stop: async () => {
      stopped.abort();
      for (const done of waiting.splice(0)) done();
      await running;
    },
  };
};
