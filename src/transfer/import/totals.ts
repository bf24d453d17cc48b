import { identityParts } from '../../domain/key.ts';
import { type Currencies, toMinor } from '../../domain/money.ts';
import type { TagTree } from '../../domain/tag-tree.ts';
import type { ImportAnswer, Standings, UnderstoodRow } from '../../domain/transfer-answers.ts';
import type { Planned, Taken } from './plan-rows.ts';
import { marksOf } from './repeats.ts';
import type { Statement } from './statement.ts';

/** Rows shown of those understood, and of those not taken. */
const SHOWN = 5;
const TOLD = 20;

export type Totals = Pick<
  ImportAnswer,
  'rows' | 'customers' | 'duplicates' | 'failed' | 'errors' | 'problems' | 'restricted' | 'heldBack' | 'uncounted'
> & {
  orders: Standings;
  sample: UnderstoodRow[];
};

const none = (): Standings => ({ new: 0, updated: 0, unchanged: 0 });

/** Somebody new is shown by the id that they will most likely have. */
const shownId = ({ id, standing }: Taken['meant']): string => (standing === 'new' ? identityParts(id).id : id);

const understood = ({ statement, meant }: Taken, tree: TagTree): UnderstoodRow => {
  const { row, who, fields, owner, tags, order, payment } = statement;
  return {
    ...{
      row,
      customer: shownId(meant),
      standing: meant.standing,
      name: who.name ?? (meant.standing === 'new' ? who.word : null),
    },
    ...{ fields, owner, tags: tags.map((tag) => tree.label(tag)) },
    payment: payment ? { ...payment, at: new Date(payment.at).toISOString() } : null,
    order: order ? { ...order, at: new Date(order.at).toISOString() } : null,
  };
};

const count = (counts: Map<string, number>, keys: readonly string[]): void => {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** The currency of a row's money, where it has no rate. */
const unratedIn = ({ order, payment }: Statement, currencies: Currencies): string[] => {
  const money = payment ?? order;
  return money && toMinor(money.amount, money.currency, currencies) === null ? [money.currency] : [];
};

/** Counts what becomes of rows: customers once each, however many rows they have. */
export const createTotals = (tree: TagTree, currencies: Currencies) => {
  const counted = new Set<string>();
  const restricted = new Map<string, number>();
  const heldBack = new Map<string, number>();
  const uncounted = new Map<string, number>();
  const totals: Totals = {
    ...{
      rows: 0,
      customers: none(),
      orders: none(),
      duplicates: 0,
      failed: 0,
      errors: {},
      problems: [],
      restricted: [],
      heldBack: [],
      uncounted: [],
      sample: [],
    },
  };

  const currenciesIn = () => [...uncounted].map(([currency, rows]) => ({ currency, rows }));
  const listed = (counts: ReadonlyMap<string, number>) => [...counts].map(([tag, rows]) => ({ tag: tree.label(tag), rows }));

  const take = (taken: Taken): void => {
    const { statement, meant, order } = taken;
    const marks = marksOf(meant.id, statement.who);
    if (!marks.some((mark) => counted.has(mark))) totals.customers[meant.standing] += 1;
    for (const mark of marks) counted.add(mark);
    if (order) totals.orders[order] += 1;
    count(
      restricted,
      statement.tags.filter((tag) => tree.node(tag)?.roles),
    );
    count(heldBack, taken.heldBack);
    count(uncounted, unratedIn(statement, currencies));
    if (totals.sample.length < SHOWN) totals.sample.push(understood(taken, tree));
  };

  const refuse = ({ refused: { row, faults } }: Extract<Planned, { is: 'refused' }>): void => {
    totals.failed += 1;
    for (const kind of new Set(faults.map((fault) => fault.kind))) totals.errors[kind] = (totals.errors[kind] ?? 0) + 1;
    for (const { kind, heading, message } of faults)
      if (totals.problems.length < TOLD) totals.problems.push({ row, heading, kind, message });
  };

  return {
    add: (planned: Planned): void => {
      totals.rows += 1;
      if (planned.is === 'taken') take(planned);
      else if (planned.is === 'refused') refuse(planned);
      else totals.duplicates += 1;
    },
    read: (): Totals => ({ ...totals, restricted: listed(restricted), heldBack: listed(heldBack), uncounted: currenciesIn() }),
  };
};
