import { z } from 'zod';
import { never } from '../condition.ts';
import { asksForSome, boundsFields, countCanMeet, hasBound, MOST_COUNTED, NO_COUNT, ONE_BOUND, within } from './bounds.ts';
import { eventName } from './event-name.ts';
import { conditionKind } from './kind.ts';
import { countWithin, nextLeaving } from './windows.ts';

/** How often an event of this name came, within so many days or ever. */
export const happened = conditionKind({
  word: 'happened',
  schema: z
    .strictObject({
      event: eventName,
      days: z.number('Write a number of days.').gt(0).max(3650).optional(),
      ...boundsFields,
    })
    .refine(hasBound, ONE_BOUND)
    .refine((bounds) => countCanMeet(bounds, MOST_COUNTED), NO_COUNT),
  compile: ({ event, days, ...bounds }) => ({
    holds: ({ state, at }) => within(countWithin(state.happened[event] ?? [], at, days), bounds),
    turnsAt: days === undefined ? never : ({ state, at }) => nextLeaving(state.happened[event] ?? [], at, days),
    reads: [`event:${event}`],
    negates: [],
    needs: asksForSome(bounds) ? [{ kind: 'event', id: event }] : null,
  }),
});
