import { welcome } from '../text/welcome.ts';
import type { OpenLive } from './open-live.ts';
import type { Call } from './verb.ts';

/** Says what runs and what to type next. */
export const writeWelcome = async (call: Call, live: OpenLive, address: string | null, terminal: boolean): Promise<void> => {
  const { app, home } = live;
  const customers = await app.store.customers.count({});
  call.process.stdout.write(
    `${welcome({ lang: call.global.lang, address, home: home.dir, sampled: live.sampled, customers, terminal })}\n`,
  );
};
