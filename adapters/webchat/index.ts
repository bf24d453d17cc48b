import type { Channel, Health, PageRoute } from '../../src/adapter.ts';
import { UserError } from '../../src/errors.ts';
import { demoRoutes } from './demo-routes.ts';
import { deskRoutes } from './desk-routes.ts';
import type { WebchatDoor } from './door.ts';
import { createKeepSaid, STAFF } from './keep-said.ts';
import { webchatLimits } from './limits.ts';
import { createListeners } from './listeners.ts';
import { visitorRoutes } from './visitor-routes.ts';
import { createVisitors } from './visitors.ts';
import type { WebchatDrawn } from './webchat-drawn.ts';

/** Before somebody is told again who has no page open, ms. */
const RETRY = 60_000;

export interface WebchatParts {
  door: WebchatDoor;
  /** By which visitors' cookies are signed. */
  secret: () => Buffer;
  /** Whether the local demo is open now. */
  demo: () => boolean;
  now: () => number;
  limits?: typeof webchatLimits;
}

/**
 * Chat on web pages of our own. There is no platform behind it: a visitor's page keeps what was not taken and sends it again, and people answer
 * on a page too. The web server lets the requests in; `routes` says what they do. Nothing about tags stands on any address for visitors.
 */
export const createWebchat = (parts: WebchatParts): Channel<WebchatDrawn> & { routes: PageRoute[] } => {
  const { door, secret, demo, now, limits = webchatLimits } = parts;
  let state: Health['state'] = 'stopped';
  const listeners = createListeners();
  const visitors = createVisitors(secret);
  const keepSaid = createKeepSaid({ now, listeners });
  const checkOpen = () => {
    if (state !== 'ready') throw new UserError('chat_closed');
  };
  const shared = { door, keepSaid, listeners, limits, checkOpen };

  return {
    name: 'webchat',
    health: () => ({ state }),
    start: async () => {
      visitors.prepare();
      state = 'ready';
    },
    stop: async () => {
      state = 'stopped';
    },
    routes: [
      ...visitorRoutes({ ...shared, visitors, now }),
      ...deskRoutes({ ...shared, demo }),
      ...demoRoutes({ ...shared, demo }),
    ],
    tell: async (to, drawn) => {
      const [whom, all] = 'room' in to ? [STAFF, true] : [`person ${to.person}`, false];
      const heard = listeners.tell(whom, 'told', { ...drawn, all });
      return heard > 0 ? { ok: true } : { ok: false, retryAfter: RETRY };
    },
  };
};
