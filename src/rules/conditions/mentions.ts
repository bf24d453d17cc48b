import { z } from 'zod';
import { asksForSome, boundsFields, countCanMeet, hasBound, ONE_BOUND, within } from './bounds.ts';
import { conditionKind } from './kind.ts';
import { countWithin, nextLeaving } from './windows.ts';

/** Mentions kept of every topic (`topic-wishes.ts`); more cannot be asked for. */
const MOST = 5;

/** How many messages asked for this tag in the customer's own words; a refusal takes its mentions back. */
export const mentions = conditionKind({
  word: 'mentions',
  schema: z
    .strictObject({
      of: z.string('Write a tag here.'),
      days: z.number('Write a number of days.').gt(0).max(365),
      ...boundsFields,
    })
    .refine(hasBound, ONE_BOUND)
    .refine((bounds) => countCanMeet(bounds, MOST), `Change the bounds: no count from 0 to ${MOST} lies within them.`),
  compile: ({ of, days, ...bounds }, { tag }) => {
    const id = tag(of);
    return {
      holds: ({ state, at }) =>
        within(
          countWithin(
            (state.marks[id] ?? []).map((mark) => mark.at),
            at,
            days,
          ),
          bounds,
        ),
      turnsAt: ({ state, at }) =>
        nextLeaving(
          (state.marks[id] ?? []).map((mark) => mark.at),
          at,
          days,
        ),
      reads: [`topic:${id}`],
      negates: [],
      needs: asksForSome(bounds) ? [{ kind: 'topic', id }] : null,
    };
  },
});
