import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Lang } from '../text/lang.ts';
import { pageShell } from '../text/page-shell.ts';
import { type Allowed, sendPage } from './send-page.ts';
import { isDarkInWecom } from './wecom/is-in-wecom.ts';

/** The pages with a script, each a folder of `pages/` of that name. */
const PAGES = ['sidebar', 'console'] as const;

/** Pages that others of ours show beside their own. */
const FRAMED: readonly string[] = ['sidebar'];

/** Names of files carry a part of their hash, so that a browser never shows an old one. */
const hashed = (name: string, text: string): string =>
  `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`;

/** What a page loads later, if at all; the names carry their hash already. */
const laterOf = (dir: string, name: string): [string, string][] =>
  readdirSync(dir)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))
    .map((file) => [file, readFileSync(join(dir, file), 'utf8')]);

export interface PagesParts {
  /** Where the built pages lie. */
  dir: string;
  langOf: (request: FastifyRequest) => Lang;
}

interface PageRules {
  allowed?: Allowed;
  /** Where to go first; null: the page is given. Throws where whoever asks may not even have the shell. */
  first?: (request: FastifyRequest) => Promise<string | null>;
}

/** Sends a script of ours; one whose name tells its content may be kept for ever. */
export const serveScript = (server: FastifyInstance, path: string, script: string, keep: string): void => {
  server.get(path, async (_request, reply) =>
    reply.header('cache-control', keep).type('text/javascript; charset=utf-8').send(script),
  );
};

/** One page: its shell with its styles, its script, and what that loads later. */
export const servePage = (
  server: FastifyInstance,
  { dir, langOf }: PagesParts,
  name: string,
  { allowed = {}, first = async () => null }: PageRules = {},
): void => {
  const script = readFileSync(join(dir, `${name}.js`), 'utf8');
  const style = readFileSync(join(dir, `${name}.css`), 'utf8').trim();
  const file = hashed(name, script);
  server.get(`/${name}`, async (request, reply) => {
    const to = await first(request);
    if (to !== null) return reply.redirect(to, 302);
    const shell = pageShell(langOf(request), { style, script: `/assets/${file}`, dark: isDarkInWecom(request) });
    return sendPage(reply, shell, { ...allowed, scripts: true });
  });
  for (const [asset, text] of [[file, script] as const, ...laterOf(dir, name)])
    serveScript(server, `/assets/${asset}`, text, 'public, max-age=31536000, immutable');
};

/** The pages. Their shells and scripts hold nobody's data, so whoever is not signed in may have them. */
export const servePages = (server: FastifyInstance, parts: PagesParts & Required<Pick<PageRules, 'first'>>): void => {
  for (const name of PAGES)
    servePage(server, parts, name, {
      first: parts.first,
      allowed: FRAMED.includes(name) ? { framedBy: ["'self'"] } : {},
    });
};
