import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Lang } from '../text/lang.ts';
import { pageShell } from '../text/page-shell.ts';
import { sendPage } from './send-page.ts';

/** The pages with a script, each a folder of `pages/` of that name. */
const PAGES = ['sidebar', 'console'] as const;

/** Names of files carry a part of their hash, so that a browser never shows an old one. */
const assetOf = (name: string, text: string): string =>
  `/assets/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`;

/** The pages. Their shells and scripts hold nobody's data, so whoever is not signed in may have them. @param dir where the built pages lie */
export const servePages = (
  server: FastifyInstance,
  { dir, langOf }: { dir: string; langOf: (request: FastifyRequest) => Lang },
): void => {
  for (const name of PAGES) {
    const script = readFileSync(join(dir, `${name}.js`), 'utf8');
    const style = readFileSync(join(dir, `${name}.css`), 'utf8').trim();
    const path = assetOf(name, script);
    server.get(`/${name}`, async (request, reply) =>
      sendPage(reply, pageShell(langOf(request), { style, script: path }), { scripts: true }),
    );
    server.get(path, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type('text/javascript; charset=utf-8').send(script),
    );
  }
};
