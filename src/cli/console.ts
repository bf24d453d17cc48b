import { readArgs } from '../commands/read-args.ts';
import { UsageError } from '../errors.ts';
import { openLive } from './open-live.ts';
import { untilStopped } from './until-stopped.ts';
import type { Verb } from './verb.ts';
import { writeWelcome } from './write-welcome.ts';

export const consoleVerb: Verb = {
  name: 'console',
  usage: { zh: 'console', en: 'console' },
  summary: { zh: '在终端里扮演客户和客服，看标签怎么变', en: 'talk in the terminal as customers and as an agent' },
  run: async (call) => {
    const { words } = readArgs(call.args);
    if (words.length > 0) throw new UsageError('console_usage');
    const live = await openLive(call, 'console');
    try {
      await writeWelcome(call, live);
      await live.console.start();
      await untilStopped(call, live, live.console.ended);
      return 0;
    } finally {
      await live.console.stop();
      await live.close();
    }
  },
};
