import { describe, expect, test } from 'vitest';
import { answer } from '../../src/match/answer.ts';
import { createMatcher } from '../../src/match/matcher.ts';
import { sampleTopics } from './sample-topics.ts';

const { read } = createMatcher(sampleTopics);
const following = (previous: string | null, text: string) => {
  const { stance, block, hits } = answer(read(text), previous === null ? null : read(previous));
  return { stance, block, hits: hits.length };
};

describe('an answer', () => {
  test('a bare yes to an offer is a wish, without a hit', () => {
    expect(following('要不要给您报个价?', '好的')).toEqual({ stance: 'want', block: [], hits: 0 });
  });

  test('a bare no to an offer takes back what was offered', () => {
    expect(following('要不要给您报个价?', '不用了')).toEqual({ stance: 'refuse', block: ['request_quote'], hits: 0 });
    expect(following('would you like a quote?', 'no thanks')).toEqual({ stance: 'refuse', block: ['request_quote'], hits: 0 });
    expect(following('要不要给您报个价?', '算了')).toEqual({ stance: 'refuse', block: ['request_quote'], hits: 0 });
  });

  test('without an offer a bare no takes nothing back, and a bare yes says nothing', () => {
    expect(following(null, '不用了')).toEqual({ stance: 'refuse', block: [], hits: 0 });
    expect(following('您好', '不用了')).toEqual({ stance: 'refuse', block: [], hits: 0 });
    expect(following(null, '好的')).toEqual({ stance: 'none', block: [], hits: 0 });
  });

  test('a refusal for good needs no offer', () => {
    expect(following(null, '算了')).toEqual({ stance: 'refuse', block: ['*'], hits: 0 });
    expect(following(null, 'not interested')).toEqual({ stance: 'refuse', block: ['*'], hits: 0 });
  });

  test('what says more than yes or no stands by itself', () => {
    const reading = read('给我报个价');
    expect(answer(reading, read('要不要发资料?'))).toBe(reading);
  });
});
