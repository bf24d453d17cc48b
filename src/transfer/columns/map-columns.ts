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

/** Of customers, of tags for them, or of their orders. */
export type TableKind = 'customers' | 'tags' | 'orders';

/** What a table is of. */
export interface Layout {
  kind: TableKind;
  columns: Column[];
}

const has = (columns: readonly Column[], ...keys: string[]): boolean =>
  columns.some(({ target }) => keys.includes(targetKey(target)));

/** 产品 is a preference of a customer, and in a table of orders what was bought. */
const inOrders = (target: Target): Target =>
  target.to === 'field' && target.field === 'products' ? { to: 'column', name: 'product' } : target;

const WHO = ['id', 'customer', 'key', 'field:name', 'field:phone', 'field:email'];
const TAGGING = new Set([...WHO, 'tags', '']);
/** What an order cannot do without, and what means nothing without an order. */
const OF_ORDERS = ['order', 'amount', 'orderedAt'];
const ORDERS_ONLY = new Set(['orderedAt', 'amount', 'currency', 'product', 'model']);

const kindOf = (columns: readonly Column[]): TableKind => {
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
  if (kind !== 'orders' && ORDERS_ONLY.has(targetKey(target)))
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
  const columns = kind === 'orders' ? first.map((column) => ({ ...column, target: inOrders(column.target) })) : first;
  const doubts = columns.flatMap((column, place): Problem[] => {
    const message = doubtOf(column, columns.slice(0, place), kind, headings);
    return message === null ? [] : [{ file, line, field: column.heading, message }];
  });
  if (doubts.length > 0) throw new ProblemsError('import_columns', doubts);
  if (!has(columns, ...WHO)) throw new UserError('import_nobody', { file });
  const lacking = kind === 'orders' ? OF_ORDERS.filter((key) => !has(columns, key)) : [];
  if (lacking.length > 0) throw new UserError('import_order_columns', { file, lacking: lacking.join(', ') });
  return { kind, columns };
};

/** Under which word the history keeps what tables of this layout say of a customer: with other columns they say something else. */
export const scopeOf = ({ kind, columns }: Layout): string => {
  if (kind !== 'customers') return kind;
  const keys = columns.map(({ target }) => targetKey(target)).filter((key) => key !== '');
  return `customers:${[...new Set(keys)].sort().join(',')}`;
};
