import type { CustomerState } from './customer.ts';
import { counts } from './spend.ts';
import type { Instant } from './time.ts';

/** The points of a customer's way that are dated, in their order. */
export const JOURNEY_NODES = ['inquiry', 'trial', 'deal', 'renewal'] as const;
export type JourneyNode = (typeof JOURNEY_NODES)[number];

/** What people call them. */
export const JOURNEY_NAMES: Record<JourneyNode, { zh: string; en: string }> = {
  inquiry: { zh: '首次咨询', en: 'first inquiry' },
  trial: { zh: '试用', en: 'trial' },
  deal: { zh: '成交', en: 'deal' },
  renewal: { zh: '续费', en: 'renewal' },
};

/** The tag whose first mention begins a trial. */
export const TRIAL_TAG = 'trial_demo';

/** When orders that count were first paid, and payments without an order, the earliest first: the first is the deal, the second the renewal. */
const paidAt = ({ orders, payments }: Pick<CustomerState, 'orders' | 'payments'>): Instant[] =>
  [...orders.filter(counts).flatMap((order) => order.payments[0]?.at ?? []), ...payments.map(({ at }) => at)].sort(
    (a, b) => a - b,
  );

/** When a customer came to a node of their way; null where they have not, or where what it rested on was taken back. */
export const reachedAt = (state: Pick<CustomerState, 'orders' | 'payments' | 'journey'>, node: JourneyNode): Instant | null =>
  node === 'deal' || node === 'renewal' ? (paidAt(state)[node === 'deal' ? 0 : 1] ?? null) : (state.journey[node] ?? null);
