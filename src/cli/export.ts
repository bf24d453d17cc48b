import { readArgs } from '../commands/read-args.ts';
import { UsageError } from '../errors.ts';
import { exportState } from '../transfer/export-state.ts';
import { openApp } from './open-app.ts';
import type { Verb } from './verb.ts';

export const exportVerb: Verb = {
  name: 'export',
  usage: { zh: 'export state', en: 'export state' },
  summary: {
    zh: '每位客户一行 JSON，是折叠所有事件得到的状态',
    en: 'one JSON line a customer: the state that all events fold to',
  },
  run: async (call) => {
    const { words } = readArgs(call.args);
    if (words.length !== 1 || words[0] !== 'state') throw new UsageError('export_usage');
    const opened = await openApp(call, { verb: 'export', mode: 'short' });
    try {
      for await (const line of exportState(opened.app)) call.process.stdout.write(`${line}\n`);
      return 0;
    } finally {
      await opened.close();
    }
  },
};
