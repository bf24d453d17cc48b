import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { Query } from 'mingo';
import { createCatalogue } from '../src/domain/catalogue.ts';
import type { CustomerState } from '../src/domain/customer.ts';
import type { KeptEvent } from '../src/domain/event.ts';
import { createTagTree } from '../src/domain/tag-tree.ts';
import type { Order, Paid } from '../src/domain/trade.ts';
import { emptyState } from '../src/fold/empty-state.ts';
import { eventWishes } from '../src/rules/event-wishes.ts';
import type { RulesInForce } from '../src/rules/in-force.ts';
import { parseRules } from '../src/rules/parse-rules.ts';
import type { EventRule, Rule } from '../src/rules/rule.ts';
import { createRuleSet } from '../src/rules/rule-set.ts';
import { seededRandom } from '../test/support/seeded-random.ts';

/** A condition that every contender can say. */
type Part =
  | { has: string }
  | { channel: string[] }
  | { region: string }
  | { bornFrom: number }
  | { ordersBelow: number }
  | { any: Part[] };

/** What the peers look at. */
interface Facts {
  tags: string[];
  channel: string;
  region: string;
  birthYear: number;
  orders: number;
}

export interface Message {
  facts: Facts;
  state: CustomerState;
  event: KeptEvent;
}

export interface Contender {
  name: string;
  /** How many messages a measurement of it should take. */
  share: number;
  /** The numbers of the rules that fire. */
  decide: (message: Message) => number[] | Promise<number[]>;
}

const TAGS = Array.from({ length: 200 }, (_, n) => `t${n}`);
const CHANNELS = ['wechat', 'web', 'wecom', 'slack', 'shop'];
const REGIONS = ['华东', '华南', '华北', '华中', '西南', '西北', '东北', '海外'];
const NOW = Date.UTC(2026, 2, 1);

const random = seededRandom(7);

const part = (): Part =>
  [
    () => ({ has: random.pick(TAGS) }),
    () => ({ channel: [random.pick(CHANNELS), random.pick(CHANNELS)] }),
    () => ({ region: random.pick(REGIONS) }),
    () => ({ bornFrom: random.between(1960, 2005) }),
    () => ({ ordersBelow: random.between(1, 20) }),
  ][random.below(5)]?.() ?? { has: 't0' };

/** Rules of two to four parts, each about a tag among other things, four in ten with a nested any; the same for the same count. */
const drawRules = (count: number): Part[][] =>
  Array.from({ length: count }, () => [
    { has: random.pick(TAGS) },
    ...Array.from({ length: random.between(1, 2) }, part),
    ...(random.below(10) < 4 ? [{ any: [part(), part()] }] : []),
  ]);

/** Written out, and not spread together: so it has the form in which the database gives it; a message likewise. */
const order = (id: string, at: number): Order => {
  const [payments, refunds]: [Paid[], Paid[]] = [[], []];
  return {
    id,
    at,
    amount: 100,
    given: 1,
    currency: 'CNY',
    product: null,
    model: null,
    quote: null,
    payments,
    refunds,
    cancelled: false,
  };
};

const message = (n: number, channel: string): KeptEvent => ({
  _id: `k${n}`,
  state: 'done',
  keptAt: NOW,
  at: NOW,
  channel,
  account: '',
  conversation: 'c',
  message: `m${n}`,
  identity: 'i',
  name: null,
  joinKey: null,
  from: 'customer',
  agent: null,
  body: { kind: 'message', text: '', quote: null, forwarded: false },
});

/** Messages of customers with up to five tags, orders and a profile. */
export const drawMessages = (count: number): Message[] =>
  Array.from({ length: count }, (_, n) => {
    const tags = [...new Set(Array.from({ length: random.below(6) }, () => random.pick(TAGS)))];
    const facts = {
      ...{ tags, channel: random.pick(CHANNELS), region: random.pick(REGIONS) },
      ...{ birthYear: random.between(1955, 2008), orders: random.below(20) },
    };
    const state = emptyState();
    for (const tag of tags) state.tags[tag] = { since: NOW, causes: [] };
    state.fields = { region: facts.region, birthYear: facts.birthYear };
    state.orders = Array.from({ length: facts.orders }, (__, k) => order(`O${k}`, NOW - k));
    return { facts, state, event: message(n, facts.channel) };
  });

const library = {
  version: 1,
  caps: { tags: 1000, perCustomer: 100, topGroups: 12 },
  nodes: [node('all', 'group', null, false), ...[...TAGS, 'result'].map((id) => node(id, 'tag', 'all', true))],
};

function node(id: string, kind: 'group' | 'tag', parent: string | null, assignable: boolean) {
  return {
    id,
    kind,
    name: id,
    aliases: [],
    parent,
    assignable,
    colour: '#112233',
    importance: 0,
    examples: [],
    archived: false,
    machine: true,
  };
}

const toOurs = (one: Part): object => {
  if ('any' in one) return { any: one.any.map(toOurs) };
  if ('has' in one) return { tag: one.has };
  if ('channel' in one) return { channel: one.channel };
  if ('region' in one) return { field: { name: 'region', is: one.region } };
  if ('bornFrom' in one) return { field: { name: 'birthYear', at_least: one.bornFrom } };
  return { orders: { less_than: one.ordersBelow } };
};

const toEngine = (one: Part): TopLevelCondition => {
  if ('any' in one) return { any: one.any.map(toEngine) };
  const [fact, operator, value] =
    'has' in one
      ? ['tags', 'contains', one.has]
      : 'channel' in one
        ? ['channel', 'in', one.channel]
        : 'region' in one
          ? ['region', 'equal', one.region]
          : 'bornFrom' in one
            ? ['birthYear', 'greaterThanInclusive', one.bornFrom]
            : ['orders', 'lessThan', one.ordersBelow];
  return { fact, operator, value } as unknown as TopLevelCondition;
};

const toMongo = (one: Part): Record<string, unknown> => {
  if ('any' in one) return { $or: one.any.map(toMongo) };
  if ('has' in one) return { tags: one.has };
  if ('channel' in one) return { channel: { $in: one.channel } };
  if ('region' in one) return { region: one.region };
  return 'bornFrom' in one ? { birthYear: { $gte: one.bornFrom } } : { orders: { $lt: one.ordersBelow } };
};

/** Our rules from the text of a file, as people write them. */
const parse = (rules: readonly Part[][]): Rule[] => {
  const forms = rules.map((parts, n) => ({
    id: `r${n}`,
    on: 'message',
    if: { all: parts.map(toOurs) },
    do: [{ add: 'result' }],
  }));
  return parseRules({ file: 'bench.yaml', text: JSON.stringify(forms), tree: createTagTree(library) }).map((one) => {
    if ('message' in one) throw new Error(`${one.field}: ${one.message}`);
    return one;
  });
};

const SETTINGS: Omit<RulesInForce, 'tree' | 'set'> = {
  ...{
    libraryVersion: 1,
    rulebookVersion: 0,
    caps: library.caps,
    topics: new Map(),
    topicsOf: () => [],
    needsOf: () => ({ hits: 1, days: 7 }),
  },
  ...{ currencies: { home: 'CNY', rates: {} }, catalogue: createCatalogue([]), sites: [], important: [] },
  ...{ silenceDays: 30, quoteDays: 3, sessionGap: 1_800_000, person: () => undefined },
};

/** All contenders with the same `count` rules. */
export const createContenders = (count: number): Contender[] => {
  const drawn = drawRules(count);
  const set = createRuleSet(parse(drawn));
  const rules: RulesInForce = { ...SETTINGS, tree: createTagTree(library), set };
  const numbers = new Map(set.all.map(({ id }, n) => [id, n]));
  const ours = ({ state, event }: Message, among: readonly EventRule[]): number[] =>
    eventWishes(state, state.tags, among, event, NOW, rules, []).map((wish) => numbers.get(wish.cause.id) ?? -1);
  const everyRule = set.all.filter((rule): rule is EventRule => rule.kind === 'event');
  const engine = new Engine();
  for (const [n, parts] of drawn.entries())
    engine.addRule({ conditions: { all: parts.map(toEngine) }, event: { type: 'fires', params: { n } } });
  const queries = drawn.map((parts) => new Query({ $and: parts.map(toMongo) }));
  return [
    { name: 'Tagwise', share: 1, decide: (one) => ours(one, set.onEvent('message', one.state, one.event.channel)) },
    { name: 'Tagwise, asking every rule', share: 0.1, decide: (one) => ours(one, everyRule) },
    {
      name: 'mingo 7.2.7',
      share: 0.02,
      decide: ({ facts }) => queries.flatMap((query, n) => (query.test(facts as never) ? [n] : [])),
    },
    {
      ...{ name: 'json-rules-engine 7.3.1', share: 0.002 },
      decide: async ({ facts }) => (await engine.run(facts)).events.map(({ params }) => Number(params?.['n'])),
    },
  ];
};
