import type { People } from '../../config/people.ts';
import type { Customer } from '../../domain/customer.ts';
import { nameKey } from '../../domain/tag-name.ts';
import type { Statement } from './statement.ts';

/** Whether a cell names the owner whom a customer has, by id or by any name that exports call them. */
const isOwner = (text: string, { state: { owner } }: Customer, people: People): boolean =>
  owner !== null &&
  [owner.id, owner.name ?? '', people.byId(owner.id)?.name ?? ''].some((word) => word !== '' && nameKey(word) === nameKey(text));

/** A row that names the customer's owner of today says nothing new of them, also where they stand in no people file. */
export const ofOwner = (statement: Statement, customer: Customer | null, people: People): Statement => {
  const { ownerCell } = statement;
  if (ownerCell === null || !customer || !isOwner(ownerCell.text, customer, people)) return statement;
  return { ...statement, owner: customer.state.owner?.id ?? null, ownerCell: { ...ownerCell, fault: null } };
};
