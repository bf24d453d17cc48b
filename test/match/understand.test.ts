import { describe, expect, test } from 'vitest';
import type { IntentReading } from '../../src/domain/reading.ts';
import { createMatcher } from '../../src/match/matcher.ts';
import { withIntents } from '../../src/match/understand.ts';
import { verdict } from '../../src/match/verdict.ts';
import { sampleTopics } from './sample-topics.ts';

const matcher = createMatcher(sampleTopics);

const intent = (name: string, tags: string[], confidence: number, enough: IntentReading['enough']): IntentReading => ({
  ...{ intent: name, version: 'v', tags, confidence, enough },
});

/** What words say to a reader that hears these intents in them. */
const heard = (text: string, ...intents: IntentReading[]) => {
  const reading = withIntents(matcher, { version: 'v', read: () => intents }).read(text);
  return { ...reading, ...verdict({ reading, topics: matcher.topics }) };
};

const quote = (enough: IntentReading['enough']) => intent('request_quote', ['request_quote'], 0.97, enough);
const pricey = intent('price_objection', ['price_sensitive'], 0.97, 'apply');

describe('an intent beside the words', () => {
  test('gives its tag where no pack knows the words', () => {
    expect(heard('麻烦给我个数', quote('apply'))).toMatchObject({ apply: ['request_quote'], suggest: [] });
    expect(heard('麻烦给我个数', quote('suggest'))).toMatchObject({ apply: [], suggest: ['request_quote'] });
    expect(heard('麻烦给我个数', quote(null))).toMatchObject({ apply: [], suggest: [] });
  });

  test('needs as many messages as the topic of its tag', () => {
    expect(heard('这也太黑了', pricey)).toMatchObject({ apply: [], pending: ['price_sensitive'] });
  });

  test('does not give the demand that the words turn down', () => {
    expect(heard('先别报价，我问下老板', quote('apply'))).toMatchObject({ apply: [], suggest: [], block: ['request_quote'] });
    expect(heard('不买了', quote('apply'))).toMatchObject({ apply: [], suggest: [] });
    expect(heard('不买了', pricey)).toMatchObject({ pending: [] });
  });

  test('does not give what the words turn down without naming it', () => {
    expect(heard('we no longer want any numbers from you', quote('apply'))).toMatchObject({ apply: [], suggest: [] });
    expect(heard('不要再给我们发数字过来', quote('apply'))).toMatchObject({ apply: [], suggest: [] });
  });

  test('does not give what the words say that somebody else wants', () => {
    expect(heard('我朋友想要报价', quote('apply'))).toMatchObject({ apply: [], suggest: [] });
    expect(heard('我朋友推荐的，给我报价吧', quote('apply'))).toMatchObject({ apply: ['request_quote'] });
  });

  test('stays where the words ask for it, whatever else they refuse', () => {
    expect(heard('不用发票，给我报个价吧', quote('apply'))).toMatchObject({ apply: ['request_quote'] });
  });

  test('is only suggested beside a refusal of something else, or where the classifier itself hears a refusal', () => {
    expect(heard('不用发票，麻烦给我个数', quote('apply'))).toMatchObject({ apply: [], suggest: ['request_quote'] });
    const hesitant = intent('not_interested', [], 0.3, null);
    expect(heard('麻烦给我个数', quote('apply'), hesitant)).toMatchObject({ apply: [], suggest: ['request_quote'] });
  });
});

describe('a refusal that only the classifier hears', () => {
  const refusal = intent('not_interested', [], 0.97, 'apply');

  test('takes all demands back, a deferral too', () => {
    expect(heard('我们已经跟别人签了', refusal)).toMatchObject({ stance: 'refuse', apply: [] });
    expect(heard('我们已经跟别人签了', refusal).block).toContain('request_quote');
    expect(heard('等老板回来拍板', intent('defer', [], 0.97, 'apply'))).toMatchObject({ stance: 'defer' });
  });

  test('is not believed against words that ask, nor where it is not sure', () => {
    expect(heard('别家的不要，给我报个价吧', refusal)).toMatchObject({ apply: ['request_quote'] });
    expect(heard('我们已经跟别人签了', { ...refusal, enough: 'suggest' })).toMatchObject({ stance: 'none', block: [] });
  });

  test('leaves a bare answer to the turn before it', () => {
    expect(heard('不用了谢谢', refusal)).toMatchObject({ bare: 'no', block: [] });
  });
});

test('urgency is heard by either', () => {
  expect(heard('客户已经坐在办公室等了', intent('urgent', ['urgent'], 0.97, 'apply')).urgent).toBe(true);
  expect(heard('客户已经坐在办公室等了', intent('urgent', ['urgent'], 0.7, 'suggest')).urgent).toBe(false);
});

test('what staff say has no intents', () => {
  const reader = { version: 'v', read: () => [quote('apply')] };
  expect(withIntents(matcher, reader).read('要不要给您报个价？', 'staff').intents).toEqual([]);
});
