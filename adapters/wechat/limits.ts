import type { Timing } from './watch.ts';

/** How patient the channel is, how quick and how large, ms. */
export const wechatLimits: Timing & { pause: number; drain: number; waiting: number; call: number } = {
  ...{ beat: 30_000, silent: 90_000, retry: 1_000, mostRetry: 60_000, login: 60_000, stop: 5_000 },
  /** Between two things that the bot says. */
  pause: 2_000,
  /** How long what waits may take when the bot stops. */
  drain: 2_000,
  /** One question to the puppet. */
  call: 30_000,
  /** Messages that wait in memory at most while they cannot be kept. */
  waiting: 1_000,
};
