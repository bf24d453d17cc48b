import type { Keyword } from '../domain/lesson.ts';
import { sixtyBits } from './gather-topics.ts';
import { phraseKey } from './phrase-key.ts';
import type { Topic } from './topics.ts';

/** Topics with the phrases that were learnt beside their packs; one that some pack has meanwhile, or whose topic is gone, is left out. */
export const addKeywords = (topics: readonly Topic[], keywords: readonly Keyword[]): Topic[] => {
  if (keywords.length === 0) return [...topics];
  const known = new Set(topics.flatMap(({ phrases }) => phrases.map(phraseKey)));
  const fresh = new Map(
    keywords
      .filter(({ phrase }) => !known.has(phraseKey(phrase)))
      .map(({ topic, phrase }) => [phraseKey(phrase), { topic, phrase }]),
  );
  return topics.map((topic) => {
    const added = [...fresh.values()].filter((one) => one.topic === topic.id).map(({ phrase }) => phrase);
    if (added.length === 0) return topic;
    return {
      ...topic,
      phrases: [...topic.phrases, ...added],
      version: sixtyBits(JSON.stringify([topic.version, ...[...added].sort()])),
    };
  });
};
