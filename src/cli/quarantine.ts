import { readArgs } from '../commands/read-args.ts';
import { UsageError } from '../errors.ts';
import { type Quarantine, renderQuarantine } from '../text/terminal/render-quarantine.ts';
import { openApp } from './open-app.ts';
import { viewOf, writeJson } from './output.ts';
import type { Verb } from './verb.ts';

const MOST = 100;

/** Events that failed by themselves three times and were set aside; `--retry` runs them again, as events that come late. */
export const quarantine: Verb = {
  name: 'quarantine',
  usage: { zh: 'quarantine [--retry]', en: 'quarantine [--retry]' },
  summary: {
    zh: '处理失败、被隔离的事件；--retry 再处理一遍',
    en: 'events that were set aside because they failed; --retry runs them again',
  },
  run: async (call) => {
    const { words, options } = readArgs(call.args, [], ['retry']);
    if (words.length > 0) throw new UsageError('quarantine_usage');
    const opened = await openApp(call, { verb: 'quarantine', mode: 'short', lenient: true, writes: options.has('retry') });
    try {
      const { app } = opened;
      const retried = options.has('retry') ? await app.store.events.release() : null;
      if (retried !== null) {
        await app.recover();
        await app.lanes.idle();
      }
      const left = await app.store.events.quarantined(MOST);
      const doc: Quarantine = {
        count: await app.store.events.countQuarantined(),
        retried,
        events: left.map(({ at, channel, conversation, message, identity, body, reason }) => ({
          ...{ at: new Date(at).toISOString(), channel, conversation, message, identity },
          kind: body.kind === 'fact' ? body.name : body.kind,
          reason: reason ?? '',
        })),
      };
      if (call.global.json) writeJson(call, doc);
      else call.process.stdout.write(`${renderQuarantine(doc, viewOf(call, app)).join('\n')}\n`);
      return retried !== null && doc.count > 0 ? 1 : 0;
    } finally {
      await opened.close();
    }
  },
};
