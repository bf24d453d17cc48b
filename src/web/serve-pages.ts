import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Lang } from '../text/lang.ts';
import { pageShell } from '../text/page-shell.ts';
import { sendPage } from './send-page.ts';
import { isDarkInWecom } from './wecom/is-in-wecom.ts';

/** The pages with a script, each a folder of `pages/` of that name. */
const PAGES = ['sidebar', 'console'] as const;

/** Names of files carry a part of their hash, so that a browser never shows an old one. */
const hashed = (name: string, text: string): string =>
  `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`;

/** What a page loads later, if at all; the names carry their hash already. */
const laterOf = (dir: string, name: string): [string, string][] =>
  readdirSync(dir)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'))
    .map((file) => [file, readFileSync(join(dir, file), 'utf8')]);

interface ServePagesParts {
  dir: string;
  langOf: (request: FastifyRequest) => Lang;
  /** Where to go first; null: the page is given. */
  elsewhere: (request: FastifyRequest) => Promise<string | null>;
}

/** The pages. Their shells and scripts hold nobody's data, so whoever is not signed in may have them. @param dir where the built pages lie */
export const servePages = (server: FastifyInstance, { dir, langOf, elsewhere }: ServePagesParts): void => {
  for (const name of PAGES) {
    const script = readFileSync(join(dir, `${name}.js`), 'utf8');
    const style = readFileSync(join(dir, `${name}.css`), 'utf8').trim();
    const file = hashed(name, script);
    server.get(`/${name}`, async (request, reply) => {
      const to = await elsewhere(request);
      if (to !== null) return reply.redirect(to, 302);
      const shell = pageShell(langOf(request), { style, script: `/assets/${file}`, dark: isDarkInWecom(request) });
      return sendPage(reply, shell, { scripts: true });
    });
    for (const [asset, text] of [[file, script], ...laterOf(dir, name)])
      server.get(`/assets/${asset}`, async (_request, reply) =>
        reply.header('cache-control', 'public, max-age=31536000, immutable').type('text/javascript; charset=utf-8').send(text),
      );
  }
};
