import { LOCAL, newLink } from '../access/sign-ins.ts';
import { readArgs } from '../commands/read-args.ts';
import { UsageError } from '../errors.ts';
import { type OpenLive, openLive } from './open-live.ts';
import { openWeb } from './open-web.ts';
import { untilStopped } from './until-stopped.ts';
import type { Verb } from './verb.ts';
import { writeWelcome } from './write-welcome.ts';

const never = new Promise<void>(() => undefined);

/** The way in for whoever starts the bot on their own machine; once people are named, they ask for theirs by `link`. */
const localLink = async ({ app, demo }: OpenLive, open: boolean, address: string): Promise<string | null> => {
  if (open || app.inForce.people().all.length > 0) return null;
  const to = demo() ? '/demo' : '/sidebar';
  return (await newLink(app, { address, person: LOCAL, to })).url;
};

export const start: Verb = {
  name: 'start',
  usage: { zh: 'start', en: 'start' },
  summary: { zh: '启动机器人', en: 'starts the bot' },
  run: async (call) => {
    const { process } = call;
    if (readArgs(call.args).words.length > 0) throw new UsageError('start_usage');
    const live = await openLive(call, 'start');
    const server = await openWeb(call, live).catch(async (error) => {
      await live.close();
      throw error;
    });
    try {
      const address = await server.start();
      await writeWelcome(call, live, { address, signIn: await localLink(live, server.open, address), demo: live.demo() });
      if (process.stdin.isTTY) await live.console.start();
      await untilStopped(call, live, process.stdin.isTTY ? live.console.ended : never);
      return 0;
    } finally {
      await live.console.stop();
      await server.stop();
      await live.close();
    }
  },
};
