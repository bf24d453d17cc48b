import type { Customer } from '../../domain/customer.ts';
import type { Store } from '../../store/store.ts';
import type { Fault } from '../clean/fault.ts';
import { type Layout, scopeOf } from '../columns/map-columns.ts';
import type { Refused } from './read-row.ts';
import { createRepeats } from './repeats.ts';
import {
  customerSending,
  hashIn,
  type ImportRun,
  orderHash,
  orderScope,
  orderSending,
  type Sending,
  statementHash,
} from './sendings.ts';
import type { Statement } from './statement.ts';
import { type Meant, newIdentity, whoIsMeant } from './who-is-meant.ts';
import { orderStanding, wouldChange } from './would-change.ts';

export type Standing = 'new' | 'updated' | 'unchanged';

/** What becomes of a row. */
export type Planned =
  | { is: 'refused'; refused: Refused }
  /** It says the same as an earlier row. */
  | { is: 'duplicate'; row: number }
  | { is: 'taken'; statement: Statement; meant: { id: string; standing: Standing }; order: Standing | null; sendings: Sending[] };

/** What the base knows of the customers of a page beside themselves. */
interface Known {
  /** Customer → the identity that their rows go under. */
  identity: ReadonlyMap<string, string>;
  /** Customer → the hashes of their joining keys. */
  keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** Customer → scope → hashes of what tables said before, oldest first. */
  said: ReadonlyMap<string, ReadonlyMap<string, string[]>>;
}

const NOBODY = new Set<string>();

const lookUp = async ({ customers, events }: Store, ids: string[]): Promise<Known> => {
  const rows = (await customers.identitiesOf(ids)).sort((a, b) => (a._id < b._id ? -1 : 1));
  const identity = new Map<string, string>();
  const keys = new Map<string, Set<string>>();
  for (const { _id, customer } of rows) {
    if (_id.startsWith('#')) keys.set(customer, (keys.get(customer) ?? new Set()).add(_id.slice(1)));
    else if (!identity.has(customer)) identity.set(customer, _id);
  }
  const owners = new Map(rows.map(({ _id, customer }) => [_id, customer]));
  const said = new Map<string, Map<string, string[]>>();
  for (const { _id, identity: of, conversation } of await events.importedOf(
    [...owners.keys()].filter((key) => !key.startsWith('#')),
  )) {
    const customer = owners.get(of ?? '') ?? '';
    const scopes = said.get(customer) ?? new Map<string, string[]>();
    said.set(customer, scopes.set(conversation, [...(scopes.get(conversation) ?? []), hashIn(_id)]));
  }
  return { identity, keys, said };
};

const refuse = ({ row, cells }: Statement, fault: Fault): Planned => ({
  is: 'refused',
  refused: { row, cells, faults: [fault] },
});

const UNKNOWN: Fault = {
  kind: 'unknown_customer',
  heading: null,
  message: 'There is no such customer: check the name or number, or import the customers first.',
};

/**
 * Says of every row what becomes of it: whom it means, whether it is news, and what goes into the inbox. Remembers the rows of the pages
 * before, so that a table that contradicts itself is refused there.
 */
export const createPlanner = ({ store, layout, run }: { store: Store; layout: Layout; run: ImportRun }) => {
  const repeats = createRepeats(layout.kind);
  const scope = scopeOf(layout);
  const creates = layout.kind !== 'tags' || layout.columns.some(({ target }) => target.to === 'field');

  /** Whether tables said so before: of fields the last word counts, tags and orders only come. */
  const isSaid = (said: readonly string[], hash: string): boolean =>
    layout.kind === 'customers' ? said.at(-1) === hash : said.includes(hash);

  const standingOf = (customer: Customer | null, statement: Statement, known: Known): Standing => {
    if (!customer) return 'new';
    const said = known.said.get(customer._id)?.get(scope) ?? [];
    if (isSaid(said, statementHash(statement))) return 'unchanged';
    return wouldChange(customer.state, statement, known.keys.get(customer._id) ?? NOBODY) ? 'updated' : 'unchanged';
  };

  const orderOf = (customer: Customer | null, { order }: Statement, known: Known): Standing | null => {
    if (!order) return null;
    const said = customer ? (known.said.get(customer._id)?.get(orderScope(order.order)) ?? []) : [];
    if (said.at(-1) === orderHash(order)) return 'unchanged';
    return customer ? orderStanding(customer.state, order) : 'new';
  };

  /** What goes into the inbox for a row: what it says of the customer, and its order, as far as they are news. */
  const news = (statement: Statement, to: { identity: string; isNew: boolean }, standing: Standing, order: Standing | null) => [
    ...(standing === 'unchanged' ? [] : [customerSending(run, statement, to, scope)]),
    ...(statement.order && order !== 'unchanged' ? [orderSending(run, statement, to, statement.order)] : []),
  ];

  const take = (statement: Statement, meant: Exclude<Meant, Fault>, known: Known): Planned => {
    const customer = 'customer' in meant ? meant.customer : null;
    const identity = customer ? known.identity.get(customer._id) : newIdentity(statement.who);
    if ((!customer && !creates) || identity === undefined) return refuse(statement, UNKNOWN);
    const id = customer?._id ?? identity;
    const repeat = repeats.of(statement, id);
    if (repeat === true) return { is: 'duplicate', row: statement.row };
    if (repeat) return refuse(statement, repeat);
    const standing = standingOf(customer, statement, known);
    const order = orderOf(customer, statement, known);
    const sendings = news(statement, { identity, isNew: customer === null }, standing, order);
    return { is: 'taken', statement, meant: { id, standing }, order, sendings };
  };

  return async (page: readonly (Statement | Refused)[]): Promise<Planned[]> => {
    const statements = page.filter((one): one is Statement => !('faults' in one));
    const meantBy = await whoIsMeant(store.customers, statements);
    const meant = new Map(statements.map((statement) => [statement, meantBy(statement.who)]));
    const ids = [...meant.values()].flatMap((one) => ('customer' in one ? [one.customer._id] : []));
    const known = await lookUp(store, [...new Set(ids)]);
    return page.map((one): Planned => {
      if ('faults' in one) return { is: 'refused', refused: one };
      const whom = meant.get(one) ?? UNKNOWN;
      return 'kind' in whom ? refuse(one, whom) : take(one, whom, known);
    });
  };
};
