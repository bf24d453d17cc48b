import type { App } from '../app.ts';
import type { LedgerRow } from '../domain/ledger.ts';
import { type Sight, sees } from './team.ts';

/** Rows whose customers are looked up together. */
const PAGE = 200;

/**
 * Of some rows those that somebody may see: their people's acts and what happened to customers in sight. What is of no customer was set up for
 * all, or was to be: whoever sees a team sees that.
 */
const inSight = async (app: App, sight: Sight, rows: LedgerRow[]): Promise<LedgerRow[]> => {
  const { owners, unowned } = sight;
  if (owners === null) return rows;
  const customers = await app.store.customers.living([...new Set(rows.map(({ customer }) => customer))]);
  return rows.filter(({ actor, customer }) => {
    if (owners.has(actor)) return true;
    const found = customers.get(customer);
    // A customer who is not there any more is nobody's to see.
    return found ? sees(sight, found.state.owner?.id ?? null) : unowned && customer === '';
  });
};

/** The newest rows of the history that somebody may see, of all customers or of those with these ids. Read page by page. */
export const auditRows = async (app: App, sight: Sight, customers: string[] | null, most: number): Promise<LedgerRow[]> => {
  const found: LedgerRow[] = [];
  const page: LedgerRow[] = [];
  const take = async () => found.push(...(await inSight(app, sight, page.splice(0))));
  for await (const row of app.store.ledger.fromNewest(customers)) {
    page.push(row);
    if (page.length < PAGE) continue;
    await take();
    if (found.length >= most) break;
  }
  await take();
  return found.slice(0, most);
};
