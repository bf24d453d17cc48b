import { canonicalJson } from '../../domain/canonical-json.ts';
import type { CustomerState } from '../../domain/customer.ts';
import { cleanName } from '../../domain/tag-name.ts';
import type { OrderStatement, PaymentStatement, Statement } from './statement.ts';

const knowsContact = ({ lastContactAt, importedContactAt }: CustomerState, value: unknown): boolean => {
  const at = Date.parse(String(value));
  return at === importedContactAt || (lastContactAt !== null && at <= lastContactAt);
};

/** A text as a table can hold it: whatever came in by talk may have line breaks in it. */
const asInTable = (value: unknown): string => (typeof value === 'string' ? cleanName(value) : canonicalJson(value ?? null));

const knows = ({ fields, ...state }: CustomerState, field: string, value: unknown): boolean => {
  if (field === 'lastContactAt') return knowsContact({ fields, ...state }, value);
  const [held, said] = [asInTable(fields[field]), asInTable(value)];
  // People write an address in any case; a table's is in small letters.
  return held === said || (field === 'email' && held.toLowerCase() === said);
};

/** Whether a customer is not yet what a row says. `known`: the joining keys that lead to them. */
export const wouldChange = (state: CustomerState, { who, fields, tags, owner }: Statement, known: ReadonlySet<string>): boolean =>
  (who.name !== null && who.name !== asInTable(state.name)) ||
  (owner !== null && owner !== state.owner?.id) ||
  tags.some((tag) => !state.tags[tag]) ||
  who.keys.some((key) => !known.has(key)) ||
  Object.entries(fields).some(([field, value]) => !knows(state, field, value));

/** Whether a payment without a number is known already, from wherever. */
export const isPaid = ({ orders, payments }: CustomerState, { order, at, amount, currency }: PaymentStatement): boolean =>
  (order === null ? payments : (orders.find(({ id }) => id === order)?.payments ?? [])).some(
    (paid) => paid.at === at && paid.given === amount && paid.currency === currency,
  );

/** How an order of a table stands to what is known of the customer. */
export const orderStanding = (
  { orders }: CustomerState,
  { order, amount, currency, product, model }: OrderStatement,
): 'new' | 'updated' | 'unchanged' => {
  const held = orders.find(({ id, at }) => id === order && at !== null);
  if (!held) return 'new';
  const same = held.given === amount && held.currency === currency;
  const named = (product === null || product === held.product) && (model === null || model === held.model);
  return same && named ? 'unchanged' : 'updated';
};
