/** Every `event` that a line may tell of. */
export const FACTS = [
  'visit',
  'order',
  'payment',
  'quote',
  'quote_answered',
  'quote_withdrawn',
  'form',
  'rating',
  'refund',
  'order_cancelled',
  'group_join',
  'referral',
  'recall',
  'edit',
  'profile',
  'custom',
] as const;
