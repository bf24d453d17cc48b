import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/match/matcher.ts';
import { verdict } from '../../src/match/verdict.ts';
import { sampleTopics } from './sample-topics.ts';

const matcher = createMatcher(
  sampleTopics.map((topic) => (topic.id === 'complaint' ? { ...topic, tags: ['complained', 'ever_complained'] } : topic)),
);
const said = (text: string) => verdict({ reading: matcher.read(text), topics: matcher.topics });
const demands = sampleTopics.filter((topic) => topic.demand).map((topic) => topic.id);

describe('the verdict on one message', () => {
  test('applies all tags of a topic that one hit is enough for', () => {
    expect(said('我要投诉').apply).toEqual(['complained', 'ever_complained']);
  });

  test('leaves pending what needs more hits', () => {
    expect(said('有点贵')).toMatchObject({ apply: [], pending: ['price_sensitive'] });
  });

  test('a negated mention applies nothing and blocks its demand', () => {
    expect(said('先别报价，我问下老板')).toEqual({ apply: [], pending: [], suggest: [], block: ['request_quote'] });
    expect(said('不投诉')).toEqual({ apply: [], pending: [], suggest: [], block: [] });
  });

  test('a refusal of everything blocks every demand, never a complaint', () => {
    expect(said('不买了').block.sort()).toEqual([...demands].sort());
    expect(said('东西坏了，不买了')).toMatchObject({ apply: ['repair'] });
  });

  test('the later word wins within a message', () => {
    expect(said('不用报价了，还是给我报个价吧')).toMatchObject({ apply: ['request_quote'], block: [] });
    expect(said('给我报个价，算了不用了')).toMatchObject({ apply: [], block: ['request_quote'] });
  });

  test('suggests what the classifier names, unless the words settle it', () => {
    const reading = {
      ...matcher.read('不用报价了'),
      intents: [
        { intent: 'x', version: '1', tags: ['trial_demo'], confidence: 0.6, enough: 'suggest' as const },
        { intent: 'y', version: '1', tags: ['request_quote'], confidence: 0.6, enough: 'suggest' as const },
        { intent: 'z', version: '1', tags: [], confidence: 0.1, enough: null },
      ],
    };
    expect(verdict({ reading, topics: matcher.topics })).toMatchObject({ suggest: ['trial_demo'], block: ['request_quote'] });
  });
});
