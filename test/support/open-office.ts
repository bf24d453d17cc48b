import { expect } from 'vitest';
import { commandNamed } from '../../src/commands/index.ts';
import type { HomeClock } from '../../src/domain/ledger.ts';
import type { Actor } from '../../src/domain/person.ts';
import { parseRules } from '../../src/rules/parse-rules.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { readEndpoint } from '../../src/webhooks/endpoint.ts';
import type { WebhookParts } from '../../src/webhooks/webhooks.ts';
import { DAY, feed } from './lines.ts';
import { openStreet } from './open-street.ts';
import { createReceiver, SECRET } from './webhook-receiver.ts';

const PEOPLE = `
people:
  - { id: hua, name: Hua, role: manager }
  - { id: li, name: Li, role: agent, manager: hua }
`;
export const HUA: Actor = { id: 'hua', name: 'Hua', role: 'manager' };
export const LI: Actor = { id: 'li', name: 'Li', role: 'agent' };
export const TEN = Date.parse('2026-11-25T10:00:00+08:00');
const LIVE: HomeClock = { mode: 'wall', at: TEN, since: TEN - 90 * DAY };

/** A street with webhooks whose messages go to a receiver of the test, over real HTTP, and a clock that the story moves. */
export const openOffice = async (
  webhooks: string,
  { clock = LIVE, rules = '', ...parts }: { clock?: HomeClock; rules?: string } & Pick<WebhookParts, 'postMessage'> = {},
) => {
  const time = { now: TEN };
  const receiver = await createReceiver();
  const street = await openStreet({
    ...{ config: `${PEOPLE}\nwebhooks: ${webhooks}`, clock, wallNow: () => time.now },
    ...parts,
    endpointOf: (hook) => readEndpoint({ url: receiver.url, secret: SECRET }, hook.private),
  });
  const { app } = street;
  if (rules !== '') {
    const own = parseRules({ file: 'own.yaml', text: rules, tree: app.inForce.tree() }) as Rule[];
    app.inForce.replace({ rules: [...app.inForce.rules().set.all, ...own] });
  }
  const heard = async () => {
    app.webhooks.run();
    await app.webhooks.idle();
    expect(street.troubles).toEqual([]);
    const news = receiver.news();
    expect(news.every(receiver.isOurs)).toBe(true);
    return news.map(({ message }) => message);
  };
  return {
    ...street,
    receiver,
    time,
    heard,
    say: (actor: Actor, words: string) => {
      // Of what people do in one millisecond, nobody can say which came first.
      time.now += 1;
      const [name = '', ...args] = words.split(' ');
      return commandNamed(name)?.run({ app, actor, lang: 'zh', atHand: null }, args);
    },
    feed: (...lines: object[]) => feed(app, lines),
    later: async (ms: number) => {
      time.now += ms;
      await app.runDue(time.now);
    },
  };
};
