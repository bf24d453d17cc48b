import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Lang } from '../text/lang.ts';
import { pageShell } from '../text/page-shell.ts';
import { type Allowed, sendPage } from './send-page.ts';

/** The pages with a script, each a folder of `pages/` of that name. */
const PAGES = ['sidebar'] as const;

/** Pages that others of ours show beside their own. */
const FRAMED: readonly string[] = ['sidebar'];

/** Names of files carry a part of their hash, so that a browser never shows an old one. */
const assetOf = (name: string, text: string): string =>
  `/assets/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`;

export interface PagesParts {
  /** Where the built pages lie. */
  dir: string;
  langOf: (request: FastifyRequest) => Lang;
}

/** Sends a script of ours; one whose name tells its content may be kept for ever. */
export const serveScript = (server: FastifyInstance, path: string, script: string, keep: string): void => {
  server.get(path, async (_request, reply) =>
    reply.header('cache-control', keep).type('text/javascript; charset=utf-8').send(script),
  );
};

/** One page: its shell with its styles, and its script. @param mayOpen throws where whoever asks may not even have the shell. */
export const servePage = (
  server: FastifyInstance,
  { dir, langOf }: PagesParts,
  name: string,
  allowed: Allowed = {},
  mayOpen: (request: FastifyRequest) => Promise<unknown> = async () => undefined,
): void => {
  const script = readFileSync(join(dir, `${name}.js`), 'utf8');
  const style = readFileSync(join(dir, `${name}.css`), 'utf8').trim();
  const path = assetOf(name, script);
  server.get(`/${name}`, async (request, reply) => {
    await mayOpen(request);
    return sendPage(reply, pageShell(langOf(request), { style, script: path }), { ...allowed, scripts: true });
  });
  serveScript(server, path, script, 'public, max-age=31536000, immutable');
};

/** The pages. Their shells and scripts hold nobody's data, so whoever is not signed in may have them. */
export const servePages = (server: FastifyInstance, parts: PagesParts): void => {
  for (const name of PAGES) servePage(server, parts, name, FRAMED.includes(name) ? { framedBy: ["'self'"] } : {});
};
