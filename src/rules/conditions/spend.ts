import { z } from 'zod';
import { fromMinor } from '../../domain/money.ts';
import { SPEND_DAYS, spendItems, spentEver, spentWithin } from '../../domain/spend.ts';
import { never } from '../condition.ts';
import { boundsFields, canMeet, hasBound, NO_NUMBER, ONE_BOUND, within } from './bounds.ts';
import { conditionKind } from './kind.ts';
import { nextLeaving } from './windows.ts';

/** What a customer spent (semantics 5), in the home currency's main unit; `days: ever` is their lifetime. */
export const spend = conditionKind({
  word: 'spend',
  schema: z
    .strictObject({
      days: z.union([z.number('Write a number of days, or ever.').gt(0).max(36_500), z.literal('ever')]).default(SPEND_DAYS),
      ...boundsFields,
    })
    .refine(hasBound, ONE_BOUND)
    .refine(canMeet, NO_NUMBER),
  compile: ({ days, ...bounds }) => ({
    holds: ({ state, at, rules }) => {
      const spent = days === 'ever' ? spentEver(state) : spentWithin(state, at, days);
      return within(fromMinor(spent, rules.currencies.home), bounds);
    },
    turnsAt:
      days === 'ever'
        ? never
        : ({ state, at }) =>
            nextLeaving(
              spendItems(state).map((item) => item.at),
              at,
              days,
            ),
    reads: ['spend'],
    negates: [],
    needs: null,
  }),
});
