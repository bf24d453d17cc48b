import { canonicalJson } from './domain/canonical-json.ts';
import type { LedgerRow } from './domain/ledger.ts';
import { foldedOf, type Rulebook, type RuleMode, type StoredRulebook, type Switches } from './domain/rulebook.ts';
import type { Sweep } from './domain/sweep.ts';
import type { Instant } from './domain/time.ts';
import { ProblemsError, UserError } from './errors.ts';
import type { InForce } from './in-force.ts';
import { checkRulebook } from './rules/check-rulebook.ts';
import type { Store } from './store/store.ts';

/** Every process looks within seconds, so this long after a change nobody writes by what was before any more, ms. */
const SETTLED = 60_000;
const MOST_TRIES = 5;

/** What another process changed. */
export interface Followed {
  library: boolean;
  rules: boolean;
}

export interface ChangeWatchParts {
  store: Store;
  inForce: InForce;
  /** Folds those again who are marked. */
  foldMarked: () => Promise<void>;
  wallNow: () => Instant;
}

/**
 * Keeps this process, and all customers, on the stored library and the stored book of rules. Files only propose a book: the last process
 * that was started or read changed files again puts its own in force, and all others take that over, as they do a library. So two
 * processes with different files never fold by two books, and do not fight either: each proposes once, until its own files change.
 */
export const createChangeWatch = ({ store, inForce, foldMarked, wallNow }: ChangeWatchParts) => {
  let proposed: Rulebook | null = null;

  const take = async (): Promise<void> => {
    const [library, rulebook] = await Promise.all([store.home.library(), store.rulebook.read()]);
    if (library && library.version !== inForce.library().version) inForce.replace({ library });
    if (rulebook && rulebook.version !== inForce.rulebook().version) inForce.takeRulebook(rulebook);
  };

  /** Puts what `next` makes of the stored book in force, unless it is that already. */
  const change = async (
    next: (stored: StoredRulebook | null) => { book: Rulebook; switches: Switches },
    row?: LedgerRow,
  ): Promise<void> => {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const stored = await store.rulebook.read();
      const { book, switches } = next(stored);
      const same = stored && canonicalJson([stored.book, stored.switches]) === canonicalJson([book, switches]);
      if (same) return take();
      const problems = checkRulebook(book, switches, inForce.tree());
      if (problems.length > 0) throw new ProblemsError('rules_broken', problems);
      const folded = (one: { book: Rulebook; switches: Switches }) => canonicalJson(foldedOf(one.book, one.switches));
      const concerns = !stored || folded(stored) !== folded({ book, switches });
      if (await store.rulebook.save(stored, { book, switches, concerns, at: wallNow(), row })) return take();
    }
    throw new UserError('too_busy', { name: 'rules' });
  };

  const propose = async (): Promise<void> => {
    const book = inForce.filed();
    if (book === proposed) return;
    try {
      await change((stored) => ({ book, switches: stored?.switches ?? {} }));
      proposed = book;
    } catch (error) {
      // Files that do not fit what is switched on are proposed again when they change, not before.
      if (error instanceof ProblemsError) proposed = book;
      throw error;
    }
  };

  const foldAgain = async (sweep: Sweep): Promise<void> => {
    const marked = await store.customers.outdate(sweep);
    await foldMarked();
    if (marked === 0 && wallNow() - sweep.at > SETTLED) await store.home.endSweep(sweep);
  };

  return {
    take,
    propose,

    areFiled: (): boolean => canonicalJson(inForce.rulebook().book) === canonicalJson(inForce.filed()),

    /** Switches a rule on or off, whatever its file says; `row` tells of it in the history. */
    switchRule: (id: string, mode: RuleMode, row: LedgerRow): Promise<void> =>
      change((stored) => {
        const { book, switches } = stored ?? inForce.rulebook();
        // What the file says itself needs no switch: a later edit of it counts again.
        const { [id]: _, ...others } = switches;
        const filed = book.rules.find((rule) => rule.id === id)?.form['mode'] ?? 'on';
        return { book, switches: filed === mode ? others : { ...others, [id]: mode } };
      }, row),

    /**
     * Takes over what was changed, and folds again whom the changes concern, until none was folded by what was before. Resolves to what
     * another process changed.
     */
    follow: async (): Promise<Followed> => {
      const { versions, sweeps } = await store.home.grounds();
      const library = versions.library !== inForce.library().version;
      const rules = versions.rules !== inForce.rulebook().version;
      if (library || rules) await take();
      for (const sweep of sweeps) await foldAgain(sweep);
      return { library, rules };
    },
  };
};
