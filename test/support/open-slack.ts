import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createSlack } from '../../adapters/slack/index.ts';
import { readSlackSecrets, type SlackSecrets, slackSettings } from '../../adapters/slack/settings.ts';
import { createChannelDoor } from '../../src/cli/channels/channel-door.ts';
import { UserError } from '../../src/errors.ts';
import { slackForm } from '../../src/text/slack/slack-form.ts';
import {
  commandOf,
  eventOf,
  type FakeSlack,
  pressOf,
  type Signed,
  signedRequest,
  slackEnv,
  startFakeSlack,
} from './fake-slack.ts';
import { freePort } from './free-port.ts';
import { openStreet } from './open-street.ts';

export const PEOPLE = `
people:
  - { id: li, name: Li, role: agent, lang: zh, manager: hua, ids: { slack: ULI } }
  - { id: hua, name: Hua, role: manager, lang: en, ids: { slack: UHUA } }
`;

/** Li and Hua work here; Kan is a colleague whom the people file does not name; Mei is of another workspace, Tom a guest. */
const USERS = {
  ULI: { name: 'Li' },
  UHUA: { name: 'Hua' },
  UKAN: { name: 'Kan' },
  UMEI: { name: 'Mei', team: 'T9' },
  UTOM: { name: 'Tom', guest: true },
  UZAP: { name: 'Zap', bot: true },
  USLACKBOT: { name: 'slackbot' },
};

interface Block {
  type: string;
  text?: { text: string };
  elements?: { text: { text: string } | string; value?: string; url?: string }[];
}

/** What an answer says, block for block, and the words or the address behind its buttons. */
export const readAnswer = (answer: unknown): { text: string; buttons: Record<string, string> } => {
  const { blocks = [], text = '' } = (answer ?? {}) as { blocks?: Block[]; text?: string };
  const said = blocks.flatMap(({ type, text, elements }) =>
    type === 'context' ? (elements ?? []).map(({ text }) => String(text)) : (text?.text ?? []),
  );
  const buttons = blocks.flatMap(({ type, elements }) => (type === 'actions' ? (elements ?? []) : []));
  return {
    text: (said.length === 0 ? [text] : said).join('\n'),
    buttons: Object.fromEntries(
      buttons.map(({ text, value, url }) => [typeof text === 'string' ? text : text.text, value ?? url ?? '']),
    ),
  };
};

/** A workspace of the fake Slack with the bot in it: the real adapter on the whole street and a fresh database. */
export const openSlack = async (
  mode: 'http' | 'socket',
  { config = PEOPLE, now = Date.now }: { config?: string; now?: () => number } = {},
) => {
  const street = await openStreet({ config, clock: { mode: 'wall', at: 0, since: 0 }, wallNow: now });
  const { app } = street;
  const fake = await startFakeSlack(USERS);
  const port = await freePort();
  const settings = slackSettings.parse({ mode, port, staff: 'CSTAFF' });
  const troubles: string[] = [];
  let broken = false;
  let slow = 0;
  const make = () =>
    createSlack({
      door: (account) => {
        const door = createChannelDoor({
          ...{ app, channel: 'slack', account, form: slackForm, lang: 'zh' },
          unforeseen: (error) => {
            troubles.push(String(error));
            return new UserError('unexpected_error', { reference: 'test' });
          },
        });
        const keep: typeof door.keep = (...said) => (broken ? Promise.reject(new Error('no database')) : door.keep(...said));
        const answer: typeof door.answer = async (asking) => {
          await sleep(slow);
          return door.answer(asking);
        };
        return { ...door, keep, answer };
      },
      ...{ settings, mode, secrets: readSlackSecrets(settings, slackEnv(fake.apiUrl, mode)) as SlackSecrets, now },
      noteEvery: 50,
      log: (what, error) => troubles.push(`${what} ${String(error ?? '')}`),
    });
  const slack = make();
  await slack.start();
  onTestFinished(async () => {
    await slack.stop();
    await fake.stop();
  });

  const post = async (kind: Parameters<typeof signedRequest>[0], payload: object, signed?: Signed): Promise<Response> => {
    const { body, headers } = signedRequest(kind, payload as Record<string, unknown>, signed);
    return fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers });
  };
  /** Delivers an event; gives whether the bot acknowledged it. */
  const deliver = async (event: Record<string, unknown>, more: Signed & { again?: boolean } = {}): Promise<boolean> => {
    if (mode === 'http') return (await post('event', event, more)).status === 200;
    return (await fake.send('events_api', event, 1_500)) !== null;
  };
  const answerTo = async (kind: 'form' | 'interactive', type: string, payload: Record<string, unknown>): Promise<unknown> => {
    if (mode === 'socket') return fake.send(type, payload);
    const response = await post(kind, payload);
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  };
  const settle = async () => {
    await app.lanes.idle();
  };

  return {
    ...{ street, app, fake, slack, port, troubles, post, deliver, settle },
    /** Another process of the bot, once this one is away. */
    restart: async () => {
      await slack.stop();
      const next = make();
      await next.start();
      onTestFinished(next.stop);
      return next;
    },
    /** Begins to start another process of the bot, and does not wait for it. */
    startAnother: () => {
      const next = make();
      return { next, started: next.start() };
    },
    /** Whether nothing can be kept. */
    breakDatabase: (is: boolean): void => {
      broken = is;
    },
    /** Lets every answer take so much longer, ms. */
    slowDown: (by: number): void => {
      slow = by;
    },
    /** Somebody says something; resolves when all that comes of it is applied. */
    says: async (user: string, text: string, more: Record<string, unknown> = {}): Promise<boolean> => {
      const acknowledged = await deliver(eventOf({ user, text, ts: stamp(now()), ...more }));
      await settle();
      return acknowledged;
    },
    /** Gives a slash command; what is answered at once. */
    command: async (user: string, line: string, more: Record<string, unknown> = {}) =>
      readAnswer(await answerTo('form', 'slash_commands', commandOf(fake, user, line, more))),
    /** Presses a button of an answer; what is answered later. */
    press: async (user: string, value: string, more: Record<string, unknown> = {}) => {
      const before = fake.late.length;
      await answerTo('interactive', 'interactive', pressOf(fake, user, value, more));
      for (let tries = 0; tries < 150 && fake.late.length === before; tries += 1) await sleep(20);
      return readAnswer(fake.late[before]);
    },
    /** Says something to the bot in words; what it answers with this method of the Web API. */
    talks: async (user: string, text: string, more: Record<string, unknown> = {}, method = 'chat.postMessage') => {
      const before = fake.callsOf(method).length;
      await deliver(eventOf({ user, text, ts: stamp(now()), channel: `D${user}`, channel_type: 'im', ...more }));
      for (let tries = 0; tries < 150 && fake.callsOf(method).length === before; tries += 1) await sleep(20);
      return readAnswer(fake.callsOf(method)[before]);
    },
    tagsOf: async (id: string): Promise<string[]> => {
      const [customer] = await app.store.customers.load([id]);
      return (customer?.tagIds ?? []).map((tag) => app.inForce.tree().label(tag)).sort();
    },
  };
};

let stamps = 0;
/** A message's id and time, as Slack counts: seconds, and a number of its own behind the point. */
export const stamp = (at: number): string => {
  stamps += 1;
  return `${(at / 1000).toFixed(3)}${String(stamps % 1000).padStart(3, '0')}`;
};

export type SlackFixture = Awaited<ReturnType<typeof openSlack>>;
export type { FakeSlack };
