import type { FastifyInstance } from 'fastify';
import type { App } from '../../app.ts';
import type { Access } from '../access.ts';
import type { Site } from '../site.ts';
import type { Tries } from '../tries.ts';
import type { WecomToolbar } from './toolbar.ts';
import { serveWecomCustomer } from './wecom-customer.ts';
import { serveWecomSignIn } from './wecom-sign-in.ts';

/** The sidebar in the toolbar of WeCom's chats: members sign in by WeCom, and the page learns whose chat it stands beside. */
export const serveWecom = (
  server: FastifyInstance,
  parts: { app: App; site: Site; access: Access; tries: Tries; cookie: () => string; toolbar: WecomToolbar },
): void => {
  serveWecomSignIn(server, parts);
  serveWecomCustomer(server, parts);
};
