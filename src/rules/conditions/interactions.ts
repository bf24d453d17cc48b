import { z } from 'zod';
import { boundsFields, countCanMeet, hasBound, MOST_COUNTED, NO_COUNT, ONE_BOUND, within } from './bounds.ts';
import { conditionKind } from './kind.ts';
import { countWithin, nextLeaving } from './windows.ts';

/** How often a customer acted (semantics 4): messages close to one another are one interaction, dated by its first message. */
export const interactions = conditionKind({
  word: 'interactions',
  schema: z
    .strictObject({ days: z.number('Write a number of days.').gt(0).max(3650), ...boundsFields })
    .refine(hasBound, ONE_BOUND)
    .refine((bounds) => countCanMeet(bounds, MOST_COUNTED), NO_COUNT),
  compile: ({ days, ...bounds }) => ({
    holds: ({ state, at }) => within(countWithin(state.acts, at, days), bounds),
    turnsAt: ({ state, at }) => nextLeaving(state.acts, at, days),
    reads: ['interactions'],
    negates: [],
    needs: null,
  }),
});
