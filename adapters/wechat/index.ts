import type { Channel, Door, Health, Sent } from '../../src/adapter.ts';
import { createAsk } from './ask.ts';
import { callInTime } from './call-in-time.ts';
import { createGently } from './gently.ts';
import { createHealth } from './health.ts';
import { createHear, type Hear, type Keep } from './hear.ts';
import { createIdentify, type Identify } from './identify.ts';
import { wechatLimits } from './limits.ts';
import { createPlaces, NotOurs, type Places } from './places.ts';
import { createSpoken } from './spoken.ts';
import { catchStrayErrors } from './stray-errors.ts';
import { createSupervision } from './supervise.ts';
import { createWaiting } from './waiting.ts';
import type { Bot, Puppet } from './wechaty-shape.ts';

/** Before something is said again that did not get through, ms. */
const RETRY = 60_000;

/** What ids that change are kept under: the account has no lasting one either. */
const ACCOUNT = 'wechat';

export interface WechatParts {
  /** Made once the account is known. */
  door: (account: () => string) => Door<string>;
  build: () => Promise<{ bot: Bot; puppet: Puppet }>;
  ids: 'session' | 'permanent';
  /** Whether the puppet is a gateway's, whose connection does not come back by itself. */
  gateway: boolean;
  newTag: () => string;
  now: () => number;
  limits?: typeof wechatLimits;
  /** Told when health changes: a code has to be scanned, the connection is lost, messages are. */
  news: (health: Health) => void;
  /** Hears what goes wrong, without anybody's words. */
  log: (what: string, error?: unknown) => void;
}

/** What belongs to one login: its puppet and whom it knows. */
interface Login {
  puppet: Puppet;
  identify: Identify;
  places: Places;
  hear: Hear;
}

interface Came {
  id: string;
  puppet: Puppet;
  ready: Promise<Keep>;
}

/**
 * WeChat, by Wechaty and any puppet. Nothing is delivered twice, so what cannot be kept waits in memory; a bot that fails is built anew, and the
 * gap is said. Answers go to staff alone, in direct chats and in rooms in which everybody works here.
 */
export const createWechat = (parts: WechatParts): Channel<string> => {
  const { door: doorFor, build, ids, gateway, newTag, now, news, log, limits = wechatLimits } = parts;
  let login: Login | null = null;
  /** The account that is logged in, or was last. */
  let known = ACCOUNT;
  let stopping = new AbortController();
  let open = false;
  let release: () => void = () => undefined;
  const spoken = createSpoken(now);
  const account = (): string => {
    if (ids === 'permanent' && login?.puppet.isLoggedIn) known = login.puppet.currentUserId;
    return known;
  };
  const door = doorFor(account);
  const failed = (error: unknown) => log('wechat', error);

  const self = (): string => login?.puppet.currentUserId ?? '';

  /** Gone with earlier queues. */
  let lostBefore = 0;
  const { health, gap, changed } = createHealth({
    connection: () => supervision.state(),
    counts: () => ({ waiting: queue.counts().waiting, lost: lostBefore + queue.counts().lost }),
    ...{ now, news },
  });

  /** What a connection that is gone did not give is part of the gap, once the next one does not know it either. */
  const hearAgain = async ({ id, puppet }: Came): Promise<Keep> => {
    if (login === null || !supervision.loggedIn()) throw new Error('nobody is logged in');
    const mine = login;
    return mine.hear(id).catch((error: unknown) => {
      if (mine.puppet === puppet) throw error;
      failed(error);
      return null;
    });
  };

  const createQueue = () =>
    createWaiting<Came>({
      most: limits.waiting,
      signal: stopping.signal,
      failed: (error) => log('wechat: a message could not be kept', error),
      changed,
      work: async (came) => {
        const keep = await came.ready.catch(() => hearAgain(came));
        // What was heard once need not be asked for again.
        came.ready = Promise.resolve(keep);
        await keep?.();
      },
    });

  let queue = createQueue();
  let gently = createGently(limits.pause, stopping.signal);

  /** Says something; in a room only while everybody there works here. */
  const say = async (to: { contact: string } | { room: string }, text: string): Promise<void> => {
    await gently(async () => {
      if (login === null || !supervision.loggedIn()) throw new Error('nobody is logged in');
      if ('room' in to && !(await login.places.isForStaff(to.room))) throw new NotOurs();
      const conversation = 'room' in to ? to.room : to.contact;
      spoken.note(conversation, text);
      await login.puppet.messageSendText(conversation, text);
    });
  };

  let asking = createAsk({ door, since: now(), say, failed });

  const meet = (met: Puppet) => {
    const puppet = callInTime(met, limits.call);
    // Remarks have a pace of their own: many new customers hold up no answer.
    const identify = createIdentify({ puppet, door, ids, newTag, now, log, gently: createGently(limits.pause, stopping.signal) });
    const places = createPlaces({ puppet, identify, self });
    const hear = createHear({
      ...{ puppet, door, identify, places, self, account, isOurs: spoken.isOurs },
      ask: (asked) => asking.ask(asked),
    });
    login = { puppet, identify, places, hear };
    return (id: string): void => {
      if (!open) return;
      const ready = hear(id);
      // It is looked at when its turn comes.
      ready.catch(() => undefined);
      queue.put({ id, puppet, ready });
    };
  };

  const supervision = createSupervision({ build, gateway, timing: limits, now, log, changed, gap, met: meet });

  const addressOf = async (to: { person: string } | { room: string }) => {
    if (login === null) return null;
    if ('room' in to) {
      const room = await login.places.find(to.room);
      return room === null ? null : { room };
    }
    const contact = await login.identify.find(to.person);
    return contact === null ? null : { contact };
  };

  return {
    name: 'wechat',
    health,
    /** Resolves before anybody is logged in: somebody may have to scan a code first. Health says so. */
    start: () => {
      if (open) return Promise.resolve();
      open = true;
      if (stopping.signal.aborted) {
        stopping = new AbortController();
        lostBefore += queue.counts().lost;
        queue = createQueue();
        gently = createGently(limits.pause, stopping.signal);
      }
      asking = createAsk({ door, since: now(), say, failed });
      release = catchStrayErrors(failed);
      supervision.start();
      return Promise.resolve();
    },

    stop: async () => {
      open = false;
      const timer = setTimeout(() => stopping.abort(), limits.drain);
      await Promise.all([queue.settled(), asking.settled()]);
      clearTimeout(timer);
      stopping.abort();
      const left = await queue.settled();
      if (left > 0) log(`wechat: ${left} messages could not be kept`);
      await supervision.stop();
      release();
      login = null;
    },

    tell: async (to, drawn): Promise<Sent> => {
      if (!supervision.loggedIn()) return { ok: false, retryAfter: RETRY };
      try {
        const address = await addressOf(to);
        if (address === null) return { ok: false, retryAfter: null };
        await say(address, drawn);
        return { ok: true };
      } catch (error) {
        failed(error);
        return { ok: false, retryAfter: error instanceof NotOurs ? null : RETRY };
      }
    },
  };
};
