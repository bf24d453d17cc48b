import { z } from 'zod';
import { profileField } from '../../domain/profile.ts';
import { never } from '../condition.ts';
import { boundsFields, canMeet, hasBound, NO_NUMBER, within } from './bounds.ts';
import { conditionKind } from './kind.ts';

const value = z.union([z.string(), z.number()], 'Write a word or a number here.');

/** As profile fields are kept (`profile.ts`), and without case. */
const fold = (given: unknown): string => String(given).normalize('NFKC').trim().toLowerCase();
const withoutCase = (held: unknown): string => String(held).toLowerCase();

/** A field of the profile: equal to a value, one of several, within bounds, or there at all. */
export const field = conditionKind({
  word: 'field',
  schema: z
    .strictObject({
      name: z
        .string('Write the name of a field.')
        .refine((word) => profileField(word) !== undefined, 'Write a field of the profile.'),
      is: value.optional(),
      in: z.array(value, 'Write a list of values.').min(1, 'Write a list of values.').max(1000).optional(),
      ...boundsFields,
    })
    .refine(canMeet, NO_NUMBER),
  compile: ({ name, is, in: list, ...bounds }) => {
    const id = profileField(name)?.id ?? name;
    const wanted = list ?? (is === undefined ? undefined : [is]);
    const among = wanted && new Set(wanted.map((word) => fold(profileField(name)?.parse(word) ?? word)));
    const bounded = hasBound(bounds);
    const isWithin = (one: unknown) => within(Number(one), bounds);
    const fits = (held: unknown) => (!among || among.has(withoutCase(held))) && (!bounded || isWithin(held));
    return {
      holds: ({ state }) => {
        const held = state.fields[id];
        if (held === undefined) return false;
        if (!Array.isArray(held)) return fits(held);
        return (!among || held.some((one) => among.has(withoutCase(one)))) && (!bounded || held.some(isWithin));
      },
      turnsAt: never,
      reads: [`field:${id}`],
      negates: [],
      needs: [{ kind: 'field', id }],
    };
  },
});
