import { z } from 'zod';
import { never } from '../condition.ts';
import { boundsFields, canMeet, hasBound, NO_NUMBER, within } from './bounds.ts';
import { conditionKind } from './kind.ts';

const value = z.union([z.string(), z.number(), z.boolean()], 'Write a word or a number here.');

const fold = (given: unknown): string => String(given).normalize('NFKC').trim().toLowerCase();

/** A field of the event's own data, as `score` of a rating: equal to a value, one of several, or within bounds. */
export const data = conditionKind({
  word: 'data',
  schema: z
    .strictObject({
      field: z.string('Write a field of the event, like score.'),
      is: value.optional(),
      in: z.array(value, 'Write a list of values.').min(1, 'Write a list of values.').max(1000).optional(),
      ...boundsFields,
    })
    .refine(canMeet, NO_NUMBER),
  compile: ({ field, is, in: list, ...bounds }) => {
    const wanted = list ?? (is === undefined ? undefined : [is]);
    const among = wanted && new Set(wanted.map(fold));
    return {
      holds: ({ event }) => {
        const held = event?.body.kind === 'fact' ? event.body.data[field] : undefined;
        if (held === undefined || held === null) return false;
        return (!among || among.has(fold(held))) && (!hasBound(bounds) || within(Number(held), bounds));
      },
      turnsAt: never,
      reads: ['event'],
      negates: [],
      needs: null,
    };
  },
});
