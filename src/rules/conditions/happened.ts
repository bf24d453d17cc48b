import { z } from 'zod';
import { never } from '../condition.ts';
import { asksForSome, boundsFields, hasBound, ONE_BOUND, within } from './bounds.ts';
import { conditionKind } from './kind.ts';
import { countWithin, nextLeaving } from './windows.ts';

/** Events of which the newest are remembered so many times; more cannot be asked for. */
export const MOST_COUNTED = 100;

/** How often an event of this name came, within so many days or ever. */
export const happened = conditionKind({
  word: 'happened',
  schema: z
    .strictObject({
      event: z.string('Write the name of an event, like visit.'),
      days: z.number('Write a number of days.').gt(0).max(3650).optional(),
      ...boundsFields,
    })
    .refine(hasBound, ONE_BOUND)
    .refine(
      ({ at_least = 0, more_than = 0, at_most = 0, less_than = 0 }) =>
        Math.max(at_least, more_than, at_most, less_than) <= MOST_COUNTED,
      `Write at most ${MOST_COUNTED}.`,
    ),
  compile: ({ event, days, ...bounds }) => ({
    holds: ({ state, at }) => within(countWithin(state.happened[event] ?? [], at, days), bounds),
    turnsAt: days === undefined ? never : ({ state, at }) => nextLeaving(state.happened[event] ?? [], at, days),
    reads: [`event:${event}`],
    negates: [],
    needs: asksForSome(bounds) ? [{ kind: 'event', id: event }] : null,
  }),
});
