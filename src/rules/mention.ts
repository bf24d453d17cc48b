import type { IntentReading, Reading } from '../domain/reading.ts';
import type { Needs, Topic } from '../match/topics.ts';
import type { RulesInForce } from './in-force.ts';

/** What one message says of tags, as a pack or an intent reads it. */
export interface Mention {
  kind: 'pack' | 'intent';
  /** The topic or the intent. */
  id: string;
  version: string;
  tags: readonly string[];
  confidence: number;
  /** Where the words stand that say it; absent: in all of the message. */
  span?: [number, number];
  needs: (tag: string) => Needs;
}

/** One message is one hit of a topic, however often it mentions it: the first un-negated mention stands for all. */
const packMentions = ({ hits }: Reading, { topics }: RulesInForce): Mention[] => {
  const first = new Map<string, Mention>();
  for (const { topic: id, negated, version, span } of hits) {
    const topic = topics.get(id);
    if (!topic || negated || first.has(id)) continue;
    first.set(id, { kind: 'pack', id, version, tags: topic.tags, confidence: 1, span, needs: () => topic.needs });
  }
  return [...first.values()];
};

const intentMention = ({ intent, version, tags, confidence, span }: IntentReading, { tree, needsOf }: RulesInForce): Mention => ({
  ...{ kind: 'intent', id: intent, version, confidence },
  tags: [...new Set(tags.map(tree.current))],
  ...(span ? { span } : {}),
  needs: needsOf,
});

/** The mentions that are enough to count, or those that are only enough to suggest. Packs come first, for they point at words. */
export const mentionsIn = (reading: Reading, rules: RulesInForce, enough: 'apply' | 'suggest'): Mention[] => {
  const intents = reading.intents.filter((one) => one.enough === enough && one.tags.length > 0);
  return [...(enough === 'apply' ? packMentions(reading, rules) : []), ...intents.map((one) => intentMention(one, rules))];
};

/** The topics that a message is about, however it was read: an intent is about those that give no tag but its own. */
export const topicsIn = (reading: Reading, rules: RulesInForce): Topic[] => {
  const found = mentionsIn(reading, rules, 'apply').flatMap(({ kind, id, tags }) =>
    kind === 'pack'
      ? (rules.topics.get(id) ?? [])
      : tags.flatMap((tag) => rules.topicsOf(tag).filter((topic) => topic.tags.every((one) => tags.includes(one)))),
  );
  return [...new Set(found)];
};
