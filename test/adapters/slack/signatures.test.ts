// Only what Slack itself has signed, for now, gets in.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventOf, sign, signedRequest } from '../../support/fake-slack.ts';
import { openSlack, stamp } from '../../support/open-slack.ts';

const now = () => Math.floor(Date.now() / 1000);
const said = () => eventOf({ user: 'UMEI', text: '这个多少钱？', ts: stamp(Date.now()) });

test('the signature is that of the published example', () => {
  // docs.slack.dev, verifying requests from Slack.
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
  expect(sign(body, 1_531_420_618, '8f742231b10e8888abcd99yyyzzz85a5')).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  );
});

test('a wrong signature, an old one, one of the future and none at all are refused, and nothing is kept', async () => {
  const slack = await openSlack('http');
  const status = async (signed: Parameters<typeof slack.post>[2]) => (await slack.post('event', said(), signed)).status;
  expect(await status({ secret: 'somebody else’s' })).toBe(401);
  expect(await status({ sentAt: now() - 301 })).toBe(401);
  expect(await status({ sentAt: now() + 86_400 })).toBe(401);
  expect(await status({ headers: { 'x-slack-signature': '' } })).toBe(401);
  expect(await status({ headers: { 'x-slack-request-timestamp': 'soon' } })).toBe(401);
  const bare = await fetch(`http://127.0.0.1:${slack.port}/slack/events`, { method: 'POST', body: JSON.stringify(said()) });
  expect(bare.status).toBe(401);
  expect(await slack.app.store.events.count()).toBe(0);
  expect((await slack.post('event', said())).status).toBe(200);
  expect(await slack.app.store.events.count()).toBe(1);
});

test('a request in which one byte was changed is never taken', async () => {
  const slack = await openSlack('http');
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, by) => {
      const { body, headers } = signedRequest('event', said());
      const bytes = Buffer.from(body);
      const at = place % bytes.length;
      bytes[at] = ((bytes[at] ?? 0) + by) % 256;
      const response = await fetch(`http://127.0.0.1:${slack.port}/slack/events`, { method: 'POST', body: bytes, headers });
      expect(response.status).toBe(401);
    }),
    { numRuns: 200 },
  );
  expect(await slack.app.store.events.count()).toBe(0);
});

test('Slack’s own questions are answered: its challenge, whether TLS works, and what is not there is not there', async () => {
  const slack = await openSlack('http');
  const challenge = await slack.post('event', { type: 'url_verification', challenge: 'abc', token: 't' });
  expect(await challenge.json()).toEqual({ challenge: 'abc' });
  const unsigned = await slack.post('event', { type: 'url_verification', challenge: 'abc' }, { secret: 'x' });
  expect(unsigned.status).toBe(401);
  expect((await fetch(`http://127.0.0.1:${slack.port}/elsewhere`)).status).toBe(404);
  const large = await fetch(`http://127.0.0.1:${slack.port}/slack/events`, { method: 'POST', body: 'x'.repeat(5 << 20) });
  expect(large.status).toBe(413);
});

test('what can be read two ways or not at all is refused or ignored, and the bot stays up', async () => {
  const slack = await openSlack('http');
  const odd: Record<string, unknown>[] = [
    {},
    { type: 'event_callback' },
    { type: 'event_callback', event: null },
    eventOf({ user: 7, text: ['x'] }),
    eventOf({ user: 'UMEI', text: 'x', ts: 'yesterday' }),
    eventOf({ subtype: 'message_changed', message: null }),
    eventOf({ subtype: 'channel_join', user: 'UMEI', text: 'joined', ts: stamp(Date.now()) }),
    eventOf({ bot_id: 'B7', user: 'UZAP', text: '这个多少钱？', ts: stamp(Date.now()) }),
    eventOf({ user: 'UZAP', text: '这个多少钱？', ts: stamp(Date.now()) }),
  ];
  // What is no event at all is not acknowledged either; every event is taken, whatever is in it.
  for (const event of odd)
    expect([(await slack.post('event', event)).status, 'event' in event && event['event'] !== null]).not.toEqual([503, true]);
  const { text } = await slack.command('ULI', '/tags "');
  expect(text).not.toBe('');
  await slack.press('ULI', 'not json', { response_url: slack.fake.lateUrl }).catch(() => undefined);
  expect(await slack.app.store.events.count()).toBe(0);
  expect(await slack.says('UMEI', '这个多少钱？')).toBe(true);
});
