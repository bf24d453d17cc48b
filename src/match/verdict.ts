import type { Reading } from '../domain/reading.ts';
import type { Topic } from './topics.ts';

/** Ids of library tags, each list without repetition, in the order of the topics' hits. */
export interface Verdict {
  apply: string[];
  pending: string[];
  suggest: string[];
  block: string[];
}

/**
 * What one message alone does to tags: `apply` what it is enough for, `pending` what needs more hits, `suggest` what the classifier is not
 * sure enough of, `block` the demand it refuses.
 * A topic that is both refused and asked for in one message: the later word wins. The matcher has settled that already, by marking an
 * earlier mention negated and by leaving a topic that is asked for again out of `block`; so `'*'` here stands for every demand but those
 * with an un-negated hit, and a named topic is never applied.
 */
export function verdict(options: { reading: Reading; topics: ReadonlyMap<string, Topic> }): Verdict {
  const { reading, topics } = options;
  const open = new Set(reading.hits.filter((hit) => !hit.negated).map((hit) => hit.topic));
  const blocked = new Set(reading.block.filter((id) => topics.get(id)?.demand));
  if (reading.block.includes('*')) {
    for (const topic of topics.values()) if (topic.demand && !open.has(topic.id)) blocked.add(topic.id);
  }
  const apply = new Set<string>();
  const pending = new Set<string>();
  for (const id of open) {
    const topic = topics.get(id);
    if (topic && !blocked.has(id)) for (const tag of topic.tags) (topic.needs.hits <= 1 ? apply : pending).add(tag);
  }
  const block = new Set([...blocked].flatMap((id) => topics.get(id)?.tags ?? []));
  const suggest = new Set(reading.intents.flatMap((intent) => (intent.tag === null ? [] : [intent.tag])));
  const free = (tags: Set<string>, ...others: Set<string>[]) =>
    [...tags].filter((tag) => others.every((other) => !other.has(tag)));
  return {
    // Two topics may give one tag: what one of them applies, the refusal of the other does not block.
    apply: [...apply],
    pending: free(pending, apply),
    suggest: free(suggest, apply, pending, block),
    block: free(block, apply),
  };
}
