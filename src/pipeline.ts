import { type Advanced, advance, needsHistory } from './advance.ts';
import type { Customer } from './domain/customer.ts';
import type { KeptEvent } from './domain/event.ts';
import type { Instant } from './domain/time.ts';
import { byTime } from './fold.ts';
import { candidates, identify, keysOf } from './inbox/identify.ts';
import type { Matcher } from './match/matcher.ts';
import type { RulesInForce } from './rules/in-force.ts';
import type { Plan } from './store/commit.ts';
import type { Store } from './store/store.ts';

/** What is in force at this moment; asked anew for every batch, so that packs, people and library can change under way. */
export interface InForce {
  matcher: () => Matcher;
  rules: () => RulesInForce;
}

/** The words of an event that the matcher reads: a message's, or the new ones of an edit. */
const wordsOf = ({ body }: KeptEvent): string | null => {
  if (body.kind === 'message') return body.forwarded ? null : body.text;
  return body.kind === 'fact' && body.name === 'edit' ? String(body.data['text']) : null;
};

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
  const read = (event: KeptEvent): KeptEvent => {
    const words = wordsOf(event);
    return words === null || event.reading ? event : { ...event, reading: inForce.matcher().read(words) };
  };

  /** Whose events these are. Customers whom a joining key makes one are joined first. */
  const whose = async (events: readonly KeptEvent[]) => {
    for (;;) {
      const identities = await store.customers.identities([...new Set(events.flatMap(keysOf))]);
      const ids = [
        ...identities.map((one) => one.customer),
        ...events.flatMap(({ identity }) => (identity ? candidates(identity) : [])),
      ];
      const customers = new Map((await store.customers.load([...new Set(ids)])).map((customer) => [customer._id, customer]));
      const known = new Map(identities.map((one) => [one._id, one.customer]));
      const found = identify(events, { identities: known, taken: new Set(customers.keys()) });
      const [kept, gone] = (found.join ?? []).map((id) => customers.get(id));
      if (!kept || !gone) return { found, customers };
      await store.join(kept, gone);
    }
  };

  const fold = async (
    id: string,
    held: Customer | undefined,
    events: readonly KeptEvent[],
    until: Instant,
  ): Promise<Advanced> => {
    const history = needsHistory(held, events) ? await store.events.history(id) : [];
    return advance({ id, held, events, history, until, rules: inForce.rules() });
  };

  const commit = async (done: Advanced[], rest: Pick<Plan, 'identities' | 'done' | 'insert'>) => {
    const customers = done.map(({ customer, from }) => ({ customer, from }));
    await store.commit({ ...rest, customers, ledger: done.flatMap(({ ledger }) => ledger) });
    tell(done);
  };

  return {
    /**
     * Applies kept events in one transaction.
     * @throws EventFailure for one that cannot be folded; conflicts and outages as the store throws them. Nothing is then written.
     */
    apply: async (kept: readonly KeptEvent[]): Promise<void> => {
      const events = kept.map(read).sort(byTime);
      const { found, customers } = await whose(events);
      const done = await Promise.all([...found.events].map(([id, theirs]) => fold(id, customers.get(id), theirs, 0)));
      const marks = [...found.events].flatMap(([customer, theirs]) =>
        theirs.map(({ _id, reading }) => ({ key: _id, customer, ...(reading ? { reading } : {}) })),
      );
      await commit(done, { identities: found.identities, done: marks, insert: [] });
    },

    /** Runs the due moments of these customers up to `until`, in one transaction. */
    runDue: async (due: readonly Customer[], until: Instant): Promise<void> => {
      const done = await Promise.all(due.map((customer) => fold(customer._id, customer, [], until)));
      await commit(done, { identities: [], done: [], insert: [] });
    },

    /** Works out a person's change on a customer as stored, without writing: what would change, what is refused. */
    try: (held: Customer | undefined, command: KeptEvent): Promise<Advanced> => fold(command.customer ?? '', held, [command], 0),

    /** Writes a change that was worked out, together with its event, which goes in as done. */
    write: (done: Advanced, command: KeptEvent, identities: Plan['identities']): Promise<void> =>
      commit([done], { identities, done: [], insert: [{ ...command, state: 'done' }] }),
  };
};

export type Pipeline = ReturnType<typeof createPipeline>;
