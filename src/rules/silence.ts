import type { CustomerState } from '../domain/customer.ts';
import { DAY } from '../domain/time.ts';
import type { RulesInForce } from './in-force.ts';
import type { StateRule } from './state-rule.ts';

const silentFrom = (state: CustomerState, rules: RulesInForce): number =>
  (state.lastActAt ?? state.createdAt) + rules.silenceDays * DAY;

/** 静默: at least 30 days since the customer's last act; exactly 30 days is silent. Our own messages never end it. */
export const silence: StateRule = {
  id: 'silence',
  version: '1',
  tag: 'silent',
  holds: (state, at, rules) => at >= silentFrom(state, rules),
  turnsAt: silentFrom,
};
