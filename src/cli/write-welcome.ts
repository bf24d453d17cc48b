import { welcome } from '../text/welcome.ts';
import type { OpenLive } from './open-live.ts';
import type { Call } from './verb.ts';

/** Says what runs and what to type next. */
export const writeWelcome = async (
  call: Call,
  live: OpenLive,
  { address, signIn, demo }: { address: string | null; signIn: string | null; demo: boolean } = {
    address: null,
    signIn: null,
    demo: false,
  },
): Promise<void> => {
  const { app, home } = live;
  const customers = await app.store.customers.count({});
  // The console is always on a terminal of its own.
  const terminal = address === null || call.process.stdin.isTTY === true;
  const words = { lang: call.global.lang, address, signIn, demo, home: home.dir, sampled: live.sampled, customers, terminal };
  call.process.stdout.write(`${welcome(words)}\n`);
};
