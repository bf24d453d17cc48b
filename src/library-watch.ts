import type { Instant } from './domain/time.ts';
import type { InForce } from './in-force.ts';
import type { Store } from './store/store.ts';

/** Before all time: only those are due then whose fold is outdated. */
const OUTDATED = 0;
/** Every process looks within seconds, so this long after a change nobody writes by the old library any more, ms. */
const SETTLED = 60_000;

/** Keeps this process, and all customers, on the stored library, which another process may change. */
export const createLibraryWatch = ({
  store,
  inForce,
  runDue,
  wallNow,
}: {
  store: Store;
  inForce: InForce;
  runDue: (until: Instant) => Promise<void>;
  wallNow: () => Instant;
}) => {
  /** Takes over the stored library. */
  const take = async (): Promise<void> => {
    const library = await store.home.library();
    if (library) inForce.replace({ library });
  };

  return {
    take,

    /**
     * Takes over a changed library, and folds again whom the changes concern, until none was folded by an older one. Resolves to
     * whether it was changed.
     */
    follow: async (): Promise<boolean> => {
      const { version, sweep } = await store.home.libraryState();
      const changed = version !== inForce.library().version;
      if (changed) await take();
      if (sweep === null) return changed;
      const marked = await store.customers.outdate(sweep);
      await runDue(OUTDATED);
      if (marked === 0 && wallNow() - sweep.at > SETTLED) await store.home.endSweep(sweep);
      return changed;
    },
  };
};
