import type { Config } from './config/config.ts';
import type { Rulebook } from './domain/rulebook.ts';
import type { Topic } from './match/topics.ts';
import type { Rule } from './rules/rule.ts';

/** What is read from files and has its part in the fold. */
export interface Files {
  topics: readonly Topic[];
  rules: readonly Rule[];
  config: Config;
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** The book that files make; rules stand as in their files. What packs read in words is kept with each message, so their phrases have no part in it. */
export const rulebookOf = ({ topics, rules, config }: Files): Rulebook => ({
  rules: rules.map(({ written }) => written),
  topics: topics.map(({ id, tags, needs, demand }) => ({ id, tags, needs, demand })).sort(byId),
  settings: {
    zone: config.zone,
    currency: config.currency,
    rates: config.rates,
    silence_days: config.silence_days,
    quote_days: config.quote_days,
    ...(config.sites.length > 0 ? { sites: config.sites } : {}),
    session_gap: config.session_gap,
    per_customer: config.caps.perCustomer ?? null,
  },
  people: config.people.map(({ id, name, ids }) => ({ id, name, ids })).sort(byId),
});
