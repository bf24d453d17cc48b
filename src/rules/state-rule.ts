import type { CustomerState } from '../domain/customer.ts';
import type { Instant } from '../domain/time.ts';
import type { RulesInForce } from './in-force.ts';

/** A rule whose tag is carried exactly while its condition holds. */
export interface StateRule {
  id: string;
  version: string;
  tag: string;
  holds: (state: CustomerState, at: Instant, rules: RulesInForce) => boolean;
  /** The moment at which time alone makes the condition true, or null. */
  turnsAt: (state: CustomerState, rules: RulesInForce) => Instant | null;
}
