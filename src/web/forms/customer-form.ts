import { z } from 'zod';
import { customerName, instant, named } from './named.ts';
import { factForm } from './tags-form.ts';

export const foundForm = named(
  'Found',
  z.object({
    customers: z.array(customerName),
    tags: z.array(z.object({ id: z.string(), group: z.string().nullable(), name: z.string() })),
  }),
);

export const cardForm = named(
  'Customer',
  z.object({
    customer: customerName,
    asOf: instant,
    owner: z.string().nullable(),
    identities: z.array(z.string()),
    fields: z.record(z.string(), z.unknown()),
    messages: z.number(),
    interactions: z.number(),
    firstContactAt: instant.nullable(),
    lastContactAt: instant.nullable(),
    journey: z.array(z.object({ node: z.string(), at: instant })),
    lastPurchaseAt: instant.nullable(),
    changes: z.array(z.string()).exactOptional(),
  }),
);

const item = named(
  'TimelineItem',
  z.object({
    id: z.string(),
    at: instant,
    kind: z.enum(['message', 'fact', 'change']),
    channel: z.string(),
    from: z.enum(['customer', 'agent', 'system']),
    by: z.string().nullable(),
    text: z.string().nullable(),
    quote: z.string().nullable(),
    recalled: z.boolean(),
    edited: z.boolean(),
    fact: factForm.exactOptional(),
    change: z
      .object({
        ...{ add: z.array(z.string()), remove: z.array(z.string()), fields: z.array(z.string()), owner: z.boolean() },
        ...{ tasks: z.number(), undo: z.boolean(), undone: z.boolean() },
      })
      .exactOptional(),
  }),
);

export const timelineForm = named(
  'Timeline',
  z.object({ customer: customerName, asOf: instant, items: z.array(item), next: z.string().nullable() }),
);

export const changesForm = named('Changes', z.object({ version: z.number(), changed: z.boolean() }));
