import { z } from 'zod';
import { ROLES } from '../../domain/person.ts';
import { customerName, named, words } from './named.ts';

/** The yes to a question: its token. Without it, or where by now more customers are touched, it is asked. */
const confirm = words(64).optional();

/** What can be done to a tag or a group; names and definitions are in the language of the request. */
export const editForm = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('rename'), name: words(600), confirm }),
  z.strictObject({ do: z.literal('alias'), name: words(600), confirm }),
  z.strictObject({ do: z.literal('define'), text: words(2000), confirm }),
  z.strictObject({ do: z.literal('colour'), colour: words(40), confirm }),
  z.strictObject({ do: z.enum(['archive', 'restore']), confirm }),
]);

const asks = z.object({ edit: z.string(), tag: z.string(), to: z.string().nullable() });

export const editedForm = named(
  'LibraryEdited',
  z.union([
    z.object({
      applied: z.literal(false),
      ...{ asks, count: z.number(), customers: z.array(customerName), confirm: z.string() },
    }),
    z.object({ applied: z.literal(true), ...asks.shape, changed: z.boolean(), version: z.number(), customers: z.number() }),
  ]),
);

export const handbookForm = named(
  'HandbookEntry',
  z.object({
    ...{ id: z.string(), kind: z.enum(['group', 'tag']), name: z.string(), path: z.array(z.string()), colour: z.string() },
    ...{ definition: z.string().nullable(), note: z.string().nullable(), aliases: z.array(z.string()) },
    examples: z.array(z.string()),
    words: z.array(
      z.object({
        ...{ topic: z.string(), hits: z.number(), days: z.number() },
        ...{ phrases: z.array(z.string()), examples: z.array(z.string()) },
      }),
    ),
    ...{ roles: z.array(z.enum(ROLES)).nullable(), machine: z.boolean(), assignable: z.boolean() },
    onlyOneOf: z.string().nullable(),
    rules: z.array(z.object({ id: z.string(), name: z.string(), does: z.string(), on: z.boolean() })),
    ttlDays: z.number().nullable(),
    archived: z.boolean(),
  }),
);
