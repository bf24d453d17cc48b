/**
 * How soon Slack hears that a message is taken, by HTTP, signed, at a steady rate: the bot keeps and tags it on a real database before it
 * answers. Beside it, in the same run, bare Bolt that keeps nothing. Load and bot share the machine.
 * `npx tsx bench/slack.ts [messages a second, 200] [seconds, 20]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { createSlack } from '../adapters/slack/index.ts';
import { slackSettings } from '../adapters/slack/settings.ts';
import { createApp } from '../src/app.ts';
import { createChannelDoor } from '../src/cli/channels/channel-door.ts';
import { createClock } from '../src/clock.ts';
import { UserError } from '../src/errors.ts';
import { openHome } from '../src/home/home.ts';
import { connect } from '../src/store/connect.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { createStore } from '../src/store/store.ts';
import { slackForm } from '../src/text/slack/slack-form.ts';
import { eventOf, SIGNING_SECRET, signedRequest, startFakeSlack } from '../test/support/fake-slack.ts';
import { freePort } from '../test/support/free-port.ts';
import { shippedInForce } from '../test/support/in-force.ts';
import { SAID } from './support/said.ts';

const RATE = Number(process.argv[2] ?? 200);
const SECONDS = Number(process.argv[3] ?? 20);
const CUSTOMERS = 500;

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);

const customers = Object.fromEntries(Array.from({ length: CUSTOMERS }, (_, n) => [`UC${n}`, { name: `C${n}`, team: 'T9' }]));
const fake = await startFakeSlack(customers);
let stamps = 0;

/** Sends messages at the rate, whatever becomes of those before; gives how long each waited for its answer, ms, and how many were refused. */
const load = async (port: number): Promise<{ waits: number[]; refused: number }> => {
  const waits: number[] = [];
  let refused = 0;
  const under: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < RATE * SECONDS; n += 1) {
    const due = began + (n * 1000) / RATE;
    if (due > performance.now()) await sleep(due - performance.now());
    stamps += 1;
    const ts = `${(Date.now() / 1000).toFixed(3)}${String(stamps % 1000).padStart(3, '0')}`;
    const event = eventOf({ user: `UC${n % CUSTOMERS}`, text: SAID[n % SAID.length] ?? '', ts, channel: `C${n % 50}` });
    const { body, headers } = signedRequest('event', event);
    const sent = performance.now();
    under.push(
      fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers }).then(async (response) => {
        await response.arrayBuffer();
        waits.push(performance.now() - sent);
        if (response.status !== 200) refused += 1;
      }),
    );
  }
  await Promise.all(under);
  return { waits: waits.sort((a, b) => a - b), refused };
};

const row = (name: string, { waits, refused }: Awaited<ReturnType<typeof load>>) =>
  `${name.padEnd(28)} ${at(waits, 0.5).padStart(8)} ${at(waits, 0.95).padStart(8)} ${at(waits, 0.99).padStart(8)} ${String(refused).padStart(8)}`;

const dir = await mkdtemp(join(tmpdir(), 'tagwise-slack-'));
const progress = (text: string) => process.stderr.write(`${text}\n`);
const database = await openDatabase({
  ...{ home: openHome({ dir }), env: process.env, verb: 'bench', mode: 'long', lang: 'en', mongodArgs: [], progress },
});
const store = createStore(await connect(database.uri, database.name));
await store.prepare();
const inForce = await shippedInForce();
await store.home.saveLibrary(inForce.library(), 0);
const app = createApp({
  ...{ store, inForce, clock: createClock({ mode: 'wall', at: 0, since: 0 }, Date.now), wallNow: Date.now, keepWithin: 900 },
  ...{ tell: () => undefined, log: (what, error) => progress(`${what} ${String(error)}`), contactsKey: () => Buffer.alloc(32) },
});
const port = await freePort();
const slack = createSlack({
  door: (account) =>
    createChannelDoor({
      ...{ app, channel: 'slack', account, form: slackForm, lang: 'en' },
      unforeseen: () => new UserError('unexpected_error', { reference: 'bench' }),
    }),
  ...{ settings: slackSettings.parse({ mode: 'http', port }), mode: 'http', now: Date.now },
  secrets: { token: 'xoxb-bench', signingSecret: SIGNING_SECRET, appToken: null, api: fake.apiUrl },
  log: (what, error) => progress(`${what} ${String(error ?? '')}`),
});
await slack.start();

const barePort = await freePort();
const bare = new App({
  ...{ token: 'xoxb-bench', botId: 'B', botUserId: 'U', convoStore: false, logLevel: LogLevel.ERROR },
  receiver: new HTTPReceiver({ signingSecret: SIGNING_SECRET, logLevel: LogLevel.ERROR }),
});
bare.event('message', () => Promise.resolve());
await bare.start({ port: barePort, host: '127.0.0.1' });

// The first messages make the customers and warm both up.
await load(port);
const ours = await load(port);
const theirs = await load(barePort);
await app.lanes.idle();
process.stdout.write(
  `${[
    `${RATE} messages a second for ${SECONDS} s; ms until Slack hears that a message is taken`,
    `${''.padEnd(28)} ${'median'.padStart(8)} ${'p95'.padStart(8)} ${'p99'.padStart(8)} ${'refused'.padStart(8)}`,
    row('Tagwise: kept and tagged', ours),
    row('Bolt alone: nothing kept', theirs),
  ].join('\n')}\n`,
);
await slack.stop();
await bare.stop();
await fake.stop();
await app.stop();
await store.close();
await database.close();
await rm(dir, { recursive: true, force: true });
