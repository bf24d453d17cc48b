import { z } from 'zod';
import { asksForSome, boundsFields, countCanMeet, hasBound, NO_NUMBER, ONE_BOUND, within } from './bounds.ts';
import { conditionKind } from './kind.ts';
import { countWithin, nextLeaving } from './windows.ts';

/** How many different ones of these tags the customer's own words asked for lately; a refusal of one takes its mentions back. */
export const topics = conditionKind({
  word: 'topics',
  schema: z
    .strictObject({
      of: z.array(z.string('Write a tag here.'), 'Write a list of tags here.').min(1, 'Write a list of tags here.').max(100),
      days: z.number('Write a number of days.').gt(0).max(365),
      ...boundsFields,
    })
    .refine(hasBound, ONE_BOUND)
    .refine(({ of, ...bounds }) => countCanMeet(bounds, of.length), NO_NUMBER),
  compile: ({ of, days, ...bounds }, { tag }) => {
    const tags = [...new Set(of.map(tag))];
    return {
      holds: ({ state, at }) => {
        const said = tags.filter(
          (id) =>
            countWithin(
              (state.marks[id] ?? []).map((mark) => mark.at),
              at,
              days,
            ) > 0,
        );
        return within(said.length, bounds);
      },
      turnsAt: ({ state, at }) => {
        // Only the newest mention of each decides when it has been too long.
        const newest = tags.flatMap((id) => state.marks[id]?.at(-1)?.at ?? []);
        return nextLeaving(newest, at, days);
      },
      reads: tags.map((id) => `topic:${id}`),
      negates: [],
      needs: asksForSome(bounds) ? tags.map((id) => ({ kind: 'topic' as const, id })) : null,
    };
  },
});
