import { silence } from './silence.ts';
import type { StateRule } from './state-rule.ts';

/** The shipped state rules, in no order that matters. */
export const stateRules: readonly StateRule[] = [silence];
