import type { IntentReading, Reading } from '../domain/reading.ts';
import type { Topic } from './topics.ts';
import { needsOf, topicsByTag } from './topics-of.ts';

/** Ids of library tags, each list without repetition, in the order of the topics' hits. */
export interface Verdict {
  apply: string[];
  pending: string[];
  suggest: string[];
  block: string[];
}

/**
 * What one message alone does to tags: `apply` what its words or its intents are enough for, `pending` what needs more hits, `suggest` what
 * the classifier is not sure enough of, `block` the demand it refuses.
 * A topic that is both refused and asked for in one message: the later word wins. The matcher has settled that already, by marking an
 * earlier mention negated and by leaving a topic that is asked for again out of `block`; so `'*'` here stands for every demand but those
 * with an un-negated hit, and a named topic is never applied.
 */
export function verdict(options: { reading: Reading; topics: ReadonlyMap<string, Topic> }): Verdict {
  const { reading, topics } = options;
  const open = new Set(reading.hits.filter((hit) => !hit.negated).map((hit) => hit.topic));
  const blocked = blockedTopics(reading, topics, open);
  const counted = [...open].flatMap((id) => topics.get(id) ?? []).filter((topic) => !blocked.includes(topic));
  const intended = (enough: IntentReading['enough']) =>
    reading.intents.flatMap((intent) => (intent.enough === enough ? intent.tags : []));
  const topicsOf = topicsByTag(topics.values());
  const soft = (tag: string) => needsOf(topicsOf(tag)).hits > 1;
  const sure = intended('apply');
  const apply = new Set([...tagsOf(counted.filter((topic) => topic.needs.hits <= 1)), ...sure.filter((tag) => !soft(tag))]);
  const pending = new Set([...tagsOf(counted.filter((topic) => topic.needs.hits > 1)), ...sure.filter(soft)]);
  const block = tagsOf(blocked);
  const suggest = new Set(intended('suggest'));
  return {
    // Two topics may give one tag: what one of them applies, the refusal of the other does not block.
    apply: [...apply],
    pending: without(pending, apply),
    suggest: without(suggest, apply, pending, block),
    block: without(block, apply),
  };
}

function blockedTopics(reading: Reading, topics: ReadonlyMap<string, Topic>, open: ReadonlySet<string>): Topic[] {
  const all = reading.block.includes('*');
  return [...topics.values()].filter(
    (topic) => topic.demand && (reading.block.includes(topic.id) || (all && !open.has(topic.id))),
  );
}

const tagsOf = (topics: readonly Topic[]) => new Set(topics.flatMap((topic) => topic.tags));

const without = (tags: Set<string>, ...others: Set<string>[]) =>
  [...tags].filter((tag) => others.every((other) => !other.has(tag)));
