import { z } from 'zod';
import { CAUSE_KINDS } from '../../domain/cause.ts';
import { instant, named } from './named.ts';

const counted = { asOf: instant, days: z.number() };
const times = { given: z.number(), before: z.number(), lastAt: instant.nullable() };

export const usageForm = named(
  'Usage',
  z.object({ ...counted, tags: z.array(z.object({ id: z.string(), tag: z.string(), ...times })) }),
);

export const tagUsageForm = named(
  'TagUsage',
  z.object({
    ...counted,
    ...times,
    ...{ id: z.string(), tag: z.string(), query: z.string(), customers: z.number(), daily: z.array(z.number()) },
    by: z.array(z.object({ kind: z.enum(CAUSE_KINDS), id: z.string().nullable(), name: z.string(), given: z.number() })),
  }),
);

export const hitsForm = named(
  'Hits',
  z.object({
    ...counted,
    sources: z.array(
      z.object({
        kind: z.enum(['rule', 'pack', 'intent']),
        ...{ id: z.string(), name: z.string(), does: z.string(), mode: z.enum(['on', 'off']), countable: z.boolean() },
        ...{ tags: z.array(z.string()), ...times, tasks: z.number(), rejected: z.number(), confirmed: z.number().nullable() },
        carried: z.array(z.object({ tag: z.string(), customers: z.number() })).exactOptional(),
      }),
    ),
  }),
);
