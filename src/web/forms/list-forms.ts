import { z } from 'zod';
import { CAUSE_KINDS } from '../../domain/cause.ts';
import { customerName, instant, named, seen } from './named.ts';
import { evidenceForm } from './tags-form.ts';

export const segmentForm = named(
  'Segment',
  z.object({
    query: z.string(),
    understood: z.string(),
    asOf: instant,
    behindMinutes: z.number().exactOptional(),
    count: z.number(),
    exact: z.boolean(),
    customers: z.array(
      z.object({
        ...customerName.shape,
        owner: z.string().nullable(),
        stage: z.string().nullable(),
        lastContactAt: instant.nullable(),
        tags: z.array(z.string()),
      }),
    ),
    next: z.string().nullable(),
    saved: z.string().exactOptional(),
  }),
);

export const savedForm = named(
  'SavedSegments',
  z.object({
    segments: z.array(
      z.object({
        ...{ name: z.string(), query: z.string(), by: z.string(), at: instant },
        ...{ count: z.number().nullable().exactOptional(), problem: z.string().exactOptional() },
      }),
    ),
    dropped: z.string().exactOptional(),
  }),
);

const taskForm = named(
  'Task',
  z.object({
    id: z.string(),
    title: z.string(),
    customer: customerName,
    owner: z.string().nullable(),
    due: instant.nullable(),
    state: z.enum(['open', 'snoozed', 'done', 'resolved']),
    why: z.string().nullable(),
    rule: z.string().nullable(),
    overdue: z.boolean(),
    snoozedUntil: instant.nullable(),
  }),
);

export const tasksForm = named(
  'Tasks',
  z.object({
    asOf: instant,
    seen: seen.exactOptional(),
    tasks: z.array(taskForm),
    changes: z.array(z.object({ action: z.enum(['add', 'done', 'snooze']), id: z.string(), title: z.string() })).exactOptional(),
  }),
);

export const quotesForm = named(
  'Quotes',
  z.object({
    asOf: instant,
    seen: seen.exactOptional(),
    quotes: z.array(
      z.object({
        id: z.string().nullable(),
        customer: customerName,
        amount: z.number().nullable(),
        currency: z.string().nullable(),
        owner: z.string().nullable(),
        at: instant,
        days: z.number(),
        state: z.string(),
        stale: z.boolean(),
      }),
    ),
  }),
);

export const reviewForm = named(
  'Review',
  z.object({
    asOf: instant,
    seen: seen.exactOptional(),
    count: z.number(),
    more: z.literal(true).exactOptional(),
    reviews: z.array(
      z.object({
        customer: customerName,
        owner: z.string().nullable(),
        tag: z.object({ id: z.string(), group: z.string().nullable(), name: z.string() }),
        by: z.object({ kind: z.enum(CAUSE_KINDS), id: z.string(), version: z.string() }),
        confidence: z.number(),
        since: instant,
        evidence: z.array(evidenceForm),
      }),
    ),
  }),
);
