import type { SeededRandom } from '../../test/support/seeded-random.ts';
import type { ShopLine } from '../../test/support/shop-lines.ts';
import type { Person } from './people.ts';
import { SAID_EN } from './said-en.ts';
import { SAID_STAFF } from './said-staff.ts';
import { SAID_ZH } from './said-zh.ts';

const MINUTE = 60_000;

export type About = keyof typeof SAID_ZH;
export type Staff = keyof (typeof SAID_STAFF)['zh'];

/** Numbers what is made, so that every id is given once. */
export const createSerial = () => {
  let last = 0;
  return (): number => {
    last += 1;
    return last;
  };
};

/**
 * Tells what happens with one customer, line after line: each a while after the one before. `past` goes to what somebody writes; the
 * shop's own system knows the customer under an id of its own, and the key tells that both are one.
 */
export const createTeller = (one: Person, from: number, random: SeededRandom, serial: () => number) => {
  const told: ShopLine[] = [];
  let at = from;
  const wait = (least: number, most: number) => {
    at += random.between(Math.round(least * MINUTE), Math.round(most * MINUTE));
  };
  const home = () => {
    const named = random.below(6) === 0 ? { name: one.name } : {};
    const keyed = one.shy ? !one.keyShown && one.inShop : one.scenes <= 1 || random.below(4) === 0;
    if (keyed) one.keyShown = true;
    return { id: `u${one.who}`, ...named, ...(keyed ? { key: `key-${one.who}` } : {}) };
  };
  const line = (fields: Record<string, unknown>): string => {
    const id = `m${serial()}`;
    // The web chat has no ids of its own: such lines are told apart by what they say and when.
    const known = one.channel === 'web' ? {} : { id, conversation: `c${one.who}` };
    told.push({ ...known, at: new Date(at).toISOString(), channel: one.channel, customer: home(), ...fields });
    return id;
  };
  const fill = (text: string): string =>
    text
      .replace('{p}', one.product)
      .replace('{n}', String(random.pick([2, 3, 5, 10, 12, 20, 50, 100, 200])))
      .replace('{o}', one.orders.at(-1)?.id ?? '上周那');
  const words = (about: About): string => fill(random.pick(one.lang === 'en' ? SAID_EN[about] : SAID_ZH[about]));

  return {
    one,
    random,
    told,
    wait,
    now: () => at,
    words,
    /** The customer writes about something, some minutes after the line before. */
    says: (about: About, more: Record<string, unknown> = {}) => {
      wait(0.2, 9);
      one.lastAt = at;
      const id = line({ from: 'customer', text: words(about), ...more });
      if (one.channel !== 'web') one.said.push(id);
    },
    /** A picture, a voice message, a sticker. */
    sends: () => {
      wait(0.1, 3);
      line({ from: 'customer' });
    },
    staff: (kind: Staff) => {
      wait(0.3, 25);
      const text = fill(random.pick(SAID_STAFF[one.lang][kind]));
      line({ from: 'agent', agent: one.agent, text });
    },
    /** Something that the channel itself tells of. */
    happens: (event: string, data: Record<string, unknown>) => {
      wait(0.1, 5);
      line({ event, data });
    },
    /** Something that the shop's own system tells of. */
    shop: (event: string, data: Record<string, unknown>) => {
      wait(0.5, 20);
      one.inShop = true;
      const customer = { id: `s${one.who}`, key: `key-${one.who}` };
      told.push({ id: `e${serial()}`, at: new Date(at).toISOString(), channel: 'shop', customer, event, data });
    },
    fresh: (letter: string): string => `${letter}${serial()}`,
  };
};

export type Teller = ReturnType<typeof createTeller>;
