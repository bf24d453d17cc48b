import { z } from 'zod';
import { ROLES } from '../../domain/person.ts';
import { named } from '../forms/named.ts';
import { type Route, route } from '../route.ts';
import { noParams, noQuery } from './parts.ts';

const peopleForm = named(
  'People',
  z.object({
    people: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES), team: z.string().nullable() })),
  }),
);

export const people: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/people',
    needs: 'read',
    summary: { zh: '谁在这里工作：编号、名字、角色', en: 'Who works here: ids, names and roles' },
    params: noParams,
    query: noQuery,
    body: null,
    answer: peopleForm,
    run: async ({ app }) => ({
      people: app.inForce.people().all.map(({ id, name, role, team }) => ({ id, name, role, team: team ?? null })),
    }),
  }),
];
