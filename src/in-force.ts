import type { Config } from './config/config.ts';
import { createPeople, type People } from './config/people.ts';
import type { Library, LibraryCaps } from './domain/tag.ts';
import { tagIdIn } from './domain/tag-id.ts';
import { createTagTree, type TagTree } from './domain/tag-tree.ts';
import { MINUTE } from './domain/time.ts';
import { createMatcher, type Matcher } from './match/matcher.ts';
import type { Topic } from './match/topics.ts';
import type { RulesInForce } from './rules/in-force.ts';
import type { Rule } from './rules/rule.ts';
import { createRuleSet } from './rules/rule-set.ts';

/** The library, packs, people and settings of this moment. Each part is replaced whole, or not at all. */
export interface Holding {
  library: Library;
  topics: Topic[];
  rules: readonly Rule[];
  config: Config;
}

export interface InForce {
  library: () => Library;
  tree: () => TagTree;
  people: () => People;
  config: () => Config;
  matcher: () => Matcher;
  rules: () => RulesInForce;
  replace: (part: Partial<Holding>) => void;
}

const defined = (caps: Config['caps']): Partial<LibraryCaps> =>
  Object.fromEntries(Object.entries(caps).filter(([, most]) => most !== undefined));

/** Holds what is in force, so that a file changed under way takes effect between two batches. */
export const createInForce = (first: Holding): InForce => {
  let held = first;
  let tree = createTagTree(held.library);
  let matcher = createMatcher(held.topics);
  let people = createPeople(held.config.people);
  let set = createRuleSet(held.rules);
  const makeRules = (): RulesInForce => ({
    tree,
    libraryVersion: held.library.version,
    caps: { ...held.library.caps, ...defined(held.config.caps) },
    topics: matcher.topics,
    set,
    currencies: { home: held.config.currency, rates: held.config.rates },
    silenceDays: held.config.silence_days,
    quoteDays: held.config.quote_days,
    sessionGap: held.config.session_gap * MINUTE,
    important: held.config.important_tags.flatMap((name) => tagIdIn(tree)(name) ?? []),
    person: (channel, id) => people.byChannel(channel, id),
  });
  let rules = makeRules();
  return {
    library: () => held.library,
    tree: () => tree,
    people: () => people,
    config: () => held.config,
    matcher: () => matcher,
    rules: () => rules,
    replace: (part) => {
      held = { ...held, ...part };
      if (part.library) tree = createTagTree(held.library);
      if (part.rules) set = createRuleSet(held.rules);
      if (part.topics) matcher = createMatcher(held.topics);
      if (part.config) people = createPeople(held.config.people);
      rules = makeRules();
    },
  };
};
