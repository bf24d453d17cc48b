// The way out against an independent server that plays Slack (vercel-labs/emulate): what is told really lands where people read it.
import { createEmulator } from 'emulate';
import { expect, onTestFinished, test } from 'vitest';
import { createSlack } from '../../../adapters/slack/index.ts';
import { slackSettings } from '../../../adapters/slack/settings.ts';
import { createChannelDoor } from '../../../src/cli/channels/channel-door.ts';
import { UserError } from '../../../src/errors.ts';
import { slackForm } from '../../../src/text/slack/slack-form.ts';
import { eventOf, SIGNING_SECRET, signedRequest } from '../../support/fake-slack.ts';
import { freePort } from '../../support/free-port.ts';
import { stamp } from '../../support/open-slack.ts';
import { openStreet } from '../../support/open-street.ts';

const TOKEN = 'xoxb-local-test';
const SCOPES = [
  'chat:write',
  'channels:read',
  'channels:history',
  'users:read',
  'im:write',
  'im:history',
  'im:read',
  'groups:read',
  'mpim:read',
];

const seed = {
  slack: {
    team: { name: 'Acme', domain: 'acme' },
    users: [
      { name: 'li', real_name: '小李', email: 'li@example.com' },
      { name: 'hua', real_name: '花经理', email: 'hua@example.com' },
    ],
    channels: [{ name: 'staff', topic: '内部' }],
    bots: [{ name: 'tagwise' }],
    tokens: [{ token: TOKEN, user: 'li', scopes: SCOPES }],
    signing_secret: SIGNING_SECRET,
    strict_scopes: true,
  },
};

type Json = Record<string, unknown>;

test('an answer in a direct chat, a reminder and a card land in the history, and App Home is there', async () => {
  const emulator = await createEmulator({ service: 'slack', port: await freePort(), seed });
  onTestFinished(() => emulator.close());
  const api = `${emulator.url}/api/`;
  const call = async (method: string, args: Record<string, string> = {}): Promise<Json> => {
    const response = await fetch(`${api}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(args),
    });
    return (await response.json()) as Json;
  };
  const members = ((await call('users.list'))['members'] ?? []) as { id: string; name: string }[];
  const hua = members.find(({ name }) => name === 'hua')?.id ?? '';
  const channels = ((await call('conversations.list'))['channels'] ?? []) as { id: string; name: string }[];
  const staff = channels.find(({ name }) => name === 'staff')?.id ?? '';
  const historyOf = async (channel: string) =>
    (((await call('conversations.history', { channel }))['messages'] ?? []) as { text: string }[]).map(({ text }) => text);

  const config = `people:\n  - { id: hua, name: Hua, role: manager, lang: en, ids: { slack: ${hua} } }`;
  const { app } = await openStreet({ config, clock: { mode: 'wall', at: 0, since: 0 } });
  const troubles: string[] = [];
  const port = await freePort();
  const slack = createSlack({
    door: (account) =>
      createChannelDoor({
        ...{ app, channel: 'slack', account, form: slackForm, lang: 'zh' },
        unforeseen: () => new UserError('unexpected_error', { reference: 'test' }),
      }),
    settings: slackSettings.parse({ mode: 'http', port }),
    ...{ mode: 'http', secrets: { token: TOKEN, signingSecret: SIGNING_SECRET, appToken: null, api }, now: Date.now },
    log: (what, error) => troubles.push(`${what} ${String(error ?? '')}`),
  });
  await slack.start();
  onTestFinished(slack.stop);
  expect(slack.health()).toEqual({ state: 'ready' });

  const dm = ((await call('conversations.open', { users: hua }))['channel'] as { id: string }).id;
  const post = async (event: Json) => {
    const { body, headers } = signedRequest('event', eventOf(event));
    return (await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body, headers })).status;
  };
  expect(await post({ user: hua, text: 'help tags', channel: dm, channel_type: 'im', ts: stamp(Date.now()) })).toBe(200);
  await expect.poll(async () => (await historyOf(dm)).join('\n')).toContain('tags');

  const drawn = {
    text: 'A task for you',
    blocks: slackForm.draw({ title: 'A task for you', sections: [], none: '' }, 'en').blocks,
  };
  expect(await slack.tell({ person: hua }, drawn)).toEqual({ ok: true });
  expect(await historyOf(dm)).toContain('A task for you');
  expect(await slack.tell({ room: staff }, { ...drawn, text: 'A regular is back' })).toEqual({ ok: true });
  expect(await historyOf(staff)).toContain('A regular is back');
  expect(await slack.tell({ room: 'CNOWHERE' }, drawn)).toEqual({ ok: false, retryAfter: null });
  expect(troubles.filter((trouble) => !trouble.includes('channel_not_found'))).toEqual([]);

  expect(await post({ type: 'app_home_opened', user: hua, tab: 'home', channel: dm, event_ts: stamp(Date.now()) })).toBe(200);
  await expect.poll(async () => (await fetch(`${emulator.url}/?tab=views`)).text()).toContain('home');
});
