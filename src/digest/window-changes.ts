import { type Sight, sees } from '../answers/team.ts';
import type { App } from '../app.ts';
import type { WindowRow } from '../store/ledger.ts';
import type { DigestWindow } from './digest-window.ts';

/** Rows whose customers are looked up together. */
const PAGE = 500;

export interface WindowChanges {
  /** How often a tag came and went, by its id: customers in sight only, by who owns them now. */
  counts: Map<string, { added: number; removed: number }>;
  /** To whom a tag of those asked for came, by its id; whoever's they are. */
  began: Map<string, Set<string>>;
}

/** The rows of customers in sight. */
const inSight = async (app: App, sight: Sight, rows: WindowRow[]): Promise<WindowRow[]> => {
  if (sight.owners === null) return rows;
  const customers = await app.store.customers.living([...new Set(rows.map(({ customer }) => customer))]);
  return rows.filter(({ customer }) => {
    const found = customers.get(customer);
    return found !== undefined && sees(sight, found.state.owner?.id ?? null);
  });
};

/** What the ledger says of a window: changes by tag, and who got one of the tags of `asked`. Read page by page. */
export const windowChanges = async (
  app: App,
  sight: Sight,
  { from, to }: DigestWindow,
  asked: readonly string[],
): Promise<WindowChanges> => {
  const counts: WindowChanges['counts'] = new Map();
  const began: WindowChanges['began'] = new Map(asked.map((tag) => [tag, new Set()]));
  const count = async (page: WindowRow[]) => {
    for (const { tag, action } of await inSight(app, sight, page)) {
      const known = counts.get(tag) ?? { added: 0, removed: 0 };
      known[action === 'add' ? 'added' : 'removed'] += 1;
      counts.set(tag, known);
    }
  };
  const page: WindowRow[] = [];
  for await (const row of app.store.ledger.between(from, to, ['add', 'remove'])) {
    if (row.action === 'add') began.get(row.tag)?.add(row.customer);
    page.push(row);
    if (page.length === PAGE) await count(page.splice(0));
  }
  if (page.length > 0) await count(page);
  return { counts, began };
};
