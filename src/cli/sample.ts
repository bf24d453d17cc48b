import { wallFrom } from '../clock.ts';
import { readArgs } from '../commands/read-args.ts';
import type { HomeClock } from '../domain/ledger.ts';
import { UsageError, UserError } from '../errors.ts';
import { loadSample } from '../sample/load-sample.ts';
import { sampleText } from '../text/sample.ts';
import { openApp } from './open-app.ts';
import { writeJson } from './output.ts';
import type { Verb } from './verb.ts';

/** The sample is dated relative to now, so it cannot live in a home whose clock is the data's. */
const wallClock = (stored: HomeClock | null): HomeClock => {
  if (stored?.mode === 'data') throw new UserError('data_home');
  return wallFrom(stored, Date.now());
};

export const sample: Verb = {
  name: 'sample',
  usage: { zh: 'sample [--clear]', en: 'sample [--clear]' },
  summary: {
    zh: '装入示例（20 位客户，200 条消息）；--clear 清除',
    en: 'loads the sample (20 customers, 200 messages); --clear removes it',
  },
  run: async (call) => {
    const { words, options } = readArgs(call.args, [], ['clear']);
    if (words.length > 0) throw new UsageError('sample_usage');
    const opened = await openApp(call, { verb: 'sample', mode: 'short', writes: true, reads: true, chooseClock: wallClock });
    try {
      const { app } = opened;
      const { lang } = call.global;
      if (options.has('clear')) {
        const removed = await app.store.sample.clear();
        if (call.global.json) writeJson(call, { removed });
        else call.process.stdout.write(`${sampleText.cleared[lang](removed)}\n`);
        return 0;
      }
      await app.store.home.advanceClock(app.clock.stored());
      const loaded = await loadSample(app, call.process.root);
      if (call.global.json) writeJson(call, loaded);
      else call.process.stdout.write(`${sampleText.loaded[lang](loaded)}\n`);
      return 0;
    } finally {
      await opened.close();
    }
  },
};
