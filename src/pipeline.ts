import { type Advanced, advance, needsHistory } from './advance.ts';
import { byTime } from './domain/by-time.ts';
import type { Customer } from './domain/customer.ts';
import type { KeptEvent } from './domain/event.ts';
import type { Instant } from './domain/time.ts';
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

/**
 * The street: kept events in, tags with reasons out. Read, decide in pure code, write once, tell afterwards.
 */
export const createPipeline = ({
  store,
  inForce,
  tell,
}: {
  store: Store;
  inForce: InForce;
  tell: (done: Advanced[]) => void;
}) => {
  const cache = createCustomerCache();
  const whose = createWhose({ store, cache });

  const fold = async (
    id: string,
    held: Customer | undefined,
    events: readonly KeptEvent[],
    until: Instant,
  ): Promise<Advanced> => {
    const history = needsHistory(held, events) ? await store.events.history(await store.customers.keysOf(id)) : [];
    return advance({ id, held, events, history, until, rules: inForce.rules() });
  };

  const commit = async (done: Advanced[], rest: Pick<Plan, 'identities' | 'done' | 'insert'>) => {
    const customers = done.map(({ customer, from }) => ({ customer, from }));
    try {
      await store.commit({ ...rest, customers, ledger: done.flatMap(({ ledger }) => ledger) });
    } catch (error) {
      cache.doubt();
      throw error;
    }
    return customers.map(({ customer }) => customer);
  };

  return {
    /**
     * Applies kept events in one transaction.
     * @throws EventFailure for one that cannot be folded; conflicts and outages as the store throws them. Nothing is then written.
     */
    apply: async (kept: readonly KeptEvent[]): Promise<void> => {
      const events = [...kept].sort(byTime);
      const { found, customers } = await whose(events);
      const done = await Promise.all([...found.events].map(([id, theirs]) => fold(id, customers.get(id), theirs, 0)));
      const written = await commit(done, { identities: found.identities, done: events.map(({ _id }) => _id), insert: [] });
      cache.written(written, found.owners);
      tell(done);
    },

    /** Runs the due moments of these customers up to `until`, in one transaction. */
    runDue: async (due: readonly Customer[], until: Instant): Promise<void> => {
      const done = await Promise.all(due.map((customer) => fold(customer._id, customer, [], until)));
      cache.written(await commit(done, { identities: [], done: [], insert: [] }), []);
      tell(done);
    },

    /** Works out a person's change on a customer as stored, without writing: what would change, what is refused. */
    try: (held: Customer, command: KeptEvent): Promise<Advanced> => fold(held._id, held, [command], 0),

    /** Writes a change that was worked out, together with its event, which goes in as done. */
    write: async (done: Advanced, command: KeptEvent): Promise<void> => {
      cache.written(await commit([done], { identities: [], done: [], insert: [{ ...command, state: 'done' }] }), []);
      tell([done]);
    },
  };
};

export type Pipeline = ReturnType<typeof createPipeline>;
