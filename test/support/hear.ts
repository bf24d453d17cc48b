import type { InForce } from '../../src/in-force.ts';
import { answer } from '../../src/match/answer.ts';
import type { Hear } from './slow-evaluator.ts';

/** What the matcher says of words after the turn before them, as tags that are wanted and turned down. */
export const createHear = (inForce: InForce): Hear => {
  const topics = [...inForce.topics().values()];
  return (words, offering) => {
    if (!words.reading) return { wants: [], refuses: [] };
    const { hits, intents, block } = answer(words.reading, offering?.reading ?? null);
    const wanted = new Set(hits.filter((hit) => !hit.negated).map((hit) => hit.topic));
    const refused = topics.filter(({ id, demand }) => demand && (block.includes('*') || block.includes(id)));
    return {
      wants: [
        ...topics.filter(({ id }) => wanted.has(id)).flatMap(({ tags }) => tags),
        ...intents.flatMap(({ tags, enough }) => (enough === 'apply' ? tags : [])),
      ],
      refuses: refused.flatMap(({ tags }) => tags),
    };
  };
};
