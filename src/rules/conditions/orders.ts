import { z } from 'zod';
import { ordersWithin, orderTimes } from '../../domain/spend.ts';
import { never } from '../condition.ts';
import { boundsFields, countCanMeet, hasBound, NO_NUMBER, ONE_BOUND, within } from './bounds.ts';
import { conditionKind } from './kind.ts';
import { nextLeaving } from './windows.ts';

/** How many distinct orders count (semantics 5): not those cancelled unpaid or refunded in full. Without `days`: ever. */
export const orders = conditionKind({
  word: 'orders',
  schema: z
    .strictObject({ days: z.number('Write a number of days.').gt(0).max(36_500).optional(), ...boundsFields })
    .refine(hasBound, ONE_BOUND)
    .refine((bounds) => countCanMeet(bounds, Infinity), NO_NUMBER),
  compile: ({ days, ...bounds }) => ({
    holds: ({ state, at }) => within(ordersWithin(state, at, days), bounds),
    turnsAt: days === undefined ? never : ({ state, at }) => nextLeaving(orderTimes(state), at, days),
    reads: ['orders'],
    negates: [],
    needs: null,
  }),
});
