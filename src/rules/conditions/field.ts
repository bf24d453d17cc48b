import { z } from 'zod';
import { profileField } from '../../domain/profile.ts';
import { never } from '../condition.ts';
import { boundsFields, hasBound, within } from './bounds.ts';
import { conditionKind } from './kind.ts';

const value = z.union([z.string(), z.number()], 'Write a word or a number here.');

const fold = (given: unknown): string => String(given).normalize('NFKC').trim().toLowerCase();

/** A field of the profile: equal to a value, one of several, within bounds, or there at all. */
export const field = conditionKind({
  word: 'field',
  schema: z.strictObject({
    name: z
      .string('Write the name of a field.')
      .refine((word) => profileField(word) !== undefined, 'Write a field of the profile.'),
    is: value.optional(),
    in: z.array(value, 'Write a list of values.').optional(),
    ...boundsFields,
  }),
  compile: ({ name, is, in: list, ...bounds }) => {
    const id = profileField(name)?.id ?? name;
    const wanted = list ?? (is === undefined ? undefined : [is]);
    const among = wanted && new Set(wanted.map((word) => fold(profileField(name)?.parse(word) ?? word)));
    return {
      holds: ({ state }) => {
        const held = state.fields[id];
        if (held === undefined) return false;
        const values = Array.isArray(held) ? held : [held];
        if (among && !values.some((one) => among.has(fold(one)))) return false;
        return !hasBound(bounds) || values.some((one) => within(Number(one), bounds));
      },
      turnsAt: never,
      reads: [`field:${id}`],
      negates: [],
      needs: [{ kind: 'field', id }],
    };
  },
});
