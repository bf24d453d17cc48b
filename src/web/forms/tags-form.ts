import { z } from 'zod';
import { CAUSE_KINDS } from '../../domain/cause.ts';
import { customerName, instant, named } from './named.ts';

const source = z.object({ kind: z.enum(CAUSE_KINDS), id: z.string(), version: z.string() });

export const factForm = named(
  'Fact',
  z.object({
    event: z.string(),
    order: z.string().exactOptional(),
    quote: z.string().exactOptional(),
    amount: z.number().exactOptional(),
    currency: z.string().exactOptional(),
    product: z.string().exactOptional(),
    model: z.string().exactOptional(),
  }),
);

export const evidenceForm = named(
  'Evidence',
  z.object({
    message: z.string(),
    text: z.string().nullable(),
    span: z.tuple([z.number(), z.number()]).nullable(),
    at: instant,
    fact: factForm.exactOptional(),
  }),
);

export const causeForm = named(
  'Cause',
  z.object({
    ...source.shape,
    since: instant,
    expiresAt: instant.nullable(),
    confidence: z.number(),
    count: z.number(),
    evidence: z.array(evidenceForm),
  }),
);

const tagForm = named(
  'Tag',
  z.object({
    id: z.string(),
    group: z.string().nullable(),
    name: z.string(),
    colour: z.string(),
    since: instant,
    expiresAt: instant.nullable(),
    by: z.object({ ...source.shape, name: z.string().exactOptional() }),
    confidence: z.number(),
    causes: z.array(causeForm),
  }),
);

const tagsShape = {
  customer: customerName,
  asOf: instant,
  behindMinutes: z.number().exactOptional(),
  owner: z.string().nullable(),
  stage: z.object({ name: z.string(), since: instant }).nullable(),
  tags: z.array(tagForm),
  suggested: z.array(tagForm),
};
export const tagsForm = named('Tags', z.object(tagsShape));

export const changeForm = named(
  'Change',
  z.object({
    action: z.enum(['add', 'remove', 'suggest', 'withdraw']),
    tag: z.string(),
    by: source,
    replacedBy: z.string().exactOptional(),
  }),
);

export const changedForm = named(
  'Changed',
  z.object({
    ...tagsShape,
    changes: z.array(changeForm),
    fieldChanges: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })).exactOptional(),
  }),
);

const historyForm = z.object({
  at: instant,
  actor: z.string(),
  action: z.string(),
  cause: source,
  reason: z.string().exactOptional(),
  replacedBy: z.string().exactOptional(),
  batch: z.object({ id: z.string(), of: z.string(), customers: z.number() }).exactOptional(),
});

export const whyForm = named(
  'Why',
  z.object({
    customer: customerName,
    tag: z.string(),
    asOf: instant,
    carried: z.boolean(),
    suggested: z.boolean(),
    causes: z.array(causeForm),
    history: z.array(historyForm),
  }),
);
