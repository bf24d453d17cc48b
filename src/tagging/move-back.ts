import { CAUSE_KINDS } from '../domain/cause.ts';
import type { Change } from '../domain/change.ts';
import type { CustomerState } from '../domain/customer.ts';
import { counts } from '../domain/spend.ts';
import type { Instant } from '../domain/time.ts';
import { strongest } from './carry.ts';

/**
 * Takes a rule's stage move back when the order that it rests on was cancelled or refunded in full, and nothing has moved the stage
 * since (semantics 9). Changes `state`.
 */
export const moveBack = (state: CustomerState, at: Instant): Change[] => {
  const { moved } = state;
  if (!moved) return [];
  const order = state.orders.find(({ id }) => id === moved.order);
  if (!order || counts(order)) return [];
  state.moved = null;
  const held = state.tags[moved.to];
  if (held?.since !== moved.at) return [];
  const { kind = 'rule', id = '', version = '' } = strongest(held.causes, CAUSE_KINDS) ?? {};
  const by = { at, actor: kind, cause: { kind, id, version }, reason: 'ended' as const };
  delete state.tags[moved.to];
  const gone: Change = { ...by, tag: moved.to, action: 'remove', ...(moved.before ? { replacedBy: moved.before.tag } : {}) };
  if (!moved.before) return [gone];
  state.tags[moved.before.tag] = moved.before.tagging;
  return [gone, { ...by, tag: moved.before.tag, action: 'add' }];
};
