import type { People } from '../../config/people.ts';
import type { Customer } from '../../domain/customer.ts';
import type { RulesInForce } from '../../rules/in-force.ts';
import type { Store } from '../../store/store.ts';
import { changeByImport } from '../../tagging/change-by-import.ts';
import type { Fault } from '../clean/fault.ts';
import { type Layout, scopeOf } from '../columns/map-columns.ts';
import { type Known, lookUp } from './look-up.ts';
import { ofOwner } from './of-owner.ts';
import type { Refused } from './read-row.ts';
import { createRepeats } from './repeats.ts';
import {
  customerSending,
  type ImportRun,
  importBody,
  orderHash,
  orderScope,
  orderSending,
  paymentHash,
  paymentScope,
  paymentSending,
  type Sending,
  statementHash,
} from './sendings.ts';
import type { Statement } from './statement.ts';
import { type Meant, whoIsMeant } from './who-is-meant.ts';
import { isPaid, orderStanding, wouldChange } from './would-change.ts';

export type Standing = 'new' | 'updated' | 'unchanged';

/** What becomes of a row. */
export type Planned =
  | { is: 'refused'; refused: Refused }
  /** It says the same as an earlier row. */
  | { is: 'duplicate'; row: number }
  | Taken;

export interface Taken {
  is: 'taken';
  statement: Statement;
  meant: { id: string; standing: Standing };
  /** Of its order, or its payment. */
  order: Standing | null;
  /** Tags of the row that the customer does not get: somebody chose otherwise, turned them down, or is further on. */
  heldBack: string[];
  sendings: Sending[];
}

type Certain = Exclude<Meant, Fault>;

const NOBODY = new Set<string>();

const refuse = ({ row, cells }: Statement, fault: Fault): Planned => ({
  is: 'refused',
  refused: { row, cells, faults: [fault] },
});

const UNKNOWN: Fault = {
  kind: 'unknown_customer',
  heading: null,
  message: 'There is no such customer: check the name or number, or import the customers first.',
};

const OTHER_PAYMENT: Fault = {
  kind: 'payment_differs',
  heading: null,
  message: 'A payment of this number is here already and says something else: check the number.',
};

export interface Planning {
  store: Store;
  rules: () => RulesInForce;
  layout: Layout;
  run: ImportRun;
  people: People;
}

/**
 * Says of every row what becomes of it: whom it means, whether it is news, and what goes into the inbox. Remembers the rows of the pages
 * before, so that a table that contradicts itself is refused there.
 */
export const createPlanner = ({ store, rules, layout, run, people }: Planning) => {
  const repeats = createRepeats(layout.kind);
  const scope = scopeOf(layout);
  const creates = layout.kind !== 'tags' || layout.columns.some(({ target }) => target.to === 'field');

  /** Whether tables said so before: of fields the last word counts, tags and orders only come. */
  const isSaid = (said: readonly string[], hash: string): boolean =>
    layout.kind === 'customers' ? said.at(-1) === hash : said.includes(hash);

  const standingOf = ({ customer, identity }: Certain, statement: Statement, known: Known): Standing => {
    if (!customer) return 'new';
    // A number that the base has not heard of leads to them from now on.
    if (identity !== undefined) return 'updated';
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

  /** A payment only comes: one that is here already under its number stays as it is. */
  const paymentOf = (customer: Customer | null, { payment }: Statement, known: Known): Standing | Fault | null => {
    if (!payment) return null;
    const said = customer ? (known.said.get(customer._id)?.get(paymentScope(payment)) ?? []) : [];
    if (said.includes(paymentHash(payment))) return 'unchanged';
    if (payment.number !== null) return said.length > 0 ? OTHER_PAYMENT : 'new';
    return customer && isPaid(customer.state, payment) ? 'unchanged' : 'new';
  };

  const tradeOf = (customer: Customer | null, statement: Statement, known: Known): Standing | Fault | null =>
    statement.payment ? paymentOf(customer, statement, known) : orderOf(customer, statement, known);

  const heldBack = (customer: Customer | null, statement: Statement): string[] => {
    if (!customer || statement.tags.every((tag) => customer.state.tags[tag])) return [];
    const trial = structuredClone(customer.state);
    changeByImport(trial, importBody(run, statement), { _id: '', at: run.at }, rules());
    return statement.tags.filter((tag) => !trial.tags[tag]);
  };

  /** What goes into the inbox for a row. `identity`: the one that the customer goes by, `numbered` the one that the table gives them. */
  const news = (
    statement: Statement,
    { identity, numbered, isNew }: { identity: string; numbered: string; isNew: boolean },
    { standing, order }: { standing: Standing; order: Standing | null },
  ): Sending[] => [
    ...(standing === 'unchanged' ? [] : [customerSending(run, statement, { identity: numbered, isNew }, scope)]),
    ...(statement.order && order !== 'unchanged' ? [orderSending(run, statement, { identity, isNew }, statement.order)] : []),
    ...(statement.payment && order !== 'unchanged'
      ? [paymentSending(run, statement, { identity, isNew }, statement.payment)]
      : []),
  ];

  const take = (statement: Statement, meant: Certain, known: Known): Planned => {
    const customer = meant.customer ?? null;
    const identity = customer ? known.identity.get(customer._id) : meant.identity;
    if ((!customer && !creates) || identity === undefined) return refuse(statement, UNKNOWN);
    const id = customer?._id ?? identity;
    const repeat = repeats.of(statement, id);
    if (repeat === true) return { is: 'duplicate', row: statement.row };
    const order = repeat ?? tradeOf(customer, statement, known);
    if (order !== null && typeof order !== 'string') return refuse(statement, order);
    const standing = standingOf(meant, statement, known);
    const to = { identity, numbered: meant.identity ?? identity, isNew: customer === null };
    const sendings = news(statement, to, { standing, order });
    return { is: 'taken', statement, meant: { id, standing }, order, heldBack: heldBack(customer, statement), sendings };
  };

  return async (page: readonly (Statement | Refused)[]): Promise<Planned[]> => {
    const statements = page.filter((one): one is Statement => !('faults' in one));
    const meantBy = await whoIsMeant(store.customers, statements);
    const meant = new Map(statements.map((statement) => [statement, meantBy(statement)]));
    const ids = [...meant.values()].flatMap((one) => ('kind' in one || !one.customer ? [] : [one.customer._id]));
    const known = await lookUp(store, [...new Set(ids)]);
    return page.map((one): Planned => {
      if ('faults' in one) return { is: 'refused', refused: one };
      const whom = meant.get(one) ?? UNKNOWN;
      if ('kind' in whom) return refuse(one, whom);
      const statement = ofOwner(one, whom.customer ?? null, people);
      return statement.ownerCell?.fault ? refuse(statement, statement.ownerCell.fault) : take(statement, whom, known);
    });
  };
};
