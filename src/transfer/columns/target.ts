/** What a column may be beside a field of the profile (`domain/profile.ts`) and a group of tags. */
export const COLUMNS = [
  'id',
  'customer',
  'key',
  'owner',
  'tags',
  'lastContactAt',
  'birthday',
  'order',
  'orderedAt',
  'amount',
  'payment',
  'paidAt',
  'paid',
  'currency',
  'product',
  'model',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** What a column means: `field` is one of the profile, `group` the id of a group whose tags it holds; `left_out` is read by nobody. */
export type Target =
  | { to: 'column'; name: ColumnName }
  | { to: 'field'; field: string }
  | { to: 'group'; group: string }
  | { to: 'left_out' };

export const holdsTags = (target: Target): boolean => target.to === 'group' || (target.to === 'column' && target.name === 'tags');

/** Targets that two columns of one file may both have: their tags go together. */
export const isShared = (target: Target): boolean => target.to === 'left_out' || holdsTags(target);

/** The same for equal targets. */
export const targetKey = (target: Target): string => {
  if (target.to === 'column') return target.name;
  if (target.to === 'field') return `field:${target.field}`;
  return target.to === 'group' ? `group:${target.group}` : '';
};

/** What one cell may say of the rows below it: who they are about and what kind of things. Of numbers that add up it cannot be known whose part is which. */
const ADDS_UP = ['amount', 'paid', 'order', 'payment'];
/** By these two customers would become one. */
const OWN = ['id', 'key', 'field:phone', 'field:email'];

/** Whether a cell that goes over several rows says the same of each; of customers each row is another one. */
export const saysOfEach = (target: Target, ofCustomers: boolean): boolean =>
  ![...ADDS_UP, ...(ofCustomers ? OWN : [])].includes(targetKey(target));
