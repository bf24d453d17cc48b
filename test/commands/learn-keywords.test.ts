// New keywords out of what customers said: proposed with their numbers, accepted one by one, taken back like all that was learnt.
import { describe, expect, it } from 'vitest';
import { candidatePhrases } from '../../src/commands/learn/candidate-phrases.ts';
import { proposeKeywords } from '../../src/commands/learn/propose-keywords.ts';
import { loadWordCutter } from '../../src/commands/learn/word-cutter.ts';
import type { KeywordsAnswer } from '../../src/domain/learn-answers.ts';
import { renderReply } from '../../src/text/terminal/render-reply.ts';
import { aView } from '../support/answers.ts';
import { feed, MINUTE, START, says } from '../support/lines.ts';
import { HUA, LI, openDesk } from '../support/open-desk.ts';

const cut = await loadWordCutter();

describe('phrases of a message', () => {
  it('are words and up to three in a row, so that a word that is new to the cutter is put together again', () => {
    expect(candidatePhrases('这款几个米啊？', cut)).toContain('几个米');
    expect([...candidatePhrases('Can I get it on tick, please', cut)]).toEqual(
      expect.arrayContaining(['tick', 'on tick', 'get it on']),
    );
  });

  it('never hold digits, signs or one character, and stop at a stop', () => {
    for (const phrase of candidatePhrases('我叫王芳，电话 13800138000，OK？a b', cut)) {
      expect(phrase).not.toMatch(/[\d，？]/);
      expect(phrase.length).toBeGreaterThan(1);
    }
    expect([...candidatePhrases('好的，米', cut)]).not.toContain('好的米');
  });
});

describe('what is proposed', () => {
  const topic = (id: string, phrases: string[]) => ({
    id,
    tags: [id],
    phrases,
    needs: { hits: 1, days: 7 },
    demand: true,
    version: '1',
  });
  const speaker = (tags: string[], phrases: string[]) => ({ tags: new Set(tags), phrases: new Set(phrases) });
  const topics = [topic('price', ['多少钱']), topic('ship', ['到哪了'])];
  const others = Array.from({ length: 20 }, () => speaker(['ship'], ['到哪了', '你好']));

  it('is what those with the tag say and others do not; not what everybody says, what few say, or what is known', () => {
    const price = Array.from({ length: 5 }, (_, i) =>
      speaker(['price'], ['几个米', '你好', '多少钱', '多少', ...(i < 2 ? ['盘子'] : [])]),
    );
    expect(proposeKeywords([...price, ...others], topics)).toEqual([
      { topic: 'price', phrase: '几个米', customers: 5, elsewhere: 0 },
    ]);
  });

  it('is the longest of phrases that say the same', () => {
    const price = Array.from({ length: 5 }, () => speaker(['price'], ['你好', '几个', '几个米', '个米']));
    expect(proposeKeywords([...price, ...others], topics).map(({ phrase }) => phrase)).toEqual(['几个米']);
  });

  it('does not depend on the order of customers', () => {
    const price = Array.from({ length: 6 }, (_, i) => speaker(['price'], ['几个米', i % 2 ? '啥价位段' : '走量啥价', '啥价']));
    const all = [...price, ...others];
    expect(proposeKeywords(all.toReversed(), topics)).toEqual(proposeKeywords(all, topics));
  });
});

/** Customers who ask for a price in this shop's own words, confirmed by hand, among others who do not. */
const openShop = async () => {
  const desk = await openDesk();
  const { app, give } = desk;
  const asking = ['这款几个米啊', '老板几个米', '那个几个米能拿', '蓝色的几个米', '一箱几个米呢'];
  const chatting = [
    '你好在吗',
    '谢谢老板',
    '收到了',
    '好的明白',
    '昨天到货了',
    '包装挺好',
    '下周再说',
    '我看看',
    '辛苦了',
    '发我一份',
  ];
  await feed(app, [
    ...asking.map((text, i) => says(`p${i}`, text, START + i * MINUTE)),
    ...chatting.map((text, i) => says(`q${i}`, text, START + (10 + i) * MINUTE)),
  ]);
  for (const i of asking.keys()) await give(HUA, `tag p${i} +询价`).catch(() => undefined);
  const topicsIn = (text: string) =>
    app.inForce
      .matcher()
      .read(text)
      .hits.map(({ topic, phrase }) => [topic, phrase]);
  return { ...desk, list: async () => (await give(HUA, 'learn keywords')).doc as KeywordsAnswer, topicsIn };
};

it('a manager sees what customers with a tag say, accepts it, and it counts; a rollback takes it out again', async () => {
  const { app, give, list, topicsIn, code } = await openShop();
  expect(await code(HUA, 'learn keywords accept 1')).toBe('list_not_seen');
  const found = await list();
  expect(found.messages).toBe(15);
  const place = found.proposals.findIndex(({ phrase, topic }) => phrase === '几个米' && topic === 'ask_price') + 1;
  expect(found.proposals[place - 1]).toMatchObject({ customers: 5, elsewhere: 0, tag: { id: 'ask_price', name: '询价' } });
  expect(topicsIn('红的几个米')).toEqual([]);
  expect((await give(HUA, `learn keywords accept ${place}`)).doc).toMatchObject({
    ...{ did: 'keywords', version: 1, keywords: [{ topic: 'ask_price', phrase: '几个米' }] },
  });
  // What a bot does when it looks around, and every verb when it starts.
  const follow = async () => app.inForce.replace({ keywords: (await app.store.learnings.learnt()).keywords });
  await follow();
  expect(topicsIn('红的几个米')).toEqual([['ask_price', '几个米']]);
  await feed(app, [says('r0', '红的几个米', START + 60 * MINUTE)]);
  const [held] = await app.store.customers.load(['r0']);
  expect(held?.tagIds).toContain('ask_price');
  expect(await code(HUA, `learn keywords accept ${place}`)).toBe('keyword_known');
  expect((await list()).proposals.map(({ phrase }) => phrase)).not.toContain('几个米');
  const [row] = await app.store.ledger.newest({}, 1);
  expect((await app.store.ledger.newest({}, 20)).find(({ action }) => action === 'learn') ?? row).toMatchObject({
    note: 'keyword accept 几个米 ask_price → 1',
  });
  expect((await give(HUA, 'learn rollback')).doc).toMatchObject({ undone: [1], keywords: [{ phrase: '几个米' }] });
  await follow();
  expect(topicsIn('红的几个米')).toEqual([]);
});

it('it may be for another tag; or is left out and does not come again', async () => {
  const { give, list, code } = await openShop();
  await list();
  expect(await code(HUA, 'learn keywords accept 1 VIP')).toBe('no_topic_of_tag');
  for (const words of ['accept', 'accept all', 'take 1', 'drop 1 询价', 'accept 1,2'])
    expect([words, await code(HUA, `learn keywords ${words}`)]).toEqual([words, 'keywords_usage']);
  expect(await code(LI, 'learn keywords')).toBe('learn_managers_only');
  expect((await give(HUA, 'learn keywords accept 1 砍价')).doc).toMatchObject({ keywords: [{ topic: 'bargain' }] });
  await give(HUA, 'learn rollback');
  const [first] = (await list()).proposals;
  expect((await give(HUA, 'learn keywords drop 1')).doc).toMatchObject({ did: 'drop_keywords', takesOver: null });
  expect((await list()).proposals.map(({ phrase }) => phrase)).not.toContain(first?.phrase);
});

it('is shown in both languages, with what to type', async () => {
  const { give } = await openShop();
  const shown = async (line: string, lang: 'zh' | 'en') => renderReply(await give(HUA, line, { lang }), aView(lang));
  expect(await shown('learn keywords', 'zh')).toMatch(
    /15 条客户消息里[\s\S]*几个米 → 询价 {2}5 位带这个标签的客户说过，别人 0 位[\s\S]*采用：/,
  );
  expect(await shown('learn keywords', 'en')).toMatch(/said by 5 customers with the tag, 0 others[\s\S]*Accept: learn keywords/);
  expect(await shown('learn keywords accept 1', 'zh')).toMatch(/采用了这个关键词，第 1 版。\n {2}「几个米」 → 询价/);
  expect(await shown('learn history', 'en')).toMatch(/keyword “几个米” /);
});
