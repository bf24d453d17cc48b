import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createWebchat } from '../../adapters/webchat/index.ts';
import { signedIn } from '../../src/access/sign-ins.ts';
import type { PageRoute } from '../../src/adapter.ts';
import type { App } from '../../src/app.ts';
import { createDemo } from '../../src/cli/channels/open-demo.ts';
import { createWebchatDoor } from '../../src/cli/channels/webchat-door.ts';
import { UserError } from '../../src/errors.ts';
import { OutageError } from '../../src/store/faults.ts';
import { readSite } from '../../src/web/site.ts';
import { openWeb, type Sending } from './open-web.ts';

export const WEBCHAT_PEOPLE = `
people:
  - { id: li, name: Li, role: agent, lang: zh, manager: hua }
  - { id: hua, name: Hua, role: manager, lang: en }
  - { id: kan, name: Kan, role: viewer, lang: en }
`;

interface Options {
  config?: string;
  origins?: string[];
  host?: string;
  url?: string;
  /** As it was at the start: a channel that is configured leaves no demo. */
  env?: NodeJS.ProcessEnv;
  port?: string;
}

/** The real web chat on the real server over a whole street, with what visitors, staff and the operator of the demo can ask. */
export const openWebchat = async ({ config = WEBCHAT_PEOPLE, origins = [], host, url, env = {}, port = '0' }: Options = {}) => {
  const clock: { ahead: number; stands: number | null } = { ahead: 0, stands: null };
  let broken = false;
  const troubles: string[] = [];
  /** Streams of staff that are open. */
  const desks = { open: 0 };
  const site = readSite(host, url);

  const watched = (route: PageRoute): PageRoute => {
    if (route.method !== 'STREAM' || route.who !== 'staff') return route;
    return {
      ...route,
      open: async (asking) => {
        const stream = await route.open(asking);
        return {
          ...stream,
          listen: (send) => {
            const stop = stream.listen(send);
            desks.open += 1;
            return () => {
              desks.open -= 1;
              stop();
            };
          },
        };
      },
    };
  };

  let made: ReturnType<typeof createWebchat> | null = null;
  const web = await openWeb({
    config,
    clock: { mode: 'wall', at: 0, since: 0 },
    ...(host === undefined ? {} : { host }),
    ...(url === undefined ? {} : { url }),
    web: (app: App) => {
      const demo = createDemo({ app, env, site });
      const door = createWebchatDoor({
        ...{ app, lang: 'zh' },
        unforeseen: (error) => {
          troubles.push(String(error));
          return new UserError('unexpected_error', { reference: 'test' });
        },
        signedIn: (id) => signedIn(id, app.inForce.people(), !site.open),
      });
      const failing =
        (keep: typeof door.keep): typeof door.keep =>
        (...said) =>
          broken ? Promise.reject(new OutageError()) : keep(...said);
      made = createWebchat({
        door: { ...door, keep: failing(door.keep), play: failing(door.play) },
        secret: () => Buffer.alloc(32, 9),
        ...{ demo, now: () => clock.stands ?? Date.now() + clock.ahead },
      });
      return { port, lang: 'zh', guests: [{ routes: made.routes.map(watched), origins }], demo };
    },
  });
  const webchat = made as unknown as ReturnType<typeof createWebchat>;
  await webchat.start();
  onTestFinished(webchat.stop);

  const settle = () => web.app.lanes.idle();

  /** A new visitor: their id and their cookie. */
  const visit = async (more: Sending = {}) => {
    const { body, headers, status } = await web.ask<{ id: string }>('/chat/talk', {
      body: {},
      ...more,
      headers: { origin: web.address, ...more.headers },
    });
    return { id: body.id, cookie: headers.get('set-cookie')?.split(';')[0] ?? '', whole: headers.get('set-cookie'), status };
  };
  /** A visitor says something; resolves when all that comes of it is applied. */
  const say = async (cookie: string, text: string, more: { id?: string; name?: string; at?: number } = {}) => {
    clock.ahead = more.at === undefined ? 0 : more.at - Date.now();
    const { id = randomUUID(), name } = more;
    const heard = await web.ask('/chat/messages', { as: cookie, body: { id, text, ...(name === undefined ? {} : { name }) } });
    clock.ahead = 0;
    await settle();
    return { ...heard, id };
  };

  return {
    ...{ ...web, webchat, troubles, settle, visit, say, desks },
    /** Somebody who works here says something to a customer. */
    answer: async (session: string, customer: string, text: string) => {
      const heard = await web.ask('/desk/say', { as: session, body: { id: randomUUID(), customer, text } });
      await settle();
      return heard;
    },
    /** From now on it is always this moment. */
    stopClock: (): void => {
      clock.stands = Date.now();
    },
    breakDatabase: (is: boolean): void => {
      broken = is;
    },
    /** Resolves when no page of staff listens any more. */
    desksClosed: async (): Promise<void> => {
      for (const end = performance.now() + 5_000; desks.open > 0 && performance.now() < end; ) await sleep(5);
    },
    tagsOf: async (id: string): Promise<string[]> => {
      const [customer] = await web.app.store.customers.load([id]);
      return (customer?.tagIds ?? []).map((tag) => web.app.inForce.tree().label(tag));
    },
  };
};

export type OpenWebchat = Awaited<ReturnType<typeof openWebchat>>;
