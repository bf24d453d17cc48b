import { readArgs } from '../commands/read-args.ts';
import { UsageError } from '../errors.ts';
import { openLive } from './open-live.ts';
import { untilStopped } from './until-stopped.ts';
import type { Verb } from './verb.ts';
import { writeWelcome } from './write-welcome.ts';

const never = new Promise<void>(() => undefined);

export const start: Verb = {
  name: 'start',
  usage: { zh: 'start', en: 'start' },
  summary: { zh: '启动机器人', en: 'starts the bot' },
  run: async (call) => {
    const { process } = call;
    if (readArgs(call.args).words.length > 0) throw new UsageError('start_usage');
    const live = await openLive(call, 'start');
    const { createStatusServer } = await import('../web/status-server.ts');
    const server = createStatusServer({ app: live.app, port: process.env['TAGWISE_PORT'] });
    try {
      await writeWelcome(call, live, await server.start(), process.stdin.isTTY === true);
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
