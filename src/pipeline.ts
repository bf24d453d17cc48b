import { byTime } from './domain/by-time.ts';
import type { Customer } from './domain/customer.ts';
import type { KeptEvent } from './domain/event.ts';
import type { Notice, OutboxRow } from './domain/notice.ts';
import type { Instant } from './domain/time.ts';
import type { Delivery } from './domain/webhook.ts';
import { type Advanced, advance, needsHistory } from './fold/advance.ts';
import { createCustomerCache } from './inbox/customer-cache.ts';
import { createWhose } from './inbox/whose.ts';
import type { Matcher } from './match/matcher.ts';
import type { RulesInForce } from './rules/in-force.ts';
import type { Plan } from './store/commit.ts';
import type { Store } from './store/store.ts';

/** What is in force at this moment; asked anew for every batch, so that packs, people and library can change under way. */
export interface InForce {
  matcher: () => Matcher;
  rules: () => RulesInForce;
}

/** An event runs the due moments before it and none after. */
const NONE_AFTER = { until: 0, asOf: 0 };

interface Batch {
  done: Advanced[];
  /** The keys of the pending events in it. */
  applied?: string[];
  /** Identity key → customer, as far as the batch found out. */
  owners?: Iterable<readonly [string, string]>;
  identities?: Plan['identities'];
  insert?: Plan['insert'];
}

/**
 * The street: kept events in, tags with reasons out. Read, decide in pure code, write once, tell afterwards.
 */
export const createPipeline = ({
  store,
  inForce,
  takeChanges,
  post,
  call,
  tell,
}: {
  store: Store;
  inForce: InForce;
  /** Reads the stored library and rules again. */
  takeChanges: () => Promise<unknown>;
  /** Says who is told what and when. */
  post: (notices: readonly Notice[]) => OutboxRow[];
  /** Says which other programs are told what. */
  call: (done: readonly Advanced[]) => Delivery[];
  tell: (done: Advanced[]) => void;
}) => {
  const cache = createCustomerCache();
  const whose = createWhose({ store, cache });

  const fold = async (
    id: string,
    held: Customer | undefined,
    events: readonly KeptEvent[],
    { until, asOf }: { until: Instant; asOf: Instant },
    known?: readonly KeptEvent[],
  ): Promise<Advanced> => {
    // Another process knows a newer library, or newer rules: nobody is ever folded by older ones than before.
    const { libraryVersion, rulebookVersion } = inForce.rules();
    if (held && (held.libraryVersion > libraryVersion || (held.rulebookVersion ?? 0) > rulebookVersion)) await takeChanges();
    const history = needsHistory(held, events) ? (known ?? (await store.events.history(await store.customers.keysOf(id)))) : [];
    return advance({ id, held, events, history, until, asOf, rules: inForce.rules() });
  };

  /** Works out a batch and writes it in one transaction. Folding uses remembered customers up: when it fails, none is trusted. */
  const carryOut = async (work: () => Promise<Batch>, silent = false): Promise<void> => {
    let done: Advanced[];
    try {
      const { owners = [], ...batch } = await work();
      done = batch.done;
      const customers = done.map(({ customer, from }) => ({ customer, from }));
      const ledger = done.flatMap((one) => one.ledger);
      const outbox = post(done.flatMap(({ notices }) => notices));
      await store.commit({
        customers,
        ledger,
        outbox,
        deliveries: call(done),
        identities: [],
        insert: [],
        ...batch,
        done: batch.applied ?? [],
      });
      cache.written(
        done.map(({ customer }) => customer),
        owners,
      );
    } catch (error) {
      cache.doubt();
      throw error;
    }
    if (!silent) tell(done);
  };

  const foldAll = async (events: readonly KeptEvent[]): Promise<Batch> => {
    const sorted = [...events].sort(byTime);
    const { found, customers } = await whose(sorted);
    const theirs = [...found.events];
    const late = theirs.flatMap(([id, events]) => (needsHistory(customers.get(id), events) ? [id] : []));
    // Those of many at once: an import brings orders of years ago for everybody.
    const histories = late.length > 1 ? await store.histories(late) : new Map<string, KeptEvent[]>();
    const done = await Promise.all(
      theirs.map(([id, events]) => fold(id, customers.get(id), events, NONE_AFTER, histories.get(id))),
    );
    return { done, owners: found.owners, identities: found.identities };
  };

  const asDone = (event: KeptEvent): KeptEvent => ({ ...event, state: 'done' });

  return {
    /**
     * Applies kept events.
     * @throws EventFailure for one that cannot be folded; conflicts and outages as the store throws them. Nothing is then written.
     */
    apply: (kept: readonly KeptEvent[]): Promise<void> =>
      carryOut(async () => ({ ...(await foldAll(kept)), applied: kept.map(({ _id }) => _id) })),

    /**
     * Keeps and applies events in one transaction.
     * @throws as `apply`, and a conflict where one of them is kept already.
     */
    keepAndApply: (fresh: readonly KeptEvent[]): Promise<void> =>
      carryOut(async () => ({ ...(await foldAll(fresh)), insert: fresh.map(asDone) })),

    /** Runs the due moments of these customers up to `until`; `asOf` is what time it is. */
    runDue: (due: readonly Customer[], until: Instant, asOf: Instant): Promise<void> =>
      carryOut(async () => {
        const afresh = due.filter((customer) => needsHistory(customer, [])).map(({ _id }) => _id);
        const histories = await store.histories(afresh);
        const folded = due.map((customer) => fold(customer._id, customer, [], { until, asOf }, histories.get(customer._id)));
        return { done: await Promise.all(folded) };
      }),

    /**
     * Works out a person's change on a customer as stored, without writing: what would change, what is refused. `history`: the
     * customer's applied events, where they were read already.
     */
    try: (held: Customer, command: KeptEvent, history?: readonly KeptEvent[]): Promise<Advanced> =>
      fold(held._id, held, [command], NONE_AFTER, history),

    /**
     * Writes changes that were worked out, together with their events, which go in as done: all of them or none. `silent`: whoever asked
     * hears of them all at once.
     */
    write: (done: Advanced[], commands: readonly KeptEvent[], silent = false): Promise<void> =>
      carryOut(async () => ({ done, insert: commands.map(asDone) }), silent),
  };
};
