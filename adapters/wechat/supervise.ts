import type { Health } from '../../src/adapter.ts';
import { PackageMissing } from './load-wechaty.ts';
import { meaningOf, type Timing, watch } from './watch.ts';
import type { Bot, Puppet } from './wechaty-shape.ts';

export interface SuperviseParts {
  build: () => Promise<{ bot: Bot; puppet: Puppet }>;
  /** Whether errors of its connection are its end. */
  gateway: boolean;
  timing: Timing;
  now: () => number;
  /** Called for each new puppet; gives what hears its messages. */
  met: (puppet: Puppet) => (messageId: string) => void;
  /** Called with what was silent from when to when, after a new login. */
  gap: (from: number, to: number) => void;
  changed: () => void;
  log: (what: string, error?: unknown) => void;
}

/** Before the same error is noted again, ms. */
const SAME_AGAIN = 60_000;

const nothing = (): Promise<void> => Promise.resolve();

/**
 * Keeps a bot alive. Wechaty does not come back from many failures, and believes itself logged in through all of them: so one that fails or
 * falls silent is thrown away whole and built anew.
 */
export const createSupervision = ({ build, gateway, timing, now, met, gap, changed, log }: SuperviseParts) => {
  let state: Health = { state: 'stopped' };
  let attempts = 0;
  let loggedIn = false;
  /** The last sign of life while somebody was logged in; null: nobody was yet. */
  let lastGood: number | null = null;
  let end: (gone: boolean) => Promise<void> = nothing;
  let timer: NodeJS.Timeout | undefined;
  /** Counts starts and stops: what an earlier one still does is for nothing. */
  let turn = 0;
  let last = { text: '', at: Number.NEGATIVE_INFINITY };

  const set = (next: Health): void => {
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    changed();
  };

  /** Some puppets say the same many times a second. */
  const trouble = (error: unknown): void => {
    const text = String(error instanceof Error ? error.message : error);
    if (text === last.text && now() - last.at < SAME_AGAIN) return;
    last = { text, at: now() };
    log('wechat', error);
  };

  const again = (): void => {
    timer = setTimeout(() => void open(), Math.min(timing.retry * 2 ** attempts, timing.mostRetry));
    attempts += 1;
  };

  const gone = (why: 'token' | 'unreachable'): void => {
    log(`wechat: ${why}`);
    const [mine, close] = [turn, end];
    end = nothing;
    loggedIn = false;
    set({ state: 'degraded', detail: why });
    void close(true).then(() => {
      if (mine === turn) again();
    });
  };

  const look = (bot: Bot, puppet: Puppet): void => {
    end = watch({
      ...{ bot, puppet, gateway, timing, now, gone, message: met(puppet) },
      trouble,
      alive: () => {
        if (loggedIn) lastGood = now();
      },
      idle: () => {
        if (state.state === 'starting') set({ state: 'degraded', detail: 'no_login' });
      },
      code: (login) => set({ state: 'needs_login', login }),
      login: () => {
        if (lastGood !== null) gap(lastGood, now());
        loggedIn = true;
        attempts = 0;
        set({ state: 'ready' });
      },
      logout: () => {
        loggedIn = false;
        set({ state: 'degraded', detail: 'logged_out' });
      },
    });
  };

  const open = async (): Promise<void> => {
    const mine = turn;
    try {
      const { bot, puppet } = await build();
      if (mine === turn) look(bot, puppet);
    } catch (error) {
      log('wechat', error);
      if (mine !== turn) return;
      const missing = error instanceof PackageMissing;
      set({ state: 'degraded', detail: missing ? `package ${error.wanted}` : (meaningOf(error) ?? 'unreachable') });
      if (!missing) again();
    }
  };

  return {
    state: (): Health => state,
    loggedIn: () => loggedIn,
    /** Resolves at once: somebody may have to scan a code first, and loading Wechaty takes seconds. */
    start: (): void => {
      turn += 1;
      set({ state: 'starting' });
      void open();
    },
    stop: async (): Promise<void> => {
      turn += 1;
      clearTimeout(timer);
      loggedIn = false;
      await end(false);
      end = nothing;
      state = { state: 'stopped' };
    },
  };
};
