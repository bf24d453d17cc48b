import { z } from 'zod';
import { CAUSE_KINDS } from '../../domain/cause.ts';
import { customerName, instant, named, seen } from './named.ts';
import { evidenceForm } from './tags-form.ts';

const whose = { customer: customerName, owner: z.string().nullable(), ownerName: z.string().exactOptional() };

const section = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('stale_quotes'),
    items: z.array(
      z.object({
        ...whose,
        quote: z.string().nullable(),
        amount: z.number().nullable(),
        currency: z.string().nullable(),
        days: z.number(),
        lastWords: z.string().nullable(),
        at: instant,
      }),
    ),
  }),
  z.object({
    kind: z.literal('leads'),
    items: z.array(z.object({ ...whose, createdAt: instant, stage: z.string().nullable(), source: z.string().nullable() })),
  }),
  z.object({
    kind: z.literal('silent_vips'),
    items: z.array(z.object({ ...whose, since: instant, lastContactAt: instant.nullable() })),
  }),
  z.object({
    kind: z.literal('complaints'),
    items: z.array(z.object({ ...whose, since: instant, evidence: z.array(evidenceForm) })),
  }),
  z.object({
    kind: z.literal('changes'),
    items: z.array(z.object({ tag: z.string(), added: z.number(), removed: z.number() })),
  }),
  z.object({
    kind: z.literal('losing_precision'),
    items: z.array(
      z.object({
        source: z.object({ kind: z.enum(CAUSE_KINDS), id: z.string() }),
        ...{ given: z.number(), rejected: z.number(), precision: z.number() },
      }),
    ),
  }),
]);

export const digestForm = named(
  'Digest',
  z.object({
    for: z.string(),
    date: z.string(),
    asOf: instant,
    behindMinutes: z.number().exactOptional(),
    seen: seen.exactOptional(),
    sections: z.array(section),
  }),
);
