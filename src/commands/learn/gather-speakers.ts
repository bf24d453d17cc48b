import { setImmediate } from 'node:timers/promises';
import type { App } from '../../app.ts';
import { candidatePhrases } from './candidate-phrases.ts';
import type { Speaker } from './propose-keywords.ts';
import type { CutWords } from './word-cutter.ts';

/** Messages that are read, the newest; a shop's last weeks or years. */
const MOST_MESSAGES = 50_000;
/** Identities that are looked up together. */
const PAGE = 1000;
/** Messages that are cut before others have their turn: some milliseconds. */
const IN_A_ROW = 200;

interface Heard {
  speakers: Speaker[];
  messages: number;
  /** A message that has the phrase. */
  exampleOf: (phrase: string) => string;
}

const paged = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / PAGE) }, (_, page) => all.slice(page * PAGE, (page + 1) * PAGE));

/** Identity → customer. */
const ownersOf = async ({ store }: App, identities: readonly string[]): Promise<Map<string, string>> => {
  const owners = new Map<string, string>();
  for (const page of paged(identities))
    for (const { _id, customer } of await store.customers.identities(page)) owners.set(_id, customer);
  return owners;
};

/** What each customer said of late, in phrases, and which tags they carry. Messages go on being answered meanwhile. */
export const gatherSpeakers = async (app: App, cut: CutWords): Promise<Heard> => {
  const said = new Map<string, Set<string>>();
  const texts: string[] = [];
  for await (const { identity, text } of app.store.events.customerWords(MOST_MESSAGES)) {
    texts.push(text);
    if (texts.length % IN_A_ROW === 0) await setImmediate();
    const phrases = said.get(identity) ?? new Set<string>();
    for (const phrase of candidatePhrases(text, cut)) phrases.add(phrase);
    said.set(identity, phrases);
  }
  const owners = await ownersOf(app, [...said.keys()]);
  const byCustomer = new Map<string, Set<string>>();
  for (const [identity, phrases] of said) {
    const customer = owners.get(identity);
    if (customer === undefined) continue;
    byCustomer.set(customer, new Set([...(byCustomer.get(customer) ?? []), ...phrases]));
  }
  const tags = new Map<string, string[]>();
  for (const page of paged([...byCustomer.keys()]))
    for (const { _id, tagIds } of await app.store.customers.tagsOf(page)) tags.set(_id, tagIds);
  return {
    speakers: [...byCustomer].map(([id, phrases]) => ({ tags: new Set(tags.get(id) ?? []), phrases })),
    messages: texts.length,
    exampleOf: (phrase) => texts.find((text) => text.toLowerCase().includes(phrase)) ?? phrase,
  };
};
