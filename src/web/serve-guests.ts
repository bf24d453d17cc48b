import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PageRoute } from '../adapter.ts';
import type { Lang } from '../commands/command.ts';
import { cookieText, guestCookie } from './cookie-text.ts';
import { createGuestAccess, type GuestAccessParts } from './guest-access.ts';
import { guestRoutes } from './guest-routes.ts';
import { servePage, serveScript } from './serve-pages.ts';

/** How long a visitor is known, seconds. */
const KNOWN_FOR = 180 * 86_400;

/** What a channel brings along that lives on pages of ours. */
export interface Guests {
  routes: readonly PageRoute[];
  /** The sites on which its page may stand in a frame. */
  origins: readonly string[];
}

export interface GuestParts extends GuestAccessParts {
  guests: Guests;
  /** The name of a visitor's cookie. */
  cookie: () => string;
  /** Where the built pages lie. */
  dir: string;
  langOf: (request: FastifyRequest) => Lang;
  heartbeat: number | undefined;
}

/**
 * The web chat: its page, which sites that are listed may show in a frame, the line that puts it there, the page of staff, and the local
 * demo. Gives how to end its streams.
 */
export const serveGuests = (server: FastifyInstance, parts: GuestParts): (() => void) => {
  const { guests, site, dir, langOf, cookie, heartbeat } = parts;
  const { routes, origins } = guests;
  const letIn = createGuestAccess(parts);
  const pages = { dir, langOf };
  servePage(server, pages, 'chat', { allowed: { framedBy: ["'self'", ...origins] } });
  serveScript(server, '/chat.js', readFileSync(join(dir, 'embed.js'), 'utf8'), 'public, max-age=300');
  servePage(server, pages, 'desk', { allowed: { frames: true } });
  servePage(server, pages, 'demo', { allowed: { frames: true }, first: (request) => letIn.operator(request).then(() => null) });
  const reach = guestCookie(site, origins.length > 0);
  return guestRoutes(server, {
    ...{ routes, letIn, cookie, langOf, heartbeat },
    setCookie: (reply, value) => void reply.header('set-cookie', cookieText(reach, cookie(), value, KNOWN_FOR)),
  });
};
