import { resolve } from 'node:path';
import { createConsole } from '../../adapters/console/index.ts';
import type { Adapter } from '../adapter.ts';
import { wallFrom } from '../clock.ts';
import { goOn } from '../commands/batch/go-on.ts';
import { createSchedule } from '../digest/schedule.ts';
import type { HomeClock } from '../domain/ledger.ts';
import type { TagTree } from '../domain/tag-tree.ts';
import { SurroundingsError, TagwiseError } from '../errors.ts';
import { redact } from '../inbox/redact.ts';
import { createLive } from '../live.ts';
import { createSender } from '../notify/sender.ts';
import { loadSample } from '../sample/load-sample.ts';
import { type SegmentIndex, startSegmentIndex } from '../segment-index.ts';
import { consoleText } from '../text/console.ts';
import { renderError } from '../text/terminal/render-error.ts';
import { webhookWarning } from '../text/webhook-words.ts';
import { createLiveBoard, type LiveBoard } from '../web/live-board.ts';
import { readSite } from '../web/site.ts';
import { channelChecks } from './channels/channel-list.ts';
import { createChannelNews } from './channels/channel-news.ts';
import { createChannelOutlet } from './channels/channel-outlet.ts';
import { type Channels, createChannels } from './channels/open-channels.ts';
import { createDemo } from './channels/open-demo.ts';
import { unreadyChannels } from './channels/unready-channels.ts';
import { createConsoleDoor } from './console-door.ts';
import { createNewsboard } from './newsboard.ts';
import { type OpenApp, openApp, PATIENCE } from './open-app.ts';
import { intentParts, openIntents } from './open-intents.ts';
import { createTerminalOutlet } from './terminal-outlet.ts';
import type { Call } from './verb.ts';
import { unreadyWebhooks } from './webhook-problems.ts';
import { workingDirs } from './working-dirs.ts';

/** A home whose clock is the data's catches up to wall time, unless its time lies ahead, and is live from now on. */
const wallClock = (stored: HomeClock | null): HomeClock => {
  const at = stored?.at ?? 0;
  if (stored?.mode === 'data' && at > Date.now())
    throw new SurroundingsError('clock_in_future', { at: new Date(at).toISOString() });
  return wallFrom(stored, Date.now());
};

/** Platforms that are refused within a second deliver again, ms. */
const KEEP_WITHIN = 900;

export interface OpenLive extends OpenApp {
  /** Whether the sample was loaded now, because the home was empty. */
  sampled: boolean;
  /** The console on this process's terminal. */
  console: Adapter & { ended: Promise<void> };
  /** What changes, for pages that are open. */
  pages: LiveBoard;
  channels: Pick<Channels, 'states' | 'pages'>;
  /** Whether the local demo is open now. */
  demo: () => boolean;
}

/** Opens a home as the living bot: wall clock, due work, files watched; the sample on an empty home. */
export const openLive = async (call: Call, verb: string): Promise<OpenLive> => {
  const { process, global } = call;
  const site = verb === 'start' ? readSite(process.env['TAGWISE_HOST'], process.env['TAGWISE_URL']) : null;
  const board = createNewsboard(call);
  const pages = createLiveBoard();
  let segments: SegmentIndex | null = null;
  /** No platform waits yet: the sample may take its time on a slow machine. */
  let starting = true;
  const ending = new AbortController();
  /** None before the home is open: what changes then is no news. */
  let tree: (() => TagTree) | null = null;
  const opened = await openApp(call, {
    ...{ verb, mode: 'long', chooseClock: wallClock, keepWithin: () => (starting ? PATIENCE : KEEP_WITHIN), reads: true },
    tell: (done) => {
      segments?.told(done);
      if (tree) pages.tell(done, tree());
      board.tell(done);
    },
    findSegment: (...asked) => segments?.find(...asked) ?? null,
  });
  const { app } = opened;
  tree = app.inForce.tree;
  const warnOfWebhooks = () => {
    for (const { name, problem } of unreadyWebhooks(call, app.inForce.config().webhooks))
      process.stderr.write(`${webhookWarning[global.lang](name, problem.message)}\n`);
  };
  const demo = createDemo({ app, env: process.env, site });
  const channels = createChannels({
    ...{ call, app, home: opened.home.dir, log: opened.log, site, demo },
    news: createChannelNews(call),
  });
  const live = createLive({
    app,
    configFile: resolve(process.cwd, global.config ?? 'tagwise.yaml'),
    configRequired: global.config !== undefined,
    sender: createSender({
      app,
      outlet: createChannelOutlet({ app, open: channels.open, lang: global.lang, otherwise: createTerminalOutlet(call, app) }),
    }),
    channelChecks,
    briefings: createSchedule({ app, failed: (error) => opened.log('digest', error) }),
    goOn: () => goOn(app, false),
    dirs: (now) => workingDirs(process.root, process.cwd, now),
    readIntents: async (config) => {
      const { lessons } = await app.store.learnings.learnt();
      const parts = intentParts(call, opened.home.dir, config, app.inForce.tree(), lessons);
      return openIntents({ ...parts, signal: AbortSignal.any([process.signal, ending.signal]) });
    },
    news: (what, error) => {
      if (what === 'other_rules') {
        process.stderr.write(`${consoleText.otherRules[global.lang](app.rulesAreFiled())}\n`);
        return;
      }
      const sentence =
        error instanceof TagwiseError ? renderError(error, global.lang).message : error instanceof Error ? error.name : '';
      process.stderr.write(
        `${error === null ? consoleText.taken[global.lang](what) : consoleText.notTaken[global.lang](what, sentence)}\n`,
      );
      if (what === 'config' && error === null) warnOfWebhooks();
    },
  });
  const close = async () => {
    await channels.stop();
    // Training that is under way is not waited for: the next start does it.
    ending.abort();
    await live.stop();
    await segments?.stop();
    await opened.close();
  };
  try {
    // Whoever served here before and was killed serves no more.
    const left = opened.database.embedded && opened.database.owner ? await app.store.address.get() : null;
    if (left !== null) await app.store.address.clear(left.url);
    await app.store.home.advanceClock(app.clock.stored());
    const empty = (await app.store.events.count()) === 0;
    if (empty) await loadSample(app, process.root);
    starting = false;
    segments = startSegmentIndex(app.store, opened.log, pages.seen);
    await live.start();
    await channels.start();
    warnOfWebhooks();
    for (const sentence of unreadyChannels(call, app.inForce.config())) process.stderr.write(`${sentence}\n`);
    board.open(app);
    const words = consoleText.words[global.lang];
    const terminal = createConsole({
      door: createConsoleDoor(call, app, board),
      input: process.stdin,
      output: process.stdout,
      now: () => app.clock.asOf(),
      words: {
        ...words,
        asCustomer: (name) => words.asCustomer(redact(name)),
        asAgent: (name) => words.asAgent(redact(name)),
      },
    });
    return { ...opened, close, sampled: empty, console: terminal, pages, channels, demo };
  } catch (error) {
    await close();
    throw error;
  }
};
