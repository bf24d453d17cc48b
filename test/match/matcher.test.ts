import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/match/matcher.ts';
import { phraseKey } from '../../src/match/phrase-key.ts';
import { sampleTopics } from './sample-topics.ts';

const matcher = createMatcher(sampleTopics);
const topicsOf = (text: string) => matcher.read(text).hits.map((hit) => hit.topic);

describe('the matcher', () => {
  test('points at the words as given, through wide letters, traditional characters, emoji and zero-width marks', () => {
    const text = '😀ＱＱ客服：報\u200b價單發我';
    const { hits } = matcher.read(text);
    expect(hits).toEqual([
      { topic: 'request_quote', version: 'request_quote-1', phrase: '报价单', span: [7, 11], negated: false },
    ]);
    expect(text.slice(7, 11)).toBe('報\u200b價單');
  });

  test('the longest phrase that begins first stands for its topic, and topics do not hide one another', () => {
    const { hits } = createMatcher([
      { ...sampleTopics[0]!, id: 'a', phrases: ['报价', '报价单', '价单'] },
      { ...sampleTopics[0]!, id: 'b', phrases: ['价单'] },
    ]).read('报价单');
    expect(hits.map((hit) => [hit.topic, hit.phrase])).toEqual([
      ['a', '报价单'],
      ['b', '价单'],
    ]);
  });

  test.each([
    ['apple', []],
    ['an app', ['app']],
    ['app在哪下载', ['app']],
    ['我的app打不开', ['app']],
    ['app2', []],
    ['X10', []],
    ['X1手机', ['app']],
    ['A款', ['app']],
    ['AA款', []],
  ])('letters and digits count only as whole words: %s', (text, expected) => {
    const words = createMatcher([{ ...sampleTopics[0]!, id: 'app', phrases: ['app', 'X1', 'A款'] }]);
    expect(words.read(text).hits.map((hit) => hit.topic)).toEqual(expected);
  });

  test.each([
    ['续费多少', 1],
    ['手续费多少', 0],
    ['手续费付了，续费呢', 1],
    ['续费率高吗', 0],
  ])('a phrase inside a word of another sense does not count: %s', (text, count) => {
    const topics = [{ ...sampleTopics[0]!, phrases: ['续费'], except: ['手续费', '续费率'] }];
    expect(createMatcher(topics).read(text).hits).toHaveLength(count);
  });

  test('an exception of one topic hides nothing of another', () => {
    const topics = [
      { ...sampleTopics[0]!, id: 'a', phrases: ['续费'], except: ['手续费'] },
      { ...sampleTopics[0]!, id: 'b', phrases: ['费'] },
    ];
    expect(
      createMatcher(topics)
        .read('手续费')
        .hits.map((hit) => hit.topic),
    ).toEqual(['b']);
  });

  test.each([
    ['急', 1],
    ['急！！', 1],
    ['急啊～', 1],
    ['🙏急🙏', 1],
    ['你好，急，帮我看下', 1],
    ['急 在线等', 1],
    ['Price?', 1],
    ['急诊在几楼', 0],
    ['我性子急', 0],
    ['price list', 0],
    ['the price', 0],
  ])('a lone word counts only as all that a clause says: %s', (text, count) => {
    const topics = [{ ...sampleTopics[0]!, phrases: ['报价'], alone: ['急', 'price'] }];
    expect(createMatcher(topics).read(text).hits).toHaveLength(count);
  });

  test.each([
    ['报 价', '报 价'],
    ['请给我 报\u3000\u3000价  单 ，谢谢', '报\u3000\u3000价  单'],
    ['我 要 报\t价', '报\t价'],
    ['給我報\u00a0價', '報\u00a0價'],
    ['报\u200b 价', '报\u200b 价'],
    ['How  much is it', 'How  much'],
    ['how\nmuch', 'how\nmuch'],
    ['how\u00a0\tＭＵＣＨ？', 'how\u00a0\tＭＵＣＨ'],
    ['A 产品怎么样', 'A 产品'],
  ])('white space inside a phrase does not hide it, and its span keeps it: %j', (text, cut) => {
    const { hits } = matcher.read(text);
    expect(hits.map((hit) => text.slice(...hit.span))).toEqual([cut]);
  });

  test.each([
    ['好的报\n价格', ['ask_price']],
    ['报\n价', []],
    ['howmuch', []],
    ['how mu ch', []],
    ['a quo te', []],
    ['我 buy er', ['purchase']],
  ])('white space makes no phrase out of two thoughts or half words: %j', (text, topics) => {
    expect(topicsOf(text)).toEqual(topics);
  });

  test('a blank that stands for a comma makes no phrase out of two thoughts', () => {
    const shop = createMatcher([
      { ...sampleTopics[0]!, id: 'bargain', phrases: ['要价', '发货款'] },
      { ...sampleTopics[0]!, id: 'price', phrases: ['价格'] },
    ]);
    const topics = (text: string) => shop.read(text).hits.map((hit) => hit.topic);
    expect(topics('要 价格')).toEqual(['price']);
    expect(topics('东西今天发 货款昨天付了')).toEqual([]);
    expect(topics('东西今天发 货 款 呢')).toEqual(['bargain']);
    expect(topics('漫天 要 价')).toEqual(['bargain']);
  });

  test.each([
    ['我 不要 报价', true],
    ['不 要 报 价', true],
    ['不 需要报价', true],
    ['我 要 报 价', false],
    ["I don't  want a\tquote", true],
  ])('white space inside a cue does not hide it: %j', (text, negated) => {
    expect(matcher.read(text).hits.map((hit) => hit.negated)).toEqual([negated]);
  });

  test('one-character phrases are found', () => {
    expect(topicsOf('有点贵')).toEqual(['price_sensitive']);
  });

  test('a span always cuts out words that fold to the phrase', () => {
    const noise = fc.string({
      unit: fc.constantFrom('，', '😀', '\u200b', '不', '我', 'Ａ', ' ', '…', '\u0301', '\ud800', '\n', '\t', '\u3000'),
      maxLength: 6,
    });
    const phrase = fc.constantFrom(
      '報價單',
      '报\u200b价',
      'ＲＥＦＵＮＤ',
      '貴',
      '没收\ufe0f到',
      '投訴',
      'Product\u00a0A',
      '報 價\u3000單',
      '没 收\t到',
      'how  \nmuch',
      'A 产品',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, phrase), { minLength: 1, maxLength: 5 }), noise, (parts, tail) => {
        const text = parts.map(([a, b]) => a + b).join('') + tail;
        for (const hit of matcher.read(text).hits) expect(phraseKey(text.slice(...hit.span))).toBe(phraseKey(hit.phrase));
      }),
      { numRuns: 1000 },
    );
  });

  test('never throws, and gives spans within the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: fc.constantFrom(...'不没要先别报价退货再说，。？ not want'), maxLength: 60 }),
        (a, b) => {
          for (const text of [a, b, a + b]) {
            for (const { span } of matcher.read(text).hits) {
              expect(span[0]).toBeGreaterThanOrEqual(0);
              expect(span[1]).toBeGreaterThan(span[0]);
              expect(span[1]).toBeLessThanOrEqual(text.length);
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['negators', '不'.repeat(16_384)],
    ['phrases', '报价'.repeat(8_192)],
    ['refusals of phrases', '不要报价'.repeat(4_096)],
    ['questions', '有没有，'.repeat(4_096)],
    ['English', "don't want a quote but ".repeat(720)],
    ['words of friends', '我朋友想要'.repeat(3_300)],
  ])('16 KB of %s are read in a moment', (_, text) => {
    const start = performance.now();
    matcher.read(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('a megabyte is read, too', () => {
    const { hits } = matcher.read('不要报价，'.repeat(200_000));
    expect(hits).toHaveLength(200_000);
    expect(hits.every((hit) => hit.negated)).toBe(true);
  }, 20_000);

  test('a change of a topic changes the version, the order of topics does not', () => {
    const other = sampleTopics.map((topic, i) => (i === 0 ? { ...topic, version: 'new' } : topic));
    expect(createMatcher(other).version).not.toBe(matcher.version);
    expect(createMatcher([...sampleTopics].reverse()).version).toBe(matcher.version);
  });
});

describe('urgency', () => {
  test.each([
    ['急', true],
    ['很急，今天就要', true],
    ['尽快发货', true],
    ['不急', false],
    ['不着急，慢慢来', false],
    ['没那么急', false],
    ['急救箱有吗', false],
    ['need it ASAP', true],
    ['no rush', false],
    ['not urgent', false],
    ['no hurry, whenever you can', false],
  ])('%s: %s', (text, urgent) => {
    expect(matcher.read(text).urgent).toBe(urgent);
  });
});

describe('bare answers', () => {
  test.each([
    ['好的', 'yes'],
    ['可以', 'yes'],
    ['行', 'yes'],
    ['嗯', 'yes'],
    ['嗯嗯，好的', 'yes'],
    ['好的，谢谢', 'yes'],
    ['👌', 'yes'],
    ['Yes please!', 'yes'],
    ['sure', 'yes'],
    ['不用了', 'no'],
    ['不用了，谢谢', 'no'],
    ['不要', 'no'],
    ['不行', 'no'],
    ['不可以', 'no'],
    ['没有了', 'no'],
    ['不是', 'no'],
    ['暂时不用', 'no'],
    ['No thanks.', 'no'],
    ['nah', 'no'],
    ['好的，给我报价', null],
    ['不用了，给我退货', null],
    ['你好', null],
  ])('%s: %s', (text, bare) => {
    expect(matcher.read(text).bare).toBe(bare);
  });
});

describe('offers', () => {
  test.each([
    ['要不要给您报个价?', ['request_quote']],
    ['需要发资料吗', ['ask_material']],
    ['需要给您发资料吗？', ['ask_material']],
    ['我给您报个价，您看可以吗？', ['request_quote']],
    ['Would you like a quote?', ['request_quote']],
    ['Shall I send you the brochure?', ['ask_material']],
    ['报价单已经发您了', []],
    ['您好，在的', []],
    ['不需要合同', []],
  ])('%s: %s', (text, offers) => {
    expect(matcher.read(text).offers).toEqual(offers);
  });
});
