import { describe, expect, test } from 'vitest';
import type { KeptEvent } from '../src/domain/event.ts';
import { fold } from '../src/fold/fold.ts';
import { readWords } from '../src/inbox/read-words.ts';
import { parseRuleFile } from '../src/rules/parse-rules.ts';
import { shippedInForce, withRules } from './support/in-force.ts';
import { DAY, MINUTE, START } from './support/lines.ts';

const inForce = await shippedInForce();

let serial = 0;
const turn = (from: 'customer' | 'agent', text: string, at: number): KeptEvent => {
  serial += 1;
  const event: KeptEvent = {
    ...{
      _id: `m${serial}`,
      state: 'done',
      keptAt: at,
      at,
      channel: 'wecom',
      account: '',
      conversation: 'c',
      message: `m${serial}`,
    },
    ...{ identity: 'wecom//mei', name: 'Mei', joinKey: null, from },
    agent: from === 'agent' ? { id: 'a1', name: 'Li' } : null,
    body: { kind: 'message', text, quote: null, forwarded: false },
  };
  return readWords(event, inForce.matcher());
};
const says = (text: string, at = START) => turn('customer', text, at);
const folded = (...events: KeptEvent[]) => fold(events, events.at(-1)?.at ?? START, inForce.rules());

describe('a wish in words that no pack knows', () => {
  test('gives its tag with the intent, the message and how sure it is as the reason', () => {
    const asked = says('钱能退我吗');
    expect(asked.reading?.hits).toEqual([]);
    const { tags } = folded(asked);
    const [cause] = tags['refund']?.causes ?? [];
    expect(cause).toMatchObject({ kind: 'intent', id: 'refund', evidence: [{ event: asked._id, at: START }], count: 1 });
    expect(cause?.confidence).toBeGreaterThan(0.9);
    expect(cause?.until).toBe(START + 30 * DAY);
  });

  test('goes when the message is recalled', () => {
    const asked = says('钱能退我吗');
    const recall: KeptEvent = {
      ...says('', START + MINUTE),
      ...{ body: { kind: 'fact', name: 'recall', data: { message: asked.message } } },
    };
    expect(folded(asked, recall).tags['refund']).toBeUndefined();
  });
});

describe('a soft wish', () => {
  const seen = '这价格有点劝退';
  const dear = '太贵了';

  test('needs two messages in seven days, whoever reads them', () => {
    expect(says(seen).reading).toMatchObject({ hits: [], intents: [{ intent: 'price_objection', enough: 'apply' }] });
    expect(folded(says(seen)).tags['price_sensitive']).toBeUndefined();
    const { tags } = folded(says(seen), says(dear, START + DAY));
    expect(tags['price_sensitive']?.causes[0]?.evidence).toHaveLength(2);
    expect(folded(says(seen), says(dear, START + 7 * DAY)).tags['price_sensitive']).toBeUndefined();
  });

  test('counts once where words and intent say it in one message', () => {
    const both = says('太贵了，贵得离谱');
    expect(both.reading?.hits.length).toBeGreaterThan(0);
    expect(both.reading?.intents[0]).toMatchObject({ intent: 'price_objection', enough: 'apply' });
    const { tags, marks } = folded(both);
    expect(marks['price_sensitive']).toHaveLength(1);
    expect(tags['price_sensitive']).toBeUndefined();
  });
});

describe('a demand', () => {
  test('is taken back by a refusal that only the classifier hears', () => {
    const asked = says('we would love to sell your stuff in our shops');
    expect(folded(asked).tags['partnership']?.causes).toMatchObject([{ kind: 'intent', id: 'partnership' }]);
    const refused = says('not for us thanks, we went with someone closer', START + DAY);
    expect(refused.reading).toMatchObject({ stance: 'refuse', block: ['*'] });
    expect(folded(asked, refused).tags['partnership']).toBeUndefined();
  });

  test('of which the classifier is not sure is suggested, and the suggestion goes after thirty days', () => {
    const unsure = says('钱能退我吗');
    for (const intent of unsure.reading?.intents ?? []) intent.enough = 'suggest';
    const state = folded(unsure);
    expect(state.tags['refund']).toBeUndefined();
    expect(state.suggested['refund']?.[0]).toMatchObject({ kind: 'intent', id: 'refund' });
    expect(fold([unsure], START + 30 * DAY, inForce.rules()).suggested).toEqual({});
  });

  test('is not heard in what staff say', () => {
    expect(turn('agent', '钱能退我吗', START).reading?.intents).toEqual([]);
  });
});

test('a rule may ask for an intent: its tag comes with the words, and goes with them', async () => {
  const text = '- id: angry\n  on: message\n  if: { intent: [complaint, refund] }\n  do: [{ add: 紧急 }]\n';
  const rules = parseRuleFile({ file: 'own.yaml', text }, { tree: inForce.tree(), zone: 'Asia/Shanghai', shipped: false });
  expect(rules.problems).toEqual([]);
  const own = withRules(
    inForce,
    rules.rules.map(({ rule }) => rule),
  ).rules();
  const asked = says('钱能退我吗');
  const edit: KeptEvent = {
    ...says('今天天气真好', START + MINUTE),
    ...{ from: 'system', body: { kind: 'fact', name: 'edit', data: { message: asked.message, text: '今天天气真好' } } },
  };
  expect(fold([asked], START, own).tags['urgent']?.causes).toMatchObject([{ kind: 'rule', id: 'angry' }]);
  expect(fold([asked, edit], START + MINUTE, own).tags['urgent']).toBeUndefined();
  expect(fold([says('这个多少钱')], START, own).tags['urgent']).toBeUndefined();
});
