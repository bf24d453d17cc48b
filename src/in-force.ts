import type { Config } from './config/config.ts';
import { createByChannel, createPeople, type People } from './config/people.ts';
import { canonicalJson } from './domain/canonical-json.ts';
import { createCatalogue } from './domain/catalogue.ts';
import type { Keyword } from './domain/lesson.ts';
import type { Piece } from './domain/material.ts';
import type { Product } from './domain/product.ts';
import type { Rulebook, StoredRulebook } from './domain/rulebook.ts';
import type { Library } from './domain/tag.ts';
import { tagIdIn } from './domain/tag-id.ts';
import { createTagTree, type TagTree } from './domain/tag-tree.ts';
import { MINUTE } from './domain/time.ts';
import { addKeywords } from './match/add-keywords.ts';
import { createMatcher, type Matcher } from './match/matcher.ts';
import type { Topic } from './match/topics.ts';
import { needsOf, topicsByTag } from './match/topics-of.ts';
import { type IntentReader, withIntents } from './match/understand.ts';
import { type BoundPiece, bindPieces, type Readers } from './material/bind-pieces.ts';
import { productTopics } from './product-topics.ts';
import { rulebookOf } from './rulebook-of.ts';
import { recompileRule } from './rules/compile-rule.ts';
import type { RulesInForce } from './rules/in-force.ts';
import type { Rule } from './rules/rule.ts';
import { createRuleSet } from './rules/rule-set.ts';

/** The library, packs, rules, people and settings of this moment. Each part is replaced whole, or not at all. */
export interface Holding {
  library: Library;
  topics: Topic[];
  rules: readonly Rule[];
  config: Config;
  /** Phrases beside those of the packs. */
  keywords?: readonly Keyword[];
  /** Absent: no intents are read. */
  intents?: IntentReader;
  /** Absent: there is none. */
  material?: readonly Piece[];
}

export interface InForce {
  library: () => Library;
  tree: () => TagTree;
  people: () => People;
  config: () => Config;
  matcher: () => Matcher;
  /** What the packs, people and the catalogue look for, by id. */
  topics: () => ReadonlyMap<string, Topic>;
  rules: () => RulesInForce;
  /** What a query in a file is read by: the tags and people of this moment. */
  readers: () => Readers;
  /** The material that its files give, as this library understands it. */
  material: () => readonly BoundPiece[];
  /** The book in force: the stored one, before there is one that of the files. */
  rulebook: () => StoredRulebook;
  /** The book that this process's own files make; the same one until they change. */
  filed: () => Rulebook;
  /** All rules of the book in force, those too that are off. */
  allRules: () => readonly Rule[];
  replace: (part: Partial<Holding>) => void;
  /** Puts a stored book in force, whatever the files say. */
  takeRulebook: (stored: StoredRulebook) => void;
}

/** The rules of a book as this library understands them. */
const compiled = ({ book, switches }: StoredRulebook, tree: TagTree): Rule[] =>
  book.rules.flatMap((written) => {
    const rule = recompileRule(written, { tree, zone: book.settings.zone });
    return rule ? [{ ...rule, mode: switches[rule.id] ?? rule.mode }] : [];
  });

const soldIn = ({ products = [] }: Library): Product[] => products;

const sameProducts = (a: Library, b: Library): boolean => a === b || canonicalJson(soldIn(a)) === canonicalJson(soldIn(b));

const current = (tags: readonly string[], tree: TagTree): string[] => [...new Set(tags.map(tree.current))];

/** Topics count as the book says, those of products as the library does; what else is known of them is the matcher's. */
const topicsIn = (
  { topics }: Rulebook,
  known: ReadonlyMap<string, Topic>,
  sold: readonly Topic[],
  tree: TagTree,
): Map<string, Topic> =>
  new Map([
    ...topics.map((topic): [string, Topic] => [
      topic.id,
      { phrases: [], version: '1', ...known.get(topic.id), ...topic, tags: current(topic.tags, tree) },
    ]),
    ...sold.map((topic): [string, Topic] => [topic.id, topic]),
  ]);

const byId = (topics: readonly Topic[]): Map<string, Topic> => new Map(topics.map((topic) => [topic.id, topic]));

/** Holds what is in force, so that a file changed under way takes effect between two batches. */
export const createInForce = (first: Holding): InForce => {
  let held = first;
  let tree = createTagTree(held.library);
  let sold = productTopics(soldIn(held.library));
  const allTopics = () => [...addKeywords(held.topics, held.keywords ?? []), ...sold];
  let topicsById = byId(allTopics());
  /** Made when the first text is read: most commands read none, and all phrases take a while. */
  let words: Matcher | null = null;
  let matcher: Matcher | null = null;
  const makeMatcher = (): Matcher => {
    words ??= createMatcher(allTopics());
    matcher ??= withIntents(words, held.intents ?? null);
    return matcher;
  };
  /** Intents come and go without a new automaton of all phrases. Where texts are read already, none waits for the new one. */
  const takeWords = (phrases: boolean, intents: boolean) => {
    const reads = matcher !== null;
    if (phrases) words = null;
    if (phrases) topicsById = byId(allTopics());
    if (phrases || intents) matcher = null;
    if (reads) makeMatcher();
  };
  let people = createPeople(held.config.people);
  /** Read only where somebody asks for it. */
  let material: readonly BoundPiece[] | null = null;
  const readers = (): Readers => ({ tags: tree, person: (word) => people.byId(word)?.id });
  let catalogue = createCatalogue(soldIn(held.library));
  let filed = rulebookOf(held);
  let stored: StoredRulebook | null = null;
  const inForce = (): StoredRulebook => stored ?? { version: 0, book: filed, switches: {} };
  let all: Rule[] = [];
  const makeRules = (): RulesInForce => {
    const { version, book } = inForce();
    const { settings } = book;
    const byChannel = createByChannel(book.people);
    const perCustomer = settings.per_customer ?? held.library.caps.perCustomer;
    all = compiled(inForce(), tree);
    const topics = topicsIn(book, topicsById, sold, tree);
    const topicsOf = topicsByTag(topics.values());
    return {
      tree,
      catalogue,
      sites: settings.sites ?? [],
      libraryVersion: held.library.version,
      rulebookVersion: version,
      caps: { ...held.library.caps, perCustomer },
      topics,
      topicsOf,
      needsOf: (tag) => needsOf(topicsOf(tag)),
      set: createRuleSet(all),
      currencies: { home: settings.currency, rates: settings.rates },
      silenceDays: settings.silence_days,
      quoteDays: settings.quote_days,
      sessionGap: settings.session_gap * MINUTE,
      important: held.config.important_tags.flatMap((name) => tagIdIn(tree)(name) ?? []),
      person: byChannel,
    };
  };
  let rules = makeRules();
  return {
    library: () => held.library,
    tree: () => tree,
    people: () => people,
    config: () => held.config,
    matcher: makeMatcher,
    topics: () => topicsById,
    rules: () => rules,
    readers,
    material: () => {
      material ??= bindPieces(held.material ?? [], readers());
      return material;
    },
    rulebook: inForce,
    filed: () => filed,
    allRules: () => all,
    replace: (part) => {
      const before = held.library;
      held = { ...held, ...part };
      if (part.material || part.library || part.config) material = null;
      const resold = !sameProducts(before, held.library);
      if (part.library) tree = createTagTree(held.library);
      if (resold) catalogue = createCatalogue(soldIn(held.library));
      if (resold) sold = productTopics(soldIn(held.library));
      takeWords(resold || part.topics !== undefined || part.keywords !== undefined, part.intents !== undefined);
      if (part.config) people = createPeople(held.config.people);
      if (part.rules || part.topics || part.config) filed = rulebookOf(held);
      rules = makeRules();
    },
    takeRulebook: (next) => {
      stored = next;
      rules = makeRules();
    },
  };
};
