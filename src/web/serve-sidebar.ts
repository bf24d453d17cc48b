import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Lang } from '../text/lang.ts';
import { sidebarPage } from '../text/sidebar-page.ts';
import { sendPage } from './send-page.ts';

/** Names of files carry a part of their hash, so that a browser never shows an old one. */
const nameOf = (text: string): string => `sidebar-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`;

/** The chat sidebar. Its shell and script hold nobody's data, so whoever is not signed in may have them. @param dir where the built pages lie */
export const serveSidebar = (
  server: FastifyInstance,
  { dir, langOf }: { dir: string; langOf: (request: FastifyRequest) => Lang },
): void => {
  const script = readFileSync(join(dir, 'sidebar.js'), 'utf8');
  const style = readFileSync(join(dir, 'style.css'), 'utf8').trim();
  const path = `/assets/${nameOf(script)}`;
  server.get('/sidebar', async (request, reply) =>
    sendPage(reply, sidebarPage(langOf(request), { style, script: path }), { scripts: true }),
  );
  server.get(path, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=31536000, immutable').type('text/javascript; charset=utf-8').send(script),
  );
};
