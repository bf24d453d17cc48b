import { setTimeout as sleep } from 'node:timers/promises';
import { cutLine } from './load-wechaty.ts';
import { type Bot, listen, type Puppet } from './wechaty-shape.ts';

/** All in ms. */
export interface Timing {
  /** Between two looks whether the puppet is alive. */
  beat: number;
  /** A puppet that answered before and is silent for so long is gone. */
  silent: number;
  /** Before a puppet that is gone is built anew; twice as long each time, up to the last. */
  retry: number;
  mostRetry: number;
  /** Without login or code after so long, health says so. */
  login: number;
  /** How long stopping one may take. */
  stop: number;
}

/** One that never answered may be of a kind that does not: it gets so many times as long. */
const UNSURE = 20;

/** `ScanStatus` of wechaty-puppet: the code was scanned, or its login confirmed. */
const SCANNED: ReadonlySet<number> = new Set([3, 4]);

/** Errors of a connection (gRPC's names), and a token that is refused. */
const GONE = /UNAVAILABLE|CANCELLED|ECONN|ENOTFOUND|EAI_AGAIN|Connection dropped|read ETIMEDOUT|NO CLIENT|no grpc manager/i;
const REFUSED = /UNAUTHENTICATED|Invalid Wechaty TOKEN|SNI as prefix/i;

/** What an error means for the connection; null: nothing. */
export const meaningOf = (error: unknown): 'token' | 'unreachable' | null => {
  const text = error instanceof Error ? error.message : String((error as { data?: unknown } | null)?.data ?? '');
  if (REFUSED.test(text)) return 'token';
  return GONE.test(text) ? 'unreachable' : null;
};

export interface WatchParts {
  bot: Bot;
  puppet: Puppet;
  /**
   * Whether it is at the end of a line that does not come back: others mend it themselves while they are
   * logged in, and lose their login when stopped.
   */
  gateway: boolean;
  timing: Timing;
  now: () => number;
  code: (code: string) => void;
  login: () => void;
  logout: () => void;
  message: (messageId: string) => void;
  alive: () => void;
  /** Nobody logged in and nothing to scan. */
  idle: () => void;
  /** Once: it will not come back. */
  gone: (why: 'token' | 'unreachable') => void;
  trouble: (error: unknown) => void;
}

/** Starts a bot and listens to it until it is gone. Gives what ends it, and whether it is gone already: nothing is heard of it from then on. */
export const watch = (parts: WatchParts): ((gone: boolean) => Promise<void>) => {
  const { bot, puppet, timing, now } = parts;
  const opened = now();
  /** Looks since it was last alive: time in which we ourselves stood still is not its silence. */
  let unanswered = 0;
  const off: (() => void)[] = [];
  let [answered, settled, inside, over] = [false, false, false, false];

  const on = (event: string, listener: (...parts: never[]) => void) => off.push(listen(puppet, event, listener));
  const alive = (): void => {
    unanswered = 0;
    parts.alive();
  };

  const end = async (gone: boolean): Promise<void> => {
    over = true;
    clearInterval(beat);
    for (const stop of off) stop();
    // Without a listener a late error would end the process.
    for (const emitter of [bot, puppet]) listen(emitter, 'error', () => undefined);
    if (gone) cutLine(puppet);
    await Promise.race([bot.stop().catch(() => undefined), sleep(timing.stop, undefined, { ref: false })]);
  };

  const troubled = (error: unknown): void => {
    if (over) return;
    const meaning = meaningOf(error);
    if (meaning !== null && (parts.gateway || !inside)) {
      parts.gone(meaning);
      return;
    }
    // From now on silence means something.
    answered ||= meaning !== null;
    parts.trouble(error);
  };

  const look = (): void => {
    if (unanswered * timing.beat > timing.silent * (answered ? 1 : UNSURE)) {
      parts.gone('unreachable');
      return;
    }
    unanswered += 1;
    if (!settled && now() - opened > timing.login) parts.idle();
    try {
      puppet.ding('tagwise');
    } catch (error) {
      troubled(error);
    }
  };
  const beat = setInterval(look, timing.beat);

  off.push(listen(bot, 'error', troubled));
  for (const sign of ['heartbeat', 'dong'])
    on(sign, () => {
      answered = true;
      alive();
    });
  on('scan', ({ qrcode, status }: { qrcode?: string; status: number }) => {
    settled = true;
    alive();
    if (qrcode && !SCANNED.has(status)) parts.code(qrcode);
  });
  on('login', () => {
    settled = true;
    inside = true;
    parts.login();
    alive();
  });
  on('logout', () => {
    alive();
    inside = false;
    parts.logout();
  });
  on('message', ({ messageId }: { messageId: string }) => {
    alive();
    parts.message(messageId);
  });
  // A start that goes on after its bot was stopped leaves it running.
  const afterwards = () => (over ? bot.stop() : undefined);
  bot
    .start()
    .catch(troubled)
    .then(afterwards)
    .catch(() => undefined);
  return end;
};
