import type { Fault } from '../clean/fault.ts';
import type { TableKind } from '../columns/map-columns.ts';
import { orderHash, paymentHash, statementHash } from './sendings.ts';
import type { Statement, Who } from './statement.ts';
import { newIdentity } from './who-is-meant.ts';

interface Seen {
  row: number;
  hash: string;
}

/** By what two rows about one customer are known to be so. */
export const marksOf = (id: string, who: Who): string[] => [id, newIdentity(who), ...who.keys];

const contradiction = (row: number): Fault => ({
  kind: 'contradiction',
  heading: null,
  message: `Keep one of them: row ${row} is the same customer and says something else. Imported by itself, this row counts.`,
});

const twice = (row: number): Fault => ({
  kind: 'order_twice',
  heading: null,
  message: `Put an order into one row: it stands in row ${row} too.`,
});

const paidTwice = (row: number): Fault => ({
  kind: 'payment_twice',
  heading: null,
  message: `Give each payment a number of its own, or leave one of them out: row ${row} is as good as the same.`,
});

/**
 * Remembers what the rows of a table said. Two rows about one customer that say the same are one; where they say different things nobody
 * knows which counts. Tags and orders may come in many rows a customer.
 */
export const createRepeats = (kind: TableKind) => {
  const customers = new Map<string, Seen>();
  const payments = new Map<string, Seen>();
  const orders = new Map<string, Seen & { marks: string[] }>();

  const ofCustomer = (statement: Statement, id: string): true | Fault | null => {
    const hash = statementHash(statement);
    const marks = kind === 'customers' ? marksOf(id, statement.who) : [`${id}/${hash}`];
    const seen = marks.map((mark) => customers.get(mark)).find((one) => one !== undefined);
    // Under another number a row says something after all: that this number is theirs too.
    const renumbers = kind === 'customers' && statement.who.id !== null && !customers.has(newIdentity(statement.who));
    for (const mark of marks) if (!customers.has(mark)) customers.set(mark, { row: statement.row, hash });
    if (!seen) return null;
    if (seen.hash !== hash) return contradiction(seen.row);
    return renumbers ? null : true;
  };

  const ofOrder = (statement: Statement, id: string): true | Fault | null => {
    const { order, row, who } = statement;
    if (!order) return null;
    const hash = orderHash(order);
    // Whoever is new in one page is there in the next.
    const marks = marksOf(id, who);
    const seen = orders.get(order.order);
    if (!seen) orders.set(order.order, { row, hash, marks });
    if (!seen) return null;
    return seen.hash === hash && seen.marks.some((mark) => marks.includes(mark)) ? true : twice(seen.row);
  };

  const ofPayment = ({ payment, row }: Statement, id: string): true | Fault | null => {
    if (!payment) return null;
    const hash = paymentHash(payment);
    const mark = payment.number === null ? `${id}/${hash}` : `#${payment.number}`;
    const seen = payments.get(mark);
    if (!seen) payments.set(mark, { row, hash });
    if (!seen) return null;
    return payment.number !== null && seen.hash === hash ? true : paidTwice(seen.row);
  };

  return {
    /** True for a row that says the same as an earlier one, the fault of one that contradicts it, null for news. */
    of: (statement: Statement, id: string): true | Fault | null =>
      kind === 'payments' ? ofPayment(statement, id) : kind === 'orders' ? ofOrder(statement, id) : ofCustomer(statement, id),
  };
};
