import type { Needs, Topic } from './topics.ts';

/** Of a tag that no topic gives: once is enough. */
const ONCE: Needs = { hits: 1, days: 7 };

/** Topics by the tags that they give. */
export const topicsByTag = (topics: Iterable<Topic>): ((tag: string) => readonly Topic[]) => {
  const found = new Map<string, Topic[]>();
  for (const topic of topics) for (const tag of topic.tags) found.set(tag, [...(found.get(tag) ?? []), topic]);
  return (tag) => found.get(tag) ?? [];
};

/** How many hits a tag needs that something else than a topic read: as many as its topics, the least of several (semantics 3). */
export const needsOf = (topics: readonly Topic[]): Needs =>
  topics.map(({ needs }) => needs).sort((a, b) => a.hits - b.hits)[0] ?? ONCE;
