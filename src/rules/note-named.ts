import { namingOf } from '../domain/catalogue.ts';
import type { CustomerState } from '../domain/customer.ts';
import type { FactBody } from '../domain/event.ts';
import { withNaming } from '../domain/named.ts';
import type { Instant } from '../domain/time.ts';

const NAMING = new Set(['visit', 'order', 'payment']);

/** Remembers which products and models a fact names, catalogued or not. Changes `state`. */
export const noteNamed = (state: CustomerState, { name, data }: FactBody, at: Instant): void => {
  if (!NAMING.has(name)) return;
  const naming = namingOf(data);
  if (naming.product !== null || naming.model !== null) state.named = withNaming(state.named, naming, at);
};
