import { z } from 'zod';
import { SCOPES } from '../../domain/access.ts';
import { ROLES } from '../../domain/person.ts';
import { named } from '../forms/named.ts';
import { type Route, route } from '../route.ts';
import { noParams, noQuery } from './parts.ts';

const meForm = named(
  'Me',
  z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    kind: z.enum(['person', 'token']),
    scopes: z.array(z.enum(SCOPES)),
    lang: z.enum(['zh', 'en']),
    zone: z.string(),
  }),
);

export const me: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/me',
    needs: 'read',
    summary: { zh: '我是谁，有什么权限', en: 'Who asks, and with what rights' },
    params: noParams,
    query: noQuery,
    body: null,
    answer: meForm,
    run: async ({ app, caller, lang }) => {
      const { id, name, role } = caller.actor;
      const zone = app.inForce.people().byId(id)?.zone ?? app.inForce.config().zone;
      const scopes = caller.kind === 'token' ? [...caller.scopes] : [];
      return { id, name, role, kind: caller.kind, scopes, lang, zone };
    },
  }),
];
