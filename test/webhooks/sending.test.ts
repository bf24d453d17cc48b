// How messages get there: tried again, held up by nobody, by one process of several; over real HTTP, with a clock that the story moves.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { forgetTold } from '../../src/notify/forget-told.ts';
import { createPostMessage } from '../../src/webhooks/post-message.ts';
import { until } from '../support/home-process.ts';
import { DAY, MINUTE, says } from '../support/lines.ts';
import { HUA, LI, openOffice, TEN } from '../support/open-office.ts';

const PRICE = '[{ name: crm, private: true, events: [tag.added], tags: [询价] }]';
const TWO =
  '[{ name: slow, private: true, events: [tag.added], tags: [询价] }, { name: crm, private: true, events: [tag.added], tags: [询价] }]';

type Office = Awaited<ReturnType<typeof openOffice>>;

const asks = ({ feed }: Office, customer = 'mei', at = TEN) => feed(says(customer, '这个多少钱', at));
/** Sends what is due, and says how many came. */
const round = async ({ app, receiver }: Office): Promise<number> => {
  app.webhooks.run();
  await app.webhooks.idle();
  return receiver.news().length;
};
const logOf = async ({ say }: Office) => {
  const reply = await say(HUA, 'webhooks');
  if (reply?.kind !== 'webhooks') throw new Error('webhooks answers with its log');
  return reply.doc;
};

describe('a receiver that is in trouble', () => {
  it('is tried again ten times in three days, under one id, and then no more; by hand it begins anew', async () => {
    const office = await openOffice(PRICE);
    const { receiver, time } = office;
    receiver.answers(503);
    await asks(office);
    const ids = new Set<string>();
    const pauses: number[] = [];
    for (let last = time.now; time.now < TEN + 5 * DAY; ) {
      office.app.webhooks.run();
      await office.app.webhooks.idle();
      const came = receiver.news();
      for (const { id } of came) ids.add(id);
      if (came.length > 0) {
        pauses.push(time.now - last);
        last = time.now;
      }
      const next = (await logOf(office)).deliveries[0]?.nextAt;
      if (!next) break;
      time.now = Date.parse(next);
    }
    const minutes = pauses.map((pause) => Math.round(pause / MINUTE));
    expect(minutes).toEqual([0, 0, 5, 30, 120, 300, 600, 840, 1200, 1440]);
    expect(ids.size).toBe(1);
    expect((await logOf(office)).deliveries).toMatchObject([{ state: 'failed', attempts: 10, answer: 503, nextAt: null }]);
    expect(office.troubles.map(({ error }) => String(error))).toEqual([expect.stringMatching(/crm did not take msg_\S+: 503/)]);

    receiver.answers(204);
    await office.say(HUA, 'webhooks retry crm');
    expect(receiver.news().map(({ id }) => id)).toEqual([...ids]);
    expect((await logOf(office)).deliveries).toMatchObject([{ state: 'sent', attempts: 1, answer: 204 }]);
  });

  it('gets the same bytes each time, signed for the time of the attempt', async () => {
    const office = await openOffice(PRICE);
    office.receiver.answers(500);
    await asks(office);
    office.app.webhooks.run();
    await office.app.webhooks.idle();
    const [first] = office.receiver.news();
    office.time.now += 5000;
    office.app.webhooks.run();
    await office.app.webhooks.idle();
    const [second] = office.receiver.news();
    expect(second?.body).toBe(first?.body);
    expect(Number(second?.headers['webhook-timestamp']) - Number(first?.headers['webhook-timestamp'])).toBe(5);
    for (const one of [first, second]) expect(one && office.receiver.isOurs(one)).toBe(true);
  });

  it('that says “gone” is left alone, what waits is dropped, until a test gets through', async () => {
    const office = await openOffice(PRICE);
    office.receiver.answers(410);
    await asks(office);
    expect(await round(office)).toBe(1);
    expect(await logOf(office)).toMatchObject({ webhooks: [{ name: 'crm', state: 'gone', failed: 1 }] });
    await asks(office, 'bo', TEN + 1);
    expect(await round(office)).toBe(0);
    expect((await logOf(office)).deliveries.map(({ state }) => state).sort()).toEqual(['dropped', 'failed']);
    await expect(office.say(HUA, 'webhooks test crm')).rejects.toMatchObject({ code: 'webhook_not_taken' });
    office.receiver.answers(204);
    office.receiver.news();
    await office.say(HUA, 'webhooks test crm');
    await asks(office, 'chen', TEN + 2);
    expect(await round(office)).toBe(2);
  });
});

describe('a receiver that says nothing', () => {
  it('costs its timeout, and holds up no other', async () => {
    const office = await openOffice(TWO, { postMessage: createPostMessage({ timeoutMs: 1500 }) });
    const { receiver, app } = office;
    const states = async () => (await logOf(office)).deliveries.map(({ state, answer }) => [state, answer]).sort();
    // Both webhooks have one address here: whichever comes first hangs.
    let hung: string | undefined;
    receiver.answers((response, { id }) => {
      hung ??= id;
      if (id !== hung) response.writeHead(204).end();
    });
    await asks(office);
    app.webhooks.run();
    await until(async () => (await states()).some(([state]) => state === 'sent'), 1000);
    expect(await states()).toEqual([
      ['sent', 204],
      ['waiting', null],
    ]);
    await app.webhooks.idle();
    expect(await states()).toEqual([
      ['sent', 204],
      ['waiting', 'TIMEOUT'],
    ]);
  });

  it('does not keep the bot from stopping, and the attempt that was broken off counts for none', async () => {
    const office = await openOffice(PRICE);
    const { receiver, app } = office;
    receiver.answers(() => undefined);
    await asks(office);
    app.webhooks.run();
    while (receiver.received.length === 0) await sleep(5);
    await app.webhooks.stop();
    expect((await logOf(office)).deliveries).toMatchObject([{ state: 'waiting', attempts: 0 }]);
  });
});

describe('of several processes', () => {
  it('one sends each message', async () => {
    const office = await openOffice(PRICE);
    const second = await office.another();
    const customers = Array.from({ length: 40 }, (_, i) => `c${i}`);
    await office.feed(...customers.map((one, i) => says(one, '这个多少钱', TEN - i)));
    for (const { app } of [office, second]) app.webhooks.run();
    await Promise.all([office.app.webhooks.idle(), second.app.webhooks.idle()]);
    const ids = office.receiver.received.map(({ id }) => id);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });

  it('another takes over what one had in hand when it died, after a minute', async () => {
    const office = await openOffice(PRICE);
    await asks(office);
    // A process took it in hand, and nobody heard of it again.
    const [row] = await office.app.store.deliveries.newest(['crm'], 1);
    expect(await office.app.store.deliveries.takeOne(row?._id ?? '', office.time.now)).not.toBeNull();
    expect(await round(office)).toBe(0);
    office.time.now += MINUTE;
    expect(await round(office)).toBe(1);
    expect((await logOf(office)).deliveries).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });
});

describe('the log', () => {
  it('is for managers; a refused look is on record', async () => {
    const office = await openOffice(PRICE);
    await expect(office.say(LI, 'webhooks')).rejects.toMatchObject({ code: 'webhooks_managers_only' });
    const [newest] = await office.app.store.ledger.newest({}, 1);
    expect(newest).toMatchObject({ action: 'denied', actor: 'li', denial: 'webhooks_managers_only' });
  });

  it('knows a webhook by its name only, and offers the nearest', async () => {
    const office = await openOffice(PRICE);
    await expect(office.say(HUA, 'webhooks crn')).rejects.toMatchObject({ code: 'unknown_webhook', params: { near: 'crm' } });
    await expect(office.say(HUA, 'webhooks retry')).rejects.toMatchObject({ code: 'webhooks_usage' });
    await expect(office.say(HUA, 'webhooks retry msg_none')).rejects.toMatchObject({ code: 'unknown_delivery' });
  });

  it('forgets after 30 days', async () => {
    const office = await openOffice(PRICE);
    await asks(office);
    expect(await round(office)).toBe(1);
    office.time.now += 30 * DAY;
    await forgetTold(office.app);
    expect((await logOf(office)).deliveries).toHaveLength(1);
    office.time.now += 1;
    await forgetTold(office.app);
    expect((await logOf(office)).deliveries).toEqual([]);
  });
});
