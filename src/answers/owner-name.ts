import type { App } from '../app.ts';
import type { CustomerState } from '../domain/customer.ts';

/** The name of a customer's owner: from the people file, else as the channel called them. */
export const ownerName = (app: Pick<App, 'inForce'>, { owner }: Pick<CustomerState, 'owner'>): string | null =>
  owner && (app.inForce.people().byId(owner.id)?.name ?? owner.name ?? owner.id);
