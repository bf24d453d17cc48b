import { z } from 'zod';
import { customerAt } from '../customer-at.ts';
import { named } from '../forms/named.ts';
import { PARTS } from '../live-board.ts';
import type { Route } from '../route.ts';
import { customerParams, noQuery } from './parts.ts';

const newsForm = named(
  'News',
  z.object({
    customer: z.string(),
    version: z.number(),
    gone: z.boolean(),
    parts: z.array(z.enum(PARTS)),
    tags: z.array(
      z.object({
        action: z.enum(['add', 'remove', 'suggest', 'withdraw']),
        id: z.string(),
        group: z.string().nullable(),
        name: z.string(),
        colour: z.string(),
      }),
    ),
  }),
);

export const live: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/customers/:id/live',
    needs: 'read',
    summary: {
      zh: '实时事件：now 是现在的版本，change 说哪些部分变了，gone 说客户并入了别人',
      en: 'Server-sent events: now has the version that stands, change says which parts changed, gone that they became part of another',
    },
    params: customerParams,
    query: noQuery,
    body: null,
    answer: newsForm,
    streams: true,
    run: ({ app, params }) => customerAt(app, (params as z.infer<typeof customerParams>).id),
  },
];
