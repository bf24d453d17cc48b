import { nearWord } from '../../domain/near-word.ts';
import { type Problem, ProblemsError, UserError } from '../../errors.ts';
import { headingKey } from './heading-key.ts';
import type { Headings } from './headings.ts';
import type { ColumnMap } from './read-map.ts';
import { holdsTags, isShared, type Target, targetKey } from './target.ts';

/** One column of the file, and what it means. */
export interface Column {
  heading: string;
  target: Target;
  /** Whether somebody knows this heading; of an unknown one nothing is read. */
  known: boolean;
}

/** Of customers, of tags for them, of their orders, or of what they paid. */
export type TableKind = 'customers' | 'tags' | 'orders' | 'payments';

/** What a table is of. */
export interface Layout {
  kind: TableKind;
  columns: Column[];
}

const has = (columns: readonly Column[], ...keys: string[]): boolean =>
  columns.some(({ target }) => keys.includes(targetKey(target)));

const PAYING = ['payment', 'paidAt', 'paid'];

/** Of two columns that would say the same of a row, the one that stands back in a table of this kind. */
const standsBack = (key: string, kind: TableKind, columns: readonly Column[]): boolean => {
  if (kind === 'payments') return (key === 'amount' && has(columns, 'paid')) || (key === 'orderedAt' && has(columns, 'paidAt'));
  if (kind !== 'orders') return PAYING.includes(key);
  return key === 'payment' || (key === 'paid' && has(columns, 'amount')) || (key === 'paidAt' && has(columns, 'orderedAt'));
};

/** What a column means in a table of this kind: 产品 is a preference of a customer, and where something was sold what was bought. */
const within = (kind: TableKind, columns: readonly Column[], column: Column): Column => {
  const { target } = column;
  if (standsBack(targetKey(target), kind, columns)) return { ...column, target: { to: 'left_out' } };
  const sold = (kind === 'orders' || kind === 'payments') && target.to === 'field' && target.field === 'products';
  return sold ? { ...column, target: { to: 'column', name: 'product' } } : column;
};

const WHO = ['id', 'customer', 'key', 'field:name', 'field:phone', 'field:email'];
const TAGGING = new Set([...WHO, 'tags', '']);
/** What an order or a payment cannot do without, in whichever of these columns, and what means nothing without an order. */
const LACKS: Partial<Record<TableKind, readonly (readonly string[])[]>> = {
  orders: [['order'], ['amount', 'paid'], ['orderedAt', 'paidAt']],
  payments: [
    ['paid', 'amount'],
    ['paidAt', 'orderedAt'],
  ],
};
const ORDERS_ONLY = new Set(['orderedAt', 'amount', 'currency', 'product', 'model']);

/** A payment has its own amount or its own time, and says nothing of its order that it has too. */
const isOfPayments = (columns: readonly Column[]): boolean =>
  (has(columns, 'paidAt') && !has(columns, 'orderedAt') && has(columns, 'paid', 'amount')) ||
  (has(columns, 'paid') && !has(columns, 'amount') && has(columns, 'paidAt', 'orderedAt'));

const kindOf = (columns: readonly Column[]): TableKind => {
  if (isOfPayments(columns)) return 'payments';
  if (has(columns, 'order')) return 'orders';
  const tagging = ({ target }: Column) => holdsTags(target);
  const only = columns.every((column) => tagging(column) || TAGGING.has(targetKey(column.target)));
  return only && columns.some(tagging) ? 'tags' : 'customers';
};

/** Why whoever imports must say what a column means: a heading nearly right, one that two share, one that belongs to another table. */
const doubtOf = (
  { heading, target, known }: Column,
  before: readonly Column[],
  kind: TableKind,
  headings: Headings,
): string | null => {
  const twin = before.find((other) => targetKey(other.target) === targetKey(target));
  if (twin && !isShared(target) && headingKey(twin.heading) === headingKey(heading))
    return 'Two columns have this heading: take one of them out of the table, or give it another heading.';
  if (twin && !isShared(target)) return `Say which one counts, this or ${twin.heading}: both mean the same.`;
  if (kind !== 'orders' && kind !== 'payments' && ORDERS_ONLY.has(targetKey(target)))
    return 'Say what it is, or ignore it: so named it is part of an order, and there is no column of order numbers.';
  const near = known || heading === '' ? null : headings.near(heading);
  return near === null ? null : `Did you mean ${near}? There is no such column here.`;
};

/** What the map names and the table does not have. */
const strangersIn = (map: ColumnMap, cells: readonly string[], file: string): Problem[] => {
  const inTable = new Map(cells.map((cell) => [headingKey(cell), cell.trim()]));
  return [...map].flatMap(([key, { heading, line }]): Problem[] => {
    if (inTable.has(key)) return [];
    const near = inTable.get(nearWord(key, [...inTable.keys()]) ?? '');
    const message = near === undefined ? 'The table has no such column.' : `The table has no such column; did you mean ${near}?`;
    return [{ file, line, field: heading, message }];
  });
};

/**
 * Says what each column of a table means: as `map` has it, else as its heading tells.
 * @throws ProblemsError for headings in doubt; UserError where nobody is named, or an order lacks what it needs.
 */
export const mapColumns = (
  cells: readonly string[],
  { map, mapFile }: { map: ColumnMap; mapFile: string },
  headings: Headings,
  { file, line }: { file: string; line: number },
): Layout => {
  const strangers = strangersIn(map, cells, mapFile);
  if (strangers.length > 0) throw new ProblemsError('import_map_broken', strangers);
  const first = cells.map((cell): Column => {
    const heading = cell.trim();
    const target = map.get(headingKey(heading))?.target ?? headings.target(heading);
    return { heading, target: target ?? { to: 'left_out' }, known: target !== null };
  });
  const kind = kindOf(first);
  const columns = first.map((column) => within(kind, first, column));
  const doubts = columns.flatMap((column, place): Problem[] => {
    const message = doubtOf(column, columns.slice(0, place), kind, headings);
    return message === null ? [] : [{ file, line, field: column.heading, message }];
  });
  if (doubts.length > 0) throw new ProblemsError('import_columns', doubts);
  // A payment may leave it to its order whose it is.
  if (!has(columns, ...WHO, ...(kind === 'payments' ? ['order'] : []))) throw new UserError('import_nobody', { file });
  const lacking = (LACKS[kind] ?? []).flatMap((keys) => (has(columns, ...keys) ? [] : keys.slice(0, 1)));
  if (lacking.length > 0) throw new UserError('import_order_columns', { file, lacking: lacking.join(', ') });
  return { kind, columns };
};

/** Under which word the history keeps what tables of this layout say of a customer: with other columns they say something else. */
export const scopeOf = ({ kind, columns }: Layout): string => {
  if (kind !== 'customers') return kind;
  const keys = columns.map(({ target }) => targetKey(target)).filter((key) => key !== '');
  return `customers:${[...new Set(keys)].sort().join(',')}`;
};
