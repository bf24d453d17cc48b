import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { readLines } from '../../adapters/replay/read-lines.ts';
import { readArgs } from '../commands/read-args.ts';
import { readTime } from '../commands/read-time.ts';
import { spokenError } from '../commands/spoken-error.ts';
import { createSchedule } from '../digest/schedule.ts';
import type { HomeClock } from '../domain/ledger.ts';
import { UsageError, UserError } from '../errors.ts';
import { replay as replayLines } from '../inbox/replay.ts';
import { createTally } from '../inbox/tally.ts';
import { problemWords } from '../text/problem-words.ts';
import { replaySummary, replayText } from '../text/replay.ts';
import { labelWords } from '../text/terminal/words.ts';
import { openApp } from './open-app.ts';
import { viewOf, writeJson } from './output.ts';
import type { Call, Verb } from './verb.ts';

/** Unreadable lines told one by one; the rest are only counted. */
const MOST_TOLD = 20;

const readSpeed = (text: string | undefined): number | null => {
  if (text === undefined || text === 'max') return null;
  const speed = Number(text);
  if (!(speed > 0) || !Number.isFinite(speed)) throw new UsageError('bad_speed');
  return speed;
};

const open = async ({ process }: Call, file: string): Promise<Readable> => {
  if (file === '-') return process.stdin;
  const path = resolve(process.cwd, file);
  const found = await stat(path).catch(() => null);
  if (!found || found.isDirectory()) throw new UserError('no_such_file', { file });
  return createReadStream(path);
};

/** A home that has been live takes old lines only as history; one without a mode gets the data's time. */
const chooseClock =
  (asHistory: boolean) =>
  (stored: HomeClock | null): HomeClock => {
    if (stored?.mode === 'wall' && !asHistory) throw new UserError('wall_home');
    return stored ?? { mode: 'data', at: 0 };
  };

export const replay: Verb = {
  name: 'replay',
  usage: {
    zh: 'replay 文件|- [--until 时间] [--speed max|N] [--as-history]',
    en: 'replay FILE|- [--until TIME] [--speed max|N] [--as-history]',
  },
  summary: {
    zh: '把一份聊天记录按它自己的时间重走一遍',
    en: 'feeds a file of conversations through the live path, in its own time',
  },
  run: async (call) => {
    const { lang } = call.global;
    const { words, options } = readArgs(call.args, ['until', 'speed'], ['as-history']);
    const [file, ...others] = words;
    if (file === undefined || others.length > 0) throw new UsageError('replay_usage');
    const speed = readSpeed(options.get('speed'));
    const source = await open(call, file);
    let tally = createTally((tag) => tag);
    const opened = await openApp(call, {
      verb: 'replay',
      mode: 'replay',
      tell: (done) => tally.add(done),
      chooseClock: chooseClock(options.has('as-history')),
      silent: true,
      reads: true,
    });
    try {
      const { app, config } = opened;
      tally = createTally((tag) => app.inForce.tree().label(tag));
      const until = options.get('until');
      const began = performance.now();
      let told = 0;
      const counts = await replayLines({
        app,
        lines: readLines(source),
        until: until === undefined ? null : readTime(until, config.zone),
        speed,
        // Those of a live home are its own affair.
        ...(app.clock.mode() === 'data'
          ? { ran: createSchedule({ app, failed: (error) => opened.log('digest', error) }).run }
          : {}),
        signal: call.process.signal,
        unreadable: (line, field, reason, error) => {
          told += 1;
          if (told > MOST_TOLD) return;
          const { message, hint } = error
            ? spokenError(error, lang)
            : { message: `${field}: ${problemWords(reason, lang)}`, hint: '' };
          call.process.stderr.write(`${file}:${line}: ${[message, hint].join(' ').trim()}\n`);
        },
      });
      if (told > MOST_TOLD) call.process.stderr.write(`${replayText.more[lang](told - MOST_TOLD)}\n`);
      const seconds = (performance.now() - began) / 1000;
      const summary = {
        ...counts,
        applied: tally.applied(),
        removed: tally.removed(),
        suggested: tally.suggested(),
        seconds: Number(seconds.toFixed(3)),
        perSecond: Math.round((counts.messages + counts.events + counts.duplicates) / seconds),
      };
      if (call.global.json) writeJson(call, summary);
      else call.process.stdout.write(replaySummary(summary, lang, (tag) => labelWords(tag, viewOf(call, app))));
      return counts.unreadable > 0 ? 1 : 0;
    } finally {
      await opened.close();
    }
  },
};
