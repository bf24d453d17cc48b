import type { Naming } from './catalogue.ts';
import type { CustomerState } from './customer.ts';
import { counts } from './spend.ts';
import type { Instant } from './time.ts';
import type { Order, Paid } from './trade.ts';

/** Something that was paid for and kept. */
export interface Purchase extends Naming {
  at: Instant;
  /** The order that the payment named; null for one without. */
  order: string | null;
}

const NOTHING = { id: null, product: null, model: null };

/** A payment says what it is for, else its order does. */
const purchaseOf = ({ at, product, model }: Paid, order: Naming & { id: string | null }): Purchase => ({
  at,
  order: order.id,
  product: product ?? order.product,
  model: model ?? order.model,
});

const isKept = (order: Order): boolean => !order.cancelled && counts(order);

/** What a customer paid for, in no order: not what was cancelled or refunded in full. */
export const purchasesOf = ({ orders, payments }: Pick<CustomerState, 'orders' | 'payments'>): Purchase[] => [
  ...orders.filter(isKept).flatMap((order) => order.payments.map((paid) => purchaseOf(paid, order))),
  ...payments.map((paid) => purchaseOf(paid, NOTHING)),
];

/** When a customer paid last for something they kept; null where they never did. */
export const lastPurchaseAt = (state: Pick<CustomerState, 'orders' | 'payments'>): Instant | null =>
  purchasesOf(state).reduce<Instant | null>((last, { at }) => (last === null || at > last ? at : last), null);
