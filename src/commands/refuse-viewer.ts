import type { Customer } from '../domain/customer.ts';
import { UserError } from '../errors.ts';
import { auditDenials } from './change-customer.ts';
import type { Context } from './command.ts';

/** A viewer who asks for a change is refused, and that stands in the audit. */
export const refuseViewer = async (context: Context, customer: Customer | null): Promise<void> => {
  if (context.actor.role !== 'viewer') return;
  const error = new UserError('viewer_changes_nothing');
  await auditDenials(context, customer, error);
  throw error;
};
